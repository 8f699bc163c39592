import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryResponse, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { applyStatusUpdates, markUndelivered } from '../model/lab-order.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { listReportedTests } from '../store/result-facts.ts'

/**
 * Asks the laboratory to cancel. It is sent after the order, whose transmission has the same subject. A response that names no test decides
 * nothing: the laboratory reports the outcome later.
 */
export const sendCancellation = (laboratory: Laboratory): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'cancel',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'cancel', id, order: payload as LaboratoryOrder }, signal),
  settle: async (context, { subjectId }, outcome) => {
    const before = await readOrder(context.tx, context, subjectId, 'for-update')
    const results = await listReportedTests(context.tx, subjectId)
    const after = 'expired' in outcome ? markUndelivered(before) : applyStatusUpdates(before, outcome.response, results)
    if (after === before) return
    await updateOrder(context.tx, context, before, after)
    await context.emit(orderChanged(after))
  },
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
