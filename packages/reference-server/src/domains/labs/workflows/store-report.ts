import type { WriteContext } from '../../../platform/contracts/context.ts'
import type { LaboratoryReport, ReportedPerson } from '../../../vendors/laboratory/report.ts'
import { criticalRaised, orderChanged, resultCorrected, resultReceived } from '../events.ts'
import { applyReport } from '../model/apply-report.ts'
import { progressed, type LabOrder } from '../model/lab-order.ts'
import type { LabResult } from '../model/lab-result.ts'
import type { LabsPolicy } from '../model/labs-policy.ts'
import { updateOrderStatement } from '../store/orders.ts'
import { findResult, insertResult, updateResult } from '../store/results.ts'

export interface ReportToStore {
  /** Its row is locked. */
  readonly order: LabOrder
  readonly position: number
  readonly source: string
  readonly report: LaboratoryReport
  readonly matchedPerson: ReportedPerson | null
  readonly policy: LabsPolicy
}

/**
 * Stores what a report says about one test: the result and its version, the order's progress, the clock of a critical value and the events.
 * Returns the stored result and the order, whose status may have changed.
 */
export const storeReport = async (
  context: WriteContext,
  given: ReportToStore,
): Promise<{ result: LabResult; order: LabOrder }> => {
  const { order, position, source, report } = given
  const { tx, now, newId, emit } = context
  const key = { orderId: order.id, position, source, fillerNumber: report.fillerNumber }
  const { result: before, others } = await findResult(tx, context, key)
  const applied = applyReport({ ...given, before, id: newId(), now })
  if (applied.kind === 'nothing') {
    // A first report always contains something new.
    if (before === null) throw new Error('a first report was taken for a repeat')
    return { result: before, order }
  }
  const { result } = applied
  const { status } = result.content
  const after = progressed(order, [...others, { position: result.position, status }])
  const orderUpdate = after === order ? null : (await updateOrderStatement(tx, context, order, after)).returning('id')
  if (before === null) await insertResult(tx, context, result, orderUpdate)
  else if (!(await updateResult(tx, context, before, result, orderUpdate)))
    throw new Error('a laboratory result or its order changed although both rows were locked')
  await emit(applied.kind === 'corrected' ? resultCorrected(result) : resultReceived(result))
  if (applied.isCriticalRaised) {
    for (const notification of result.clock?.notified ?? []) await emit(criticalRaised(result, notification))
  }
  if (after !== order) await emit(orderChanged(after))
  return { result, order: after }
}
