import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import type { Conclude, Transmission } from '../../../platform/partners/transmission.ts'
import type {
  LaboratoryResponse,
  OrderStatusUpdate,
  ReportedOrderStatus,
} from '../../../vendors/laboratory/provider.ts'
import { orderChanged, resultUnmatched } from '../events.ts'
import {
  applyStatusUpdates,
  laboratoryIdOf,
  markUndelivered,
  readPlacerNumber,
  type LabOrder,
} from '../model/lab-order.ts'
import { holdResponse, type Unmatched } from '../model/unmatched.ts'
import { insertMessage, insertUnmatchedMessage } from '../store/messages.ts'
import { readOrderWithTests, replaceOrder, type ReportedTests } from '../store/orders.ts'
import { insertUnmatched } from '../store/unmatched.ts'

/** What the laboratory's response changes in an order. Without a response in the policy's time, it is undelivered. */
export const concludeOrder: Conclude<LaboratoryResponse> = async (context, transmission, outcome, { isRepeated }) => {
  const { order: before, reported } = isRepeated ? await read(context, transmission) : await find(context, transmission)
  const { fitting, held } = 'expired' in outcome ? nothing : sortResponse(context, before, outcome.response)
  const after =
    'expired' in outcome ? markUndelivered(before) : applyStatusUpdates(before, fitting, [...reported.values()])
  const messages = 'expired' in outcome ? [] : messagesOf(context, outcome.response, before, held)
  if (after === before && messages.length === 0) return { answer: undefined }
  return {
    writes: [...(after === before ? [] : [replaceOrder(after, before)]), ...held.map(insertUnmatched), ...messages],
    events: [...(after === before ? [] : [orderChanged(after)]), ...held.map(resultUnmatched)],
    answer: undefined,
  }
}

/** The response as it came, with the patient, and with each part of it that waits for a person. */
const messagesOf = (
  { newId, now }: Pick<ReadContext, 'newId' | 'now'>,
  { message: { bytes, ...message } }: LaboratoryResponse,
  { patientId }: LabOrder,
  held: readonly Unmatched[],
): readonly Write[] => {
  const received = () => ({ ...message, id: newId(), part: 0, receivedAt: now })
  return [
    insertMessage({ ...received(), patientId, resultIds: [] }, bytes),
    ...held.map(({ id: unmatchedId }) => insertUnmatchedMessage({ ...received(), unmatchedId }, bytes)),
  ]
}

interface SortedResponse {
  readonly fitting: readonly OrderStatusUpdate[]
  /** What names another number than this order's, or has an unknown code: a person reads it. */
  readonly held: readonly Unmatched[]
}
const nothing: SortedResponse = { fitting: [], held: [] }

const sortResponse = (
  { newId, now }: Pick<ReadContext, 'newId' | 'now'>,
  order: LabOrder,
  response: LaboratoryResponse,
): SortedResponse => {
  const isOfOrder = ({ placerNumber }: ReportedOrderStatus): boolean => {
    const named = readPlacerNumber(placerNumber)
    const test = named?.groupNumber === order.groupNumber && order.content.tests[named.position - 1]
    return placerNumber === '' || Boolean(test)
  }
  const fitting = response.updates.flatMap(({ status, ...update }) =>
    status === 'unknown' || !isOfOrder({ status, ...update }) ? [] : { status, ...update },
  )
  const held = response.updates
    .filter((each) => each.status === 'unknown' || !isOfOrder(each))
    .map((each) => {
      const reason = isOfOrder(each) ? 'unknown-code' : 'unknown-order'
      const update = { ...each, fillerNumber: '', test: null, person: null, part: 0 }
      const { patientId } = order
      return holdResponse(update, { id: newId(), reason, patientId, source: laboratoryIdOf(order), now })
    })
  return { fitting, held }
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
