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
import { contradictingUpdates } from '../model/contradicting-updates.ts'
import { isNaming, namesAnother } from '../model/place-status.ts'
import type { KnownIdentity } from '../model/same-person.ts'
import { withoutPayers } from '../model/without-coverages.ts'
import { holdResponse, type Unmatched, type UnmatchedReason } from '../model/unmatched.ts'
import type { LabsPorts } from '../ports.ts'
import { insertMessage, insertUnmatchedMessage } from '../store/messages.ts'
import { readOrderWithTests, replaceOrder, type ReportedTests } from '../store/orders.ts'
import { insertUnmatched } from '../store/unmatched.ts'

type Directory = Pick<LabsPorts['directory'], 'patient'>

export interface OrderResponse extends LaboratoryResponse {
  /** The laboratory was given none, because the patient asked so after the order was placed. */
  readonly withoutCoverages?: true
}

/** What the laboratory's response changes in an order. Without a response in the policy's time, it is undelivered. */
export const concludeOrder =
  (directory: Directory): Conclude<OrderResponse> =>
  async (context, transmission, outcome, { isRepeated }) => {
    const { order: before, reported } = isRepeated
      ? await read(context, transmission)
      : await find(context, transmission)
    const updates = 'expired' in outcome ? [] : outcome.response.updates
    // Decrypted only to be compared: most responses name no one.
    const patient = updates.some(({ person }) => isNaming(person))
      ? await directory.patient(context, before.patientId)
      : null
    const { fitting, held } = sortResponse(context, { order: before, patient, kind: transmission.kind }, updates)
    const answered = ({ withoutCoverages }: OrderResponse): LabOrder => {
      const updated = applyStatusUpdates(before, fitting, [...reported.values()])
      return withoutCoverages ? withoutPayers(updated, before) : updated
    }
    const after = 'expired' in outcome ? markUndelivered(before) : answered(outcome.response)
    const messages = 'expired' in outcome ? [] : messagesOf(context, outcome.response, before, held)
    if (after === before && messages.length === 0) return { answer: undefined }
    return {
      writes: [...(after === before ? [] : [replaceOrder(after, before)]), ...held.map(insertUnmatched), ...messages],
      events: [...(after === before ? [] : [orderChanged(after)]), ...held.map(resultUnmatched)],
      answer: undefined,
    }
  }

/**
 * The response as it came, with the patient, and with each part of it that waits for a person. One that names another person is not kept with
 * the patient.
 */
const messagesOf = (
  { newId, now }: Pick<ReadContext, 'newId' | 'now'>,
  { message: { bytes, ...message } }: LaboratoryResponse,
  { patientId }: LabOrder,
  held: readonly Unmatched[],
): readonly Write[] => {
  const received = () => ({ ...message, id: newId(), part: 0, receivedAt: now })
  return [
    ...(held.some(({ reason }) => reason === 'identity-differs')
      ? []
      : [insertMessage({ ...received(), patientId, resultIds: [] }, bytes)]),
    ...held.map(({ id: unmatchedId }) => insertUnmatchedMessage({ ...received(), unmatchedId }, bytes)),
  ]
}

interface SortedResponse {
  readonly fitting: readonly OrderStatusUpdate[]
  /** What names another number or person than this order's, has an unknown code, or contradicts itself: a person reads it. */
  readonly held: readonly Unmatched[]
}

interface Answered {
  readonly order: LabOrder
  /** Null if the response names no one. */
  readonly patient: KnownIdentity | null
  /** Of the request. */
  readonly kind: string
}

const sortResponse = (
  { newId, now }: Pick<ReadContext, 'newId' | 'now'>,
  { order, patient, kind }: Answered,
  updates: LaboratoryResponse['updates'],
): SortedResponse => {
  const isOfOrder = ({ placerNumber }: ReportedOrderStatus): boolean => {
    const named = readPlacerNumber(placerNumber)
    const test = named?.groupNumber === order.groupNumber && order.content.tests[named.position - 1]
    return placerNumber === '' || Boolean(test)
  }
  const contradicting = contradictingUpdates(updates.slice(kind === 'order' ? 1 : 0).filter(isOfOrder))
  const reasonOf = (update: ReportedOrderStatus): UnmatchedReason | null => {
    if (patient !== null && namesAnother(update.person, patient)) return 'identity-differs'
    if (!isOfOrder(update)) return 'unknown-order'
    if (update.status === 'unknown') return 'unknown-code'
    return contradicting.has(update) ? 'contradictory' : null
  }
  const sorted = updates.map((update) => ({ update, reason: reasonOf(update) }))
  const { patientId } = order
  return {
    fitting: sorted.flatMap(({ reason, update: { status, placerNumber, text } }) =>
      reason !== null || status === 'unknown' ? [] : { placerNumber, status, text },
    ),
    held: sorted.flatMap(({ reason, update }) => {
      if (reason === null) return []
      const waiting = { ...update, fillerNumber: '', test: null, person: update.person ?? null, part: 0 }
      return holdResponse(waiting, { id: newId(), reason, patientId, source: laboratoryIdOf(order), now })
    }),
  }
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
