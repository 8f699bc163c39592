import { eventMaker } from '../../platform/contracts/event.ts'
import type { EventData } from '../../platform/contracts/event.ts'
import type { ConsentText } from './model/consent-text.ts'

export const documentPublished = eventMaker(
  'consent.document-published',
  ({ documentId, version, purpose, language, material, translated }: ConsentText) => ({
    documentId,
    version,
    purpose,
    language,
    material,
    translated,
  }),
)

type Decided = EventData['consent.consent-decided']
export const consentDecided = eventMaker('consent.consent-decided', (decided: Decided) => decided)
export const consentRevoked = eventMaker(
  'consent.consent-revoked',
  ({ patientId, purpose, consentId }: EventData['consent.consent-revoked']) => ({ patientId, purpose, consentId }),
)
