import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Laboratory, LaboratoryAnswer, LaboratoryOrder } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { heard, unanswered } from '../model/lab-order.ts'
import { readOrder, updateOrder } from '../store/orders.ts'
import { reportedTests } from '../store/result-facts.ts'

/**
 * Asks the laboratory to stop. It leaves after the order itself, whose transmission has the same subject. An answer that names no test
 * settles nothing: the laboratory says later what became of it.
 */
export const sendCancellation = (laboratory: Laboratory): TransmissionHandler<LaboratoryAnswer> => ({
  kind: 'cancel',
  send: ({ id, payload }, signal) => laboratory.send({ kind: 'cancel', id, order: payload as LaboratoryOrder }, signal),
  settle: async (keeping, { subjectId }, outcome) => {
    const before = await readOrder(keeping.tx, keeping, subjectId, 'lock')
    const results = await reportedTests(keeping.tx, subjectId)
    const after = 'expired' in outcome ? unanswered(before) : heard(before, outcome.answer, results)
    if (after === before) return
    await updateOrder(keeping.tx, keeping, before, after)
    await keeping.emit(orderChanged(after))
  },
  audit: { entity: 'LabOrder', because: 'lab', purpose: 'TREAT' },
})
