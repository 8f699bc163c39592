import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryAnswer, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { heard, unanswered } from '../model/lab-order.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { reportedTests } from '../store/result-facts.ts'

/** Sends an order until the laboratory has said yes or no, or the policy's time is over. */
export const sendOrder = (laboratory: Laboratory): TransmissionHandler<LaboratoryAnswer> => ({
  kind: 'order',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'order', id, order: payload as LaboratoryOrder }, signal),
  settle: async (keeping, { subjectId }, outcome) => {
    const before = await readOrder(keeping.tx, keeping, subjectId, 'lock')
    const after =
      'expired' in outcome
        ? unanswered(before)
        : heard(before, outcome.answer, await reportedTests(keeping.tx, subjectId))
    if (after === before) return
    await updateOrder(keeping.tx, keeping, before, after)
    await keeping.emit(orderChanged(after))
  },
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
