import type { ReadContext } from '../../../platform/contracts/context.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { findFree, type WantedStart } from '../model/find-free.ts'
import type { SchedulingPorts } from '../ports.ts'
import { problemOfRefusal, slotTaken } from '../problems.ts'
import type { OrganizationCalendar } from '../store/organization-calendar.ts'

/** A start, and the busy time around it. Epoch milliseconds. */
export interface SlotRequest extends WantedStart {
  /** Any free practitioner if undefined. */
  readonly practitionerId: string | undefined
  readonly from: number
  readonly to: number
}

export interface ClaimedTime {
  /** Practitioners to try, in this order. */
  readonly order: readonly string[]
  /** Call it once it is known whether the time was reserved. */
  readonly settle: () => void
}

/** The `settle` when nothing was claimed. */
const unclaimed = (): void => undefined

/** Null when others have taken every candidate. Throws when no availability allows this start. */
const candidateOrder = (
  calendar: OrganizationCalendar,
  slotRequest: SlotRequest,
  { caller, now, newId }: ReadContext,
): { readonly order: readonly string[]; readonly free: boolean } | null => {
  const candidates = calendar
    .candidates(now)
    .filter(
      ({ practitioner }) => slotRequest.practitionerId === undefined || practitioner.id === slotRequest.practitionerId,
    )
  const { offered, free, refusal } = findFree(candidates, slotRequest)
  if (refusal !== null) throw problemOfRefusal(refusal)
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
  for (;;) {
    // Reads again when it looks taken: another process may have released it within the last second.
    const found =
      candidateOrder(calendar, slotRequest, context) ??
      candidateOrder(await slots.freshCalendar(context), slotRequest, context)
    if (found === null) throw slotTaken()
    const { order, free } = found
    // The caller's own hold is in the way: this may be a retry of a request that succeeded, which the unit of work replays.
    if (!free) return { order, settle: unclaimed }
    const conflicts = new Map(order.map((id) => [id, claims.conflicting(id, slotRequest.from, slotRequest.to)]))
    const first = order.find((id) => conflicts.get(id) === null)
    if (first !== undefined) {
      const settle = claims.claim(first, slotRequest.from, slotRequest.to)
      return { order: [first, ...order.filter((id) => id !== first)], settle }
    }
    await Promise.race([...conflicts.values()].filter((settled) => settled !== null))
  }
}
