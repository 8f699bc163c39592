import type { DomainModule } from '../../platform/contracts/domain-module.ts'
import { emittedTypes } from '../../platform/contracts/event.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { UnitOfWork } from '../../platform/contracts/unit-of-work.ts'
import type { Vault } from '../../platform/contracts/vault.ts'
import { keepForOrganization } from '../../platform/system/keep-for-organization.ts'
import { deleteEndedTransmissions } from '../../platform/partners/delete-ended-transmissions.ts'
import { betweenVisits } from './store/migrations/0301-between-visits.ts'
import { partTwo as transmissionsOfVisits } from './store/migrations/0300-part-two.ts'
import type { PartTwoGate } from '../../platform/sensitive/part-two-gate.ts'
import { createTransmissions } from '../../platform/partners/create-transmissions.ts'
import { transmissionDeadLetters } from '../../platform/partners/transmission-dead-letters.ts'
import type { LaboratoryInbox, LaboratoryListener } from '../../vendors/laboratory/provider.ts'
import { createInbox } from './inbound/create-inbox.ts'
import * as events from './events.ts'
import { deleteOldMessages } from './jobs/delete-old-messages.ts'
import { escalateCriticalValues } from './jobs/escalate-critical-values.ts'
import { liveRules } from './live-rules.ts'
import type { LabCatalog } from './model/lab-catalog.ts'
import type { LabsPolicy } from './model/labs-policy.ts'
import { acknowledgeCriticalValue } from './operations/acknowledge-critical-value.ts'
import { applyResponse } from './operations/apply-response.ts'
import { cancelLabOrder } from './operations/cancel-lab-order.ts'
import { getLabDocument } from './operations/get-lab-document.ts'
import { getLabOrder } from './operations/get-lab-order.ts'
import { getLabResult } from './operations/get-lab-result.ts'
import { listLabOrders } from './operations/list-lab-orders.ts'
import { listLabResults } from './operations/list-lab-results.ts'
import { listUnmatchedMessages } from './operations/list-unmatched-messages.ts'
import { listUnmatchedResults } from './operations/list-unmatched-results.ts'
import { listWaitingLabResults } from './operations/list-waiting-lab-results.ts'
import { matchResult } from './operations/match-result.ts'
import { placeLabOrder } from './operations/place-lab-order.ts'
import { returnResult } from './operations/return-result.ts'
import { reviewLabResult } from './operations/review-lab-result.ts'
import { searchLabTests } from './operations/search-lab-tests.ts'
import { listRecordsOfVisits } from './store/records-of-visits.ts'
import type { LabsContext, LabsPorts } from './ports.ts'
import { labsProvides, type LabsProvides } from './provides.ts'
import { runAsSystem } from './workflows/run-as-system.ts'
import { labs } from './store/migrations/0001-labs.ts'
import { labs0002 } from './store/migrations/0002-guards.ts'
import { labs0003 } from './store/migrations/0003-old-messages.ts'
import { labs0004 } from './store/migrations/0004-messages.ts'
import { timesOfChange } from './store/migrations/0005-times-of-change.ts'
import { dueLists } from './store/migrations/0040-due-lists.ts'
import { foreignLaboratory } from './store/migrations/0041-foreign-laboratory.ts'
import { unmatchedResponses } from './store/migrations/0042-responses.ts'
import { sendCancellation } from './transmissions/send-cancellation.ts'
import { findVisitOfOrder } from './store/orders.ts'
import { sendOrder } from './transmissions/send-order.ts'

export type { LabsPolicy } from './model/labs-policy.ts'
export type { LabsPorts } from './ports.ts'
export type { LabsProvides } from './provides.ts'
export { importLabTests } from './packs/import-lab-tests.ts'
export { loadLabCatalog } from './packs/load-lab-catalog.ts'
export { loadLabsPolicy } from './packs/load-policy.ts'

export interface LabsDeps {
  /** Asked before anything is sent. */
  readonly partTwo: PartTwoGate
  readonly database: Pick<Database, 'reader' | 'transact'>
  readonly unitOfWork: UnitOfWork
  readonly vault: Vault
  readonly clock: () => Date
  readonly ports: LabsPorts
  /** From loadLabCatalog(). */
  readonly catalog: LabCatalog
  /** From loadLabsPolicy(). */
  readonly policy: LabsPolicy
  /** Creates the listener for messages from laboratories, e.g. createMllpListener; null if none are received. */
  readonly listener: ((inbox: LaboratoryInbox) => LaboratoryListener) | null
}

/** Orders to laboratories and their results. See README.md. */
export const createLabsDomain = ({
  database,
  unitOfWork,
  vault,
  clock,
  ports,
  catalog,
  policy,
  listener,
  partTwo,
}: LabsDeps): {
  module: DomainModule
  provides: LabsProvides
  /** Started after the database and stopped before it. */
  inbound: LaboratoryListener | null
} => {
  const context: LabsContext = { ...ports, catalog, policy }
  const run = runAsSystem({ database, unitOfWork, vault })
  const { organizationIds } = ports.directory
  const isRestricted = async (organizationId: string, orderId: string): Promise<boolean> => {
    const visitId = await findVisitOfOrder(database.reader({ domain: 'labs', organizationId }), orderId)
    return visitId !== null && ports.billing.isRestricted(organizationId, visitId)
  }
  const transmissions = createTransmissions({
    database,
    vault,
    unitOfWork,
    organizationIds,
    schema: 'labs',
    clock,
    partTwo,
    handlers: [sendOrder(ports, isRestricted), sendCancellation(ports)],
  })
  return {
    module: {
      name: 'labs',
      accessReason: 'lab',
      migrations: [
        labs,
        labs0002,
        labs0003,
        labs0004,
        timesOfChange,
        dueLists,
        foreignLaboratory,
        unmatchedResponses,
        transmissionsOfVisits,
        betweenVisits,
      ],
      operations: [
        searchLabTests,
        placeLabOrder,
        listLabOrders,
        getLabOrder,
        cancelLabOrder,
        listLabResults,
        getLabResult,
        getLabDocument,
        listWaitingLabResults,
        acknowledgeCriticalValue,
        reviewLabResult,
        listUnmatchedResults,
        listUnmatchedMessages,
        matchResult(policy),
        applyResponse,
        returnResult,
      ],
      ports: context,
      emits: emittedTypes(events),
      reactions: [],
      live: liveRules,
      recordsOfVisits: listRecordsOfVisits,
      jobs: [
        transmissions.job,
        deleteEndedTransmissions(database, organizationIds, 'labs'),
        deleteOldMessages({ database, organizationIds }, policy),
        escalateCriticalValues(
          { domain: 'labs', organizationIds, database, keep: keepForOrganization(unitOfWork, 'labs') },
          policy,
        ),
      ],
      deadLetters: [transmissionDeadLetters('labs')],
    },
    provides: labsProvides(database, ports),
    inbound: listener?.(createInbox({ run, directory: ports.directory, policy, catalog, clock })) ?? null,
  }
}
