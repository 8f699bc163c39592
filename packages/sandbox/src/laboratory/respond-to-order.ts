import { headerSegment, segment, formatMessage, timestamp, type Hl7Segment } from './hl7.ts'
import type { ReceivedOrder } from './read-orders.ts'

/** What the laboratory does with the next message. By default it accepts orders, and cancels what is not finished. */
export type OrderBehavior =
  | { readonly do: 'accept' }
  /** `AE` and `UA`: it does not accept the order as it is. */
  | { readonly do: 'refuse'; readonly text?: string }
  /** Accepts the first test and refuses the others. */
  | { readonly do: 'accept-first'; readonly text?: string }
  /** `AR` with an error code of HL7 table 0357; `207` allows a retry. */
  | { readonly do: 'reject'; readonly errorCode?: string; readonly text?: string }
  /** `AA` without information about the order itself. */
  | { readonly do: 'receive' }
  /** For a cancellation: `UC`. */
  | { readonly do: 'keep-order'; readonly text?: string }
  /** Accepts the order, and its response has this code (ORC-1) for another number too, and names this person (PID). */
  | { readonly do: 'name-another'; readonly code: string; readonly placerNumber: string; readonly person?: Named }
  /** Receives the message and never responds. */
  | { readonly do: 'silence' }
  /** Receives the message and closes the connection. */
  | { readonly do: 'drop' }
  /** Responds with bytes that are not a message. */
  | { readonly do: 'nonsense' }
  /** Responds normally, but later. */
  | { readonly do: 'delay'; readonly ms: number }

type Named = Pick<ReceivedOrder['person'], 'family' | 'given' | 'birthDate'>

export interface OrderResponseParts {
  readonly header: Hl7Segment
  readonly orders: readonly ReceivedOrder[]
  readonly behavior: OrderBehavior
  /** Whether the final report of the test was sent, so that it can no longer be cancelled. */
  readonly isDone: (order: ReceivedOrder) => boolean
  readonly controlId: string
  readonly at: Date
}

/** ORL^O22, or an ACK alone where the behavior omits the order. */
export const respondToOrder = ({ header, orders, behavior, isDone, controlId, at }: OrderResponseParts): Buffer => {
  const { code, error, words: errorText } = acknowledgment(behavior)
  const isAckOnly = behavior.do === 'receive' || code === 'AR'
  const control = (order: ReceivedOrder, index: number): string => {
    if (order.control === 'CA') return code !== 'AA' || behavior.do === 'keep-order' || isDone(order) ? 'UC' : 'CR'
    return code !== 'AA' || (behavior.do === 'accept-first' && index > 0) ? 'UA' : 'OK'
  }
  return formatMessage(
    headerSegment({
      3: header.at(5),
      4: header.at(6),
      5: header.at(3),
      6: header.at(4),
      7: timestamp(at),
      9: isAckOnly ? ['ACK', header.at(9, 2), 'ACK'] : ['ORL', 'O22', 'ORL_O22'],
      10: controlId,
      11: header.at(11),
      12: '2.5.1',
      18: 'UNICODE UTF-8',
    }),
    segment('MSA', { 1: code, 2: header.at(10) }),
    ...(error === null ? [] : [segment('ERR', { 3: [error, '', 'HL70357'], 4: 'E', 8: errorText ?? '' })]),
    ...(error === null && errorText !== undefined ? [segment('NTE', { 1: '1', 2: 'L', 3: errorText })] : []),
    ...(behavior.do === 'name-another' && behavior.person
      ? [segment('PID', { 1: '1', 5: [behavior.person.family, behavior.person.given], 7: behavior.person.birthDate })]
      : []),
    ...(isAckOnly
      ? []
      : orders.map((order, index) =>
          segment('ORC', {
            1: control(order, index),
            2: order.placerNumber,
            3: order.fillerNumber,
            4: order.groupNumber,
          }),
        )),
    ...(behavior.do === 'name-another' ? [segment('ORC', { 1: behavior.code, 2: behavior.placerNumber })] : []),
  )
}

const acknowledgment = (
  behavior: OrderBehavior,
): { code: 'AA' | 'AE' | 'AR'; error: string | null; words?: string | undefined } => {
  switch (behavior.do) {
    case 'refuse':
      return { code: 'AE', error: '103', words: behavior.text ?? 'This test is not offered.' }
    case 'reject':
      return { code: 'AR', error: behavior.errorCode ?? null, words: behavior.text }
    case 'accept-first':
    case 'keep-order':
      return { code: 'AA', error: null, words: behavior.text }
    default:
      return { code: 'AA', error: null }
  }
}
