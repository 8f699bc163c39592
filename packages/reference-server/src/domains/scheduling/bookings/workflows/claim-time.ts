import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { findFree, type WantedStart } from '../../kernel/model/find-free.ts'
import type { Candidate } from '../../kernel/model/search-slots.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { problemOfRefusal, slotTaken } from '../../problems.ts'
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
}

export interface ClaimedTime {
  /** Practitioners to try, in this order. */
  readonly order: readonly string[]
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
): { readonly order: readonly string[]; readonly free: boolean } | null => {
  const { type, offerMinutes } = slotRequest
  const candidates = candidatesOf(calendar, slotRequest, now)
  const { offered, free, refusal } = findFree(candidates, {
    ...slotRequest,
    type: { ...type, minimumNoticeMinutes: type.minimumNoticeMinutes - offerMinutes },
  })
  if (refusal !== null) throw problemOfRefusal(refusal, nearestStarts(candidates, slotRequest))
  if (free.length > 0) return { order: choosePractitioners(free, Number.parseInt(newId().slice(-6), 16)), free: true }
  const lost = offered.every((id) => calendar.takenByOthers(id, slotRequest.from, slotRequest.to, caller.personId, now))
  return lost ? null : { order: offered, free: false }
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
  const nearest = () => nearestStarts(candidatesOf(calendar, slotRequest, context.now), slotRequest)
  for (;;) {
    // Reads again when it looks taken: another process may have released it within the last second.
    const found =
      candidateOrder(calendar, slotRequest, context) ??
      candidateOrder(await slots.freshCalendar(context), slotRequest, context)
    if (found === null) throw slotTaken(nearest())
    const { order, free } = found
    // A hold of the caller for another patient is in the way.
    if (!free) return { order, settle: unclaimed, nearest }
    const conflicts = new Map(order.map((id) => [id, claims.conflicting(id, slotRequest.from, slotRequest.to)]))
    const first = order.find((id) => conflicts.get(id) === null)
    if (first !== undefined) {
      const settle = claims.claim(first, slotRequest.from, slotRequest.to)
      return { order: [first, ...order.filter((id) => id !== first)], settle, nearest }
    }
    await Promise.race([...conflicts.values()].filter((settled) => settled !== null))
  }
}
