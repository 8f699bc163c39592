import type { Database } from '../../platform/contracts/database.ts'
import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { chooseCorrectionRecipients } from './operations/choose-correction-recipients.ts'
import { createPrivacyRequest } from './operations/create-privacy-request.ts'
import { decidePrivacyRequest } from './operations/decide-privacy-request.ts'
import { disagreeWithDenial } from './operations/disagree-with-denial.ts'
import { extendPrivacyRequest } from './operations/extend-privacy-request.ts'
import { getCorrectionLetterPdf } from './operations/get-correction-letter-pdf.ts'
import { getRecordCopy } from './operations/get-record-copy.ts'
import { listPrivacyRequests } from './operations/list-privacy-requests.ts'
import { listWaitingPrivacyRequests } from './operations/list-waiting-privacy-requests.ts'
import { recordCorrectionNotification } from './operations/record-correction-notification.ts'
import { liveRules } from './live-rules.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { RightsPorts } from './ports.ts'
import { rightsProvides, type RightsProvides } from './provides.ts'
import { requests } from './store/migrations/0001-requests.ts'
import { erasures } from './store/migrations/0008-erasures.ts'
import { recipients } from './store/migrations/0009-recipients.ts'

export type { RightsPorts } from './ports.ts'
export type { RightsProvides } from './provides.ts'

export interface RightsDeps {
  readonly database: Pick<Database, 'reader'>
  readonly ports: RightsPorts
}

/** What patients may ask about their own record: a copy, a correction, a limit to its use, its erasure. See README.md. */
export const createRightsDomain = ({
  database,
  ports,
}: RightsDeps): { module: DomainModule; provides: RightsProvides } => ({
  provides: rightsProvides(database),
  module: {
    name: 'rights',
    accessReason: 'privacy-request',
    migrations: [requests, erasures, recipients],
    operations: [
      getRecordCopy,
      createPrivacyRequest,
      listPrivacyRequests,
      listWaitingPrivacyRequests,
      decidePrivacyRequest,
      extendPrivacyRequest,
      disagreeWithDenial,
      chooseCorrectionRecipients,
      recordCorrectionNotification,
      getCorrectionLetterPdf,
    ],
    ports,
    emits: ['rights.request-changed', 'rights.request-answered'],
    reactions: [],
    live: liveRules,
    recordsOfVisits: listRecordsOfVisits,
    jobs: [],
  },
})
