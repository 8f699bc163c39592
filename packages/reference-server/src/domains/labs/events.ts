import { eventMaker, type EventData } from '../../platform/contracts/event.ts'
import type { RoleNotification } from './model/critical-clock.ts'
import type { LabOrder } from './model/lab-order.ts'
import type { LabResult } from './model/lab-result.ts'
import type { ClockedResult, ClockedUnmatched } from './store/running-clocks.ts'
import type { Unmatched } from './model/unmatched.ts'

const orderFacts = (order: LabOrder): EventData['labs.order-changed'] => ({
  orderId: order.id,
  patientId: order.patientId,
  practitionerId: order.practitionerId,
  visitId: order.visitId,
  status: order.status,
  version: order.version,
})
export const orderPlaced = eventMaker('labs.order-placed', orderFacts)
export const orderChanged = eventMaker('labs.order-changed', orderFacts)

const parties = (result: Omit<ClockedResult, 'clock'>) => ({
  resultId: result.id,
  orderId: result.orderId,
  patientId: result.patientId,
  practitionerId: result.practitionerId,
})
const resultFacts = (result: LabResult): EventData['labs.result-received'] => ({
  ...parties(result),
  status: result.content.status,
  abnormal: result.content.abnormal,
  released: result.releasedVersion !== null,
  version: result.version,
})
export const resultReceived = eventMaker('labs.result-received', resultFacts)
export const resultCorrected = eventMaker('labs.result-corrected', resultFacts)
export const resultReviewed = eventMaker('labs.result-reviewed', resultFacts)
export const resultReleased = eventMaker('labs.result-released', resultFacts)
export const criticalAcknowledged = eventMaker('labs.critical-acknowledged', resultFacts)

/** One event for each role that is notified. `notifiedAt` is when it is notified, `dueAt` by when a member must acknowledge. */
export const criticalRaised = eventMaker(
  'labs.critical-raised',
  (result: ClockedResult, { role, at, practitionerId }: RoleNotification) => ({
    ...parties(result),
    role,
    ...(practitionerId !== undefined && { coveringPractitionerId: practitionerId }),
    notifiedAt: at,
    dueAt: result.clock?.dueAt.toISOString() ?? null,
  }),
)

export const resultUnmatched = eventMaker('labs.result-unmatched', ({ id, reason, patientId, clock }: Unmatched) => ({
  unmatchedId: id,
  reason,
  patientId,
  critical: clock !== null,
}))
/** One event for each role that is notified of a critical value of an unknown patient. */
export const criticalUnmatched = eventMaker(
  'labs.critical-unmatched',
  ({ id, patientId, clock }: Pick<ClockedUnmatched, 'id' | 'patientId' | 'clock'>, { role, at }: RoleNotification) => ({
    unmatchedId: id,
    patientId,
    role,
    notifiedAt: at,
    dueAt: clock?.dueAt.toISOString() ?? null,
  }),
)
/** A member matched the result to an order, or returned it. */
export const unmatchedDecided = eventMaker(
  'labs.unmatched-decided',
  ({ id, patientId }: Pick<Unmatched, 'id' | 'patientId'>, decision: 'matched' | 'returned') => ({
    unmatchedId: id,
    patientId,
    decision,
  }),
)
