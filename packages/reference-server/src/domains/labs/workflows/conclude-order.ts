import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Conclude, Transmission } from '../../../platform/partners/transmission.ts'
import type { LaboratoryResponse } from '../../../vendors/laboratory/provider.ts'
import { orderChanged } from '../events.ts'
import { applyStatusUpdates, markUndelivered, type LabOrder } from '../model/lab-order.ts'
import { readOrderWithTests, replaceOrder, type ReportedTests } from '../store/orders.ts'

/** What the laboratory's response changes in an order. Without a response in the policy's time, it is undelivered. */
export const concludeOrder: Conclude<LaboratoryResponse> = async (context, transmission, outcome, { isRepeated }) => {
  const { order: before, reported } = isRepeated ? await read(context, transmission) : await find(context, transmission)
  const after =
    'expired' in outcome
      ? markUndelivered(before)
      : applyStatusUpdates(before, outcome.response, [...reported.values()])
  if (after === before) return { answer: undefined }
  return { writes: [replaceOrder(after, before)], events: [orderChanged(after)], answer: undefined }
}

interface Found {
  readonly order: LabOrder
  /** The status of its results, by test. */
  readonly reported: ReportedTests
}

const read = (context: ReadContext, { subjectId }: Transmission): Promise<Found> =>
  readOrderWithTests(context.db, context, subjectId)

/** At once after it was placed, the order is known: it waits for the laboratory, and has no results. If it has changed, it is read. */
const find = async (context: ReadContext, transmission: Transmission): Promise<Found> => {
  // Of `placeLabOrder`.
  const order = transmission.known as LabOrder | undefined
  return order === undefined ? read(context, transmission) : { order, reported: new Map() }
}
