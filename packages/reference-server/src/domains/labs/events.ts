import type { NewEvent } from '../../platform/seams.ts'
import type { Told } from './model/critical-clock.ts'
import type { LabOrder } from './model/lab-order.ts'
import type { LabResult } from './model/lab-result.ts'
import type { ClockedResult, ClockedUnmatched } from './store/running-clocks.ts'
import type { Unmatched } from './store/unmatched.ts'

/** What this domain tells: ids, codes, times and versions. README.md lists the payloads. */

export const orderTold = (fact: 'order-placed' | 'order-changed', order: LabOrder): NewEvent => ({
  type: `labs.${fact}`,
  data: {
    orderId: order.id,
    patientId: order.patientId,
    practitionerId: order.practitionerId,
    visitId: order.visitId,
    status: order.status,
    version: order.version,
  },
})

export const resultTold = (
  fact: 'result-received' | 'result-corrected' | 'result-reviewed' | 'result-released' | 'critical-acknowledged',
  result: LabResult,
): NewEvent => ({
  type: `labs.${fact}`,
  data: {
    ...subject(result),
    status: result.content.status,
    abnormal: result.content.abnormal,
    // Whether the patient sees something of it.
    released: result.releasedVersion !== null,
    version: result.version,
  },
})

/** One for each role that is told, at `toldAt`, which is another when it is told again; `dueAt` is by when somebody has to say that they know. */
export const criticalTold = (result: ClockedResult, { role, at, practitionerId }: Told): NewEvent => ({
  type: 'labs.critical-raised',
  data: {
    ...subject(result),
    role,
    ...(practitionerId !== undefined && { coveringPractitionerId: practitionerId }),
    toldAt: at,
    dueAt: result.clock?.dueAt.toISOString() ?? null,
  },
})

export const unmatchedTold = ({ id, reason, patientId, clock }: Unmatched): NewEvent => ({
  type: 'labs.result-unmatched',
  data: {
    unmatchedId: id,
    reason,
    patientId,
    critical: clock !== null,
  },
})

/** One for each role that is told of a critical value whose patient is not known. */
export const criticalUnmatchedTold = ({ id, patientId, clock }: ClockedUnmatched, { role, at }: Told): NewEvent => ({
  type: 'labs.critical-unmatched',
  data: { unmatchedId: id, patientId, role, toldAt: at, dueAt: clock?.dueAt.toISOString() ?? null },
})

/** Somebody has given it to an order, or said that it belongs to nobody here. */
export const unmatchedDecided = (
  { id, patientId }: Pick<Unmatched, 'id' | 'patientId'>,
  decision: 'matched' | 'returned',
): NewEvent => ({ type: 'labs.unmatched-decided', data: { unmatchedId: id, patientId, decision } })

const subject = (result: Omit<ClockedResult, 'clock'>) => ({
  resultId: result.id,
  orderId: result.orderId,
  patientId: result.patientId,
  practitionerId: result.practitionerId,
})
