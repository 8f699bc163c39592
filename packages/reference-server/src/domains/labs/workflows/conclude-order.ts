import type { Conclude } from '../../../platform/partners/transmission.ts'
import type { LaboratoryResponse } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { applyStatusUpdates, markUndelivered } from '../model/lab-order.ts'
import { readOrderWithTests, replaceOrder } from '../store/orders.ts'

/** What the laboratory's response changes in an order. Without a response in the policy's time, it is undelivered. */
export const concludeOrder: Conclude<LaboratoryResponse> = async (context, { subjectId }, outcome) => {
  const { order: before, reported } = await readOrderWithTests(context.db, context, subjectId)
  const after =
    'expired' in outcome
      ? markUndelivered(before)
      : applyStatusUpdates(before, outcome.response, [...reported.values()])
  if (after === before) return { answer: undefined }
  return { writes: [replaceOrder(after, before)], events: [orderChanged(after)], answer: undefined }
}
