import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { findFree, type WantedStart } from '../../kernel/model/find-free.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfRefusal, resourcesTaken, slotTaken } from '../../problems.ts'
import { chooseClaims, isPlain, type Chosen } from '../../resources/workflows/choose-claims.ts'
import type { Claimable } from '../../kernel/store/claim-set.ts'
import type { OrganizationCalendar } from '../../kernel/store/organization-calendar.ts'
import { nearestStarts } from './nearest-starts.ts'

/** A start, and the busy time around it. Epoch milliseconds. */
export interface SlotRequest extends WantedStart {
  /** Any free practitioner if undefined. */
  readonly practitionerId: string | undefined
  readonly from: number
  readonly to: number
  /** What was offered this long ago can be held. */
  readonly offerMinutes: number
  readonly interpreterLanguage: string | undefined
  /** Whose times do not block, for a visit with this practitioner. */
  readonly occupantWith: (practitionerId: string) => string | undefined
}

export interface ClaimedTime {
  /** Practitioners to try, in this order. */
  readonly order: readonly string[]
  /** What else the visit takes with each of them. Those without an entry cannot be had, unless the visit is plain. */
  readonly chosen: ReadonlyMap<string, Chosen>
  /** Call it once it is known whether the time was reserved. */
  readonly settle: () => void
  /** The starts to choose instead. */
  readonly nearest: () => readonly number[]
}

/** The `settle` when nothing was claimed. */
const unclaimed = (): void => undefined

const candidatesOf = (
  calendar: OrganizationCalendar,
  { practitionerId }: SlotRequest,
  now: Date,
): readonly Candidate[] =>
  calendar
    .candidates(now)
    .filter(({ practitioner }) => practitionerId === undefined || practitioner.id === practitionerId)

/** Null when others have taken every candidate. Throws when no availability allows this start. */
const candidateOrder = (
  calendar: OrganizationCalendar,
  slotRequest: SlotRequest,
  { caller, now, newId }: ReadContext,
): (Pick<ClaimedTime, 'order' | 'chosen'> & { readonly free: boolean }) | null => {
  const { type, offerMinutes } = slotRequest
  const candidates = candidatesOf(calendar, slotRequest, now)
  const { offered, free, refusal } = findFree(candidates, {
    ...slotRequest,
    // Chosen below, one by one.
    needed: undefined,
    type: { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes - offerMinutes },
  })
  if (refusal !== null) throw problemOfRefusal(refusal, nearestStarts(candidates, slotRequest))
  const turn = Number.parseInt(newId().slice(-6), 16)
  const ids = free.map(({ id }) => id)
  const { chosen, missing } = chooseClaims(calendar, ids, { ...slotRequest, now, turn })
  const able = free.filter(({ id }) => chosen.has(id))
  if (able.length > 0) return { order: choosePractitioners(able, turn), chosen, free: true }
  if (missing !== null) throw resourcesTaken(missing, nearestStarts(candidates, slotRequest))
  const lost = offered.every((id) => calendar.takenByOthers(id, slotRequest.from, slotRequest.to, caller.personId, now))
  return lost ? null : { order: offered, chosen, free: false }
}

/**
 * Serializes competing requests of this process and claims the time. In a race one request at a time reaches the exclusion constraint; the
 * others see its commit and fail without a transaction of their own.
 */
export const claimTime = async (
  { slots, claims }: SchedulingPorts,
  slotRequest: SlotRequest,
  context: ReadContext,
): Promise<ClaimedTime> => {
  const calendar = await slots.calendar(context)
  // What a visit takes in addition to its practitioner must be free for sure: a change has one choice of it.
  const isChosen = !isPlain(slotRequest.type, slotRequest)
  const nearest = () => nearestStarts(candidatesOf(calendar, slotRequest, context.now), slotRequest)
  for (;;) {
    // Reads again when it looks taken: another process may have released it within the last second.
    const found =
      (isChosen ? null : candidateOrder(calendar, slotRequest, context)) ??
      candidateOrder(await slots.freshCalendar(context), slotRequest, context)
    if (found === null) throw slotTaken(nearest())
    const { order, chosen, free } = found
    // A hold of the caller for another patient is in the way.
    if (!free) return { order, chosen, settle: unclaimed, nearest }
    const calendarsOf = (id: string): readonly Claimable[] => [
      { ownerId: id, from: slotRequest.from, to: slotRequest.to },
      ...(chosen.get(id)?.claims ?? []).map(({ ownerId, from, to }) => ({
        ownerId,
        from: from.getTime(),
        to: to.getTime(),
      })),
    ]
    const conflicts = new Map(order.map((id) => [id, claims.conflictingAny(calendarsOf(id))]))
    const first = order.find((id) => conflicts.get(id) === null)
    if (first !== undefined) {
      const settle = claims.claimAll(calendarsOf(first))
      return { order: [first, ...order.filter((id) => id !== first)], chosen, settle, nearest }
    }
    await Promise.race([...conflicts.values()].filter((settled) => settled !== null))
  }
}
