import type { Change } from '../../../platform/contracts/change.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { unlessErased } from '../../../platform/problems/unless-erased.ts'
import type { Delivery, OrderStatusUpdate, UnsolicitedStatus } from '../../../vendors/laboratory/provider.ts'
import { orderChanged, resultUnmatched } from '../events.ts'
import { contradictingUpdates } from '../model/contradicting-updates.ts'
import { applyStatusUpdates, readPlacerNumber } from '../model/lab-order.ts'
import { holdReasonOfStatus, type NamedOrder } from '../model/place-status.ts'
import { holdResponse, isSameResponse, type Unmatched } from '../model/unmatched.ts'
import type { LabsPorts } from '../ports.ts'
import { listEncryptedOrders, replaceOrder, type EncryptedOrder } from '../store/orders.ts'
import { insertUnmatched, listOpenUnmatchedByFiller } from '../store/unmatched.ts'
import { keepMessages, type Kept } from './keep-messages.ts'

type Directory = Pick<LabsPorts['directory'], 'patient'>

/**
 * What a message about orders changes. A status that fits changes its order; every other one waits for a person, and does not stop the one
 * next to it. The message is kept with each.
 */
export const changeOrders = async (
  context: ReadContext,
  directory: Directory,
  delivery: Delivery,
  updates: readonly UnsolicitedStatus[],
): Promise<Required<Pick<Change<void>, 'writes' | 'events'>>> => {
  const groupNumbers = updates.flatMap(({ placerNumber }) => readPlacerNumber(placerNumber)?.groupNumber ?? [])
  const found = await listEncryptedOrders(context.db, context, { groupNumbers })
  const named = new Map(
    await Promise.all(
      found.map(async (order) => [order.groupNumber, await unlessErased(decrypt(context, directory, order))] as const),
    ),
  )
  const resolved = withContradictions(
    updates.map((update) => {
      const order = named.get(readPlacerNumber(update.placerNumber)?.groupNumber ?? '') ?? null
      return { update, order, reason: holdReasonOfStatus(update, order, delivery.laboratoryId) }
    }),
  )
  const fitting = Map.groupBy(
    resolved.flatMap(({ update, order, reason }) => (order === null || reason !== null ? [] : { update, order })),
    ({ order }) => order,
  )
  const changed = Array.from(fitting, ([{ order, reported }, own]) => ({
    before: order,
    after: applyStatusUpdates(
      order,
      own.map(({ update }) => knownStatus(update)),
      reported,
    ),
  })).filter(({ before, after }) => after !== before)
  const held = await holdOthers(context, delivery, resolved)
  const kept = [
    ...resolved.flatMap(({ update, order, reason }): Kept[] =>
      order === null || reason !== null ? [] : [{ part: update.part, patientId: order.order.patientId }],
    ),
    ...held.map(({ part, unmatched }) => ({ part, unmatchedId: unmatched.id })),
  ]
  const added = held.flatMap(({ isNew, unmatched }) => (isNew ? unmatched : []))
  return {
    writes: [
      ...changed.map(({ before, after }) => replaceOrder(after, before)),
      ...added.map(insertUnmatched),
      ...keepMessages(delivery, kept, context),
    ],
    events: [...changed.map(({ after }) => orderChanged(after)), ...added.map(resultUnmatched)],
  }
}

interface Held {
  readonly part: number
  readonly unmatched: Unmatched
  readonly isNew: boolean
}

interface ResolvedStatus {
  readonly update: UnsolicitedStatus
  readonly order: NamedOrder | null
  readonly reason: Unmatched['reason'] | null
}

/** Two updates of one message that contradict each other both wait: the last one is not more right than the first. */
const withContradictions = (resolved: readonly ResolvedStatus[]): readonly ResolvedStatus[] => {
  const about = resolved.filter(({ reason }) => reason === null || reason === 'contradictory')
  const contradicting = contradictingUpdates(about.map(({ update }) => update))
  return resolved.map((each) => (contradicting.has(each.update) ? { ...each, reason: 'contradictory' } : each))
}

/** The same word about the same test is one entry, whatever message it comes in. */
const holdOthers = async (
  context: ReadContext,
  { source }: Delivery,
  resolved: readonly ResolvedStatus[],
): Promise<readonly Held[]> => {
  const others = resolved.flatMap(({ update, order, reason }) => (reason === null ? [] : { update, order, reason }))
  if (others.length === 0) return []
  const numbers = others.map(({ update }) => update.fillerNumber || update.placerNumber)
  const open = await listOpenUnmatchedByFiller(context.db, context, source, [...new Set(numbers)])
  const held: Held[] = []
  for (const { update, order, reason } of others) {
    const patientId = order?.order.patientId ?? null
    const response = holdResponse(update, { id: context.newId(), reason, patientId, source, now: context.now })
    const known = [...open, ...held.map(({ unmatched }) => unmatched)].find((each) => isSameResponse(each, response))
    held.push({ part: update.part, unmatched: known ?? response, isNew: known === undefined })
  }
  return held
}

const decrypt = async (context: ReadContext, directory: Directory, found: EncryptedOrder): Promise<NamedOrder> => ({
  order: await found.decrypt(),
  patient: await directory.patient(context, found.patientId),
  reported: [...found.reported.values()],
})

const knownStatus = ({ placerNumber, status, text }: UnsolicitedStatus): OrderStatusUpdate => {
  if (status === 'unknown') throw new Error('a status that is not known was applied')
  return { placerNumber, status, text }
}
