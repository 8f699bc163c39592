import { operation } from '../../../platform/contracts/operation.ts'
import { orderChanged, unmatchedDecided } from '../events.ts'
import { applyStatusUpdates, placerNumberOf, type LabOrder } from '../model/lab-order.ts'
import { placeInOrder } from '../model/place-report.ts'
import { applyUnmatchedResponse, type Unmatched } from '../model/unmatched.ts'
import type { LabsContext } from '../ports.ts'
import { testNotOrdered } from '../problems.ts'
import { deleteUnmatchedMessage, insertMessage, listUnmatchedMessages } from '../store/messages.ts'
import { readOrderWithTests, replaceOrder } from '../store/orders.ts'
import { listResultsByOrder } from '../store/result-facts.ts'
import { readUnmatched, replaceUnmatched } from '../store/unmatched.ts'
import { gatherPractitioners } from '../workflows/gather-practitioners.ts'
import { presentOrder } from '../presenters/present-order.ts'

/** Applies a response to an order by a person's decision. Measured results take precedence, as in a response that fits. */
export const applyResponse = operation<LabsContext>()('applyResponse', {
  gather: async ({ path, body }, ports, context) => {
    const unmatched = await readUnmatched(context.db, context, path.unmatchedId)
    const { order, reported } = await readOrderWithTests(context.db, context, body.orderId)
    const [summaryOf, resultsOf, messages] = await Promise.all([
      gatherPractitioners(ports, context, [order]),
      listResultsByOrder(context.db, context, [order.id]),
      listUnmatchedMessages(context.db, context, unmatched.id),
    ])
    const laboratories = ports.laboratories.listOf(context.caller.organizationId)
    const parties = { practitioner: summaryOf(order), results: resultsOf(order.id), laboratories }
    return { unmatched, order, reported: [...reported.values()], messages, parties }
  },
  decide: (_, { unmatched, order: before, reported, messages, parties }, { caller, now, newId }) => {
    const { applied, status, text } = applyUnmatchedResponse(unmatched, { by: caller.personId, at: now })
    const position = positionOf(before, unmatched.report)
    if (position === null) throw testNotOrdered()
    const placerNumber = placerNumberOf(before.groupNumber, position)
    const after = applyStatusUpdates(before, [{ placerNumber, status, text }], reported)
    const { patientId } = before
    return {
      writes: [
        ...(after === before ? [] : [replaceOrder(after, before)]),
        replaceUnmatched(applied, unmatched),
        // Under the patient's key from now on.
        ...messages.flatMap(({ message: { unmatchedId, ...message }, bytes }) => [
          insertMessage({ ...message, id: newId(), patientId, resultIds: [] }, bytes),
          deleteUnmatchedMessage({ ...message, unmatchedId }),
        ]),
      ],
      events: [...(after === before ? [] : [orderChanged(after)]), unmatchedDecided(unmatched, 'matched')],
      answer: { status: 200, body: presentOrder(after, parties) },
    }
  },
})

/** Of the test that a response names, by its number or its code. One that names none is about the only test of the order. */
const positionOf = (order: LabOrder, { test, placerNumber }: Unmatched['report']): number | null => {
  const place = placeInOrder(order, { test, placerNumber })
  // Its number names a test, and its code another one, or a member of a panel.
  if (place !== null && place.kind !== 'at' && test.code !== '') return null
  const isOnly = test.code === '' && order.content.tests.length === 1
  return place?.position ?? (isOnly ? 1 : null)
}
