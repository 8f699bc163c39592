import * as events from './events.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { Database } from '../../platform/contracts/database.ts'
import { liveRules } from './live-rules.ts'
import type { ConsentPack } from './model/consent-pack.ts'
import { decideConsent } from './operations/decide-consent.ts'
import { getConsentDocument } from './operations/get-consent-document.ts'
import { getConsentEvidence } from './operations/get-consent-evidence.ts'
import { listConsentDocuments } from './operations/list-consent-documents.ts'
import { listConsentRequirements } from './operations/list-consent-requirements.ts'
import { listConsents } from './operations/list-consents.ts'
import { publishConsentDocument } from './operations/publish-consent-document.ts'
import { revokeConsent } from './operations/revoke-consent.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { ConsentPorts } from './ports.ts'
import { consentProvides, type ConsentProvides } from './provides.ts'
import { consents } from './store/migrations/0001-consents.ts'
import { partTwo } from './store/migrations/0300-part-two.ts'
import { consentForVisit } from './store/migrations/0041-consent-for-a-visit.ts'

export type { ConsentPack, ConsentPurpose } from './model/consent-pack.ts'
export type { ConsentStanding } from './model/standing.ts'
export { verifyEvidence } from './model/verify-evidence.ts'
export { publishStarterTexts } from './packs/publish-starter-texts.ts'
export type { ConsentPorts } from './ports.ts'
export type { ConsentProvides } from './provides.ts'
export type { DecisionInForce } from './store/consents.ts'
export { loadConsentPack } from './packs/load-consent-pack.ts'

export interface ConsentDeps {
  readonly database: Pick<Database, 'reader'>
  readonly ports: ConsentPorts
  /** From loadConsentPack(). */
  readonly pack: ConsentPack
}

/** Versioned consent texts and each person's decisions on them. See README.md. */
export const createConsentDomain = ({
  database,
  ports,
  pack,
}: ConsentDeps): { module: DomainModule; provides: ConsentProvides } => ({
  module: {
    name: 'consent',
    accessReason: 'consent',
    migrations: [consents, consentForVisit, partTwo],
    operations: [
      listConsentDocuments,
      publishConsentDocument(pack),
      getConsentDocument,
      listConsentRequirements(pack),
      listConsents,
      decideConsent(pack),
      revokeConsent,
      getConsentEvidence,
    ],
    ports,
    emits: emittedTypes(events),
    reactions: [],
    live: liveRules,
    recordsOfVisits: listRecordsOfVisits,
    jobs: [],
  },
  provides: consentProvides(database, pack),
})
