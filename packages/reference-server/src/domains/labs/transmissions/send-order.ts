import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryResponse, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { applyStatusUpdates, markUndelivered } from '../model/lab-order.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { listReportedTests } from '../store/result-facts.ts'

/** Sends an order until the laboratory has accepted or refused it, or the policy's time is over. */
export const sendOrder = (laboratory: Laboratory): TransmissionHandler<LaboratoryResponse> => ({
  kind: 'order',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'order', id, order: payload as LaboratoryOrder }, signal),
  settle: async (context, { subjectId }, outcome) => {
    const before = await readOrder(context.tx, context, subjectId, 'for-update')
    const after =
      'expired' in outcome
        ? markUndelivered(before)
        : applyStatusUpdates(before, outcome.response, await listReportedTests(context.tx, subjectId))
    if (after === before) return
    await updateOrder(context.tx, context, before, after)
    await context.emit(orderChanged(after))
  },
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
