import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { LaboratoryRequest, ReportedOrderStatus } from '../provider.ts'
import { readOrderStatusUpdates, wordsOf } from './order-status-updates.ts'
import { valueOf, type Message, type Segment } from './segment.ts'

/** Its version: stored with each response that it read. */
export const orderResponseParser = 'hl7-order-response/2'

/** ERR-3 codes of temporary failures: record locked, internal error. */
const temporary = new Set(['206', '207'])
const longestText = 2_000

/** The control id of the acknowledged message (MSA-2); null if the message is not a response. */
export const acknowledgedControlId = (message: Message): string | null => {
  const given = message.find(({ name }) => name === 'MSA')
  return given === undefined ? null : valueOf(given, 2)
}

/**
 * Reads an ACK or an ORL^O22 to an order or its cancellation. `AE` is final: the message does not meet the laboratory's requirements.
 * `AR` is final only if ERR names a fault of the message; else (queue full, system down) it throws PartnerUnavailable.
 */
export const readOrderResponse = (
  kind: LaboratoryRequest['kind'],
  message: Message,
): readonly ReportedOrderStatus[] => {
  const named = (name: string): Segment[] => message.filter((each) => each.name === name)
  const code = valueOf(named('MSA')[0], 1)
  const errors = named('ERR')
  const text = textOf(named('MSA')[0], errors, named('NTE'))
  const refused: readonly ReportedOrderStatus[] = [
    { placerNumber: '', status: kind === 'order' ? 'refused' : 'not-cancelled', text },
  ]
  switch (code) {
    case 'AA':
    case 'CA':
      return byTest(kind, readOrderStatusUpdates(message), { text, notes: textOf(undefined, [], named('NTE')) })
    case 'AE':
    case 'CE':
      if (isTemporary(errors)) throw new PartnerUnavailable('internal-error')
      return refused
    case 'AR':
    case 'CR':
      if (errors.length === 0 || isTemporary(errors)) throw new PartnerUnavailable('rejected-for-now')
      return refused
    default:
      throw new PartnerUnavailable('answer-without-code')
  }
}

/**
 * An accepted order is accepted for all tests, except those for which an ORC states otherwise. The words of the acknowledgment are those of a
 * test that has none and is not performed. Comments without a test are about the order.
 */
const byTest = (
  kind: LaboratoryRequest['kind'],
  updates: readonly ReportedOrderStatus[],
  { text, notes }: { readonly text: string | null; readonly notes: string | null },
): readonly ReportedOrderStatus[] => {
  const worded = updates.map((each) =>
    each.status === 'accepted' || each.status === 'informed' ? each : { ...each, text: each.text ?? text },
  )
  const comment = updates.length === 0 ? notes : null
  if (kind === 'order') return [{ placerNumber: '', status: 'accepted', text: comment }, ...worded]
  if (comment !== null) return [{ placerNumber: '', status: 'informed', text: comment }]
  // Unable to accept the cancellation: the test is performed.
  return worded.map((each) => (each.status === 'refused' ? { ...each, status: 'not-cancelled' } : each))
}

const isTemporary = (errors: readonly Segment[]): boolean => errors.some((error) => temporary.has(valueOf(error, 3)))

const textOf = (given: Segment | undefined, errors: readonly Segment[], notes: readonly Segment[]): string | null => {
  const words = [
    ...errors.map((error) => valueOf(error, 8) || valueOf(error, 7) || valueOf(error, 3, 2)),
    ...notes.map(wordsOf),
    valueOf(given, 3),
  ].filter((each) => each !== '')
  return words.length === 0 ? null : [...new Set(words)].join(' ').slice(0, longestText)
}
