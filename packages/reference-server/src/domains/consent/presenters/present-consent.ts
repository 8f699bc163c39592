import type { components } from '@visitkit/contract'
import type { ConsentPurpose } from '../model/consent-pack.ts'
import type { DecidedByKind } from '../model/require-valid-decision.ts'
import type { Decision } from '../model/standing.ts'
import type { ConsentEvidence } from '../store/consents.ts'

type Consent = components['schemas']['Consent']

export interface PresentedDecision extends Decision {
  readonly patientId: string
  readonly purpose: ConsentPurpose
  readonly language: string
  readonly title: string
  readonly contentHash: string
  readonly decidedAt: Date
  readonly decidedByKind: DecidedByKind
}

export const presentConsent = (
  decision: PresentedDecision,
  status: Consent['status'],
  { signedName, partTwo, spoken }: Pick<ConsentEvidence, 'signedName' | 'partTwo' | 'spoken'>,
): Consent => ({
  id: decision.id,
  patientId: decision.patientId,
  documentId: decision.documentId,
  documentVersion: decision.documentVersion,
  language: decision.language,
  purpose: decision.purpose,
  title: decision.title,
  decision: decision.decision,
  status,
  decidedAt: decision.decidedAt.toISOString(),
  decidedByKind: decision.decidedByKind,
  ...(signedName !== null && { signedName }),
  ...(spoken && { spoken }),
  ...(decision.revokedAt !== null && { revokedAt: decision.revokedAt.toISOString() }),
  contentHash: decision.contentHash,
  ...(decision.appointmentId !== null && { appointmentId: decision.appointmentId }),
  ...(partTwo && { partTwo }),
})
