import type { Reading } from '../../../platform/contracts/context.ts'
import { choosePractitioners } from '../model/choose-practitioners.ts'
import { findFree, type WantedStart } from '../model/find-free.ts'
import type { SchedulingPorts } from '../ports.ts'
import { refusalProblem, slotTaken } from '../problems.ts'
import type { OrganizationCalendar } from '../store/organization-calendar.ts'

/** A start, and the time around it that would be taken. Epoch milliseconds. */
export interface Wish extends WantedStart {
  /** Anyone who is free when undefined. */
  readonly practitionerId: string | undefined
  readonly from: number
  readonly to: number
}

export interface ClaimedTime {
  /** Whose time to try, in this order. */
  readonly order: readonly string[]
  /** To be called once it is known whether the time was taken. */
  readonly settle: () => void
}

/** Nothing is claimed. */
const unclaimed = (): void => undefined

/** Null when others have taken it all. Throws when nobody's rules allow this start. */
const whomToTry = (
  calendar: OrganizationCalendar,
  wish: Wish,
  { caller, now, newId }: Reading,
): { readonly order: readonly string[]; readonly free: boolean } | null => {
  const candidates = calendar
    .candidates(now)
    .filter(({ practitioner }) => wish.practitionerId === undefined || practitioner.id === wish.practitionerId)
  const { offered, free, refusal } = findFree(candidates, wish)
  if (refusal !== null) throw refusalProblem(refusal)
  if (free.length > 0) return { order: choosePractitioners(free, Number.parseInt(newId().slice(-6), 16)), free: true }
  const lost = offered.every((id) => calendar.takenByOthers(id, wish.from, wish.to, caller.personId, now))
  return lost ? null : { order: offered, free: false }
}

/**
 * Waits until no other request of this process is about to take the same time, and claims it. In a race one request goes on to the
 * arbiter at a time; the others learn from its commit that they have lost, without a transaction of their own.
 */
export const claimTime = async (
  { slots, claims }: SchedulingPorts,
  wish: Wish,
  reading: Reading,
): Promise<ClaimedTime> => {
  const calendar = await slots.calendar(reading)
  for (;;) {
    // When it looks taken: it may have been let go in another process within the last second.
    const found = whomToTry(calendar, wish, reading) ?? whomToTry(await slots.freshCalendar(reading), wish, reading)
    if (found === null) throw slotTaken()
    const { order, free } = found
    // The caller's own hold is in the way: perhaps this repeats a request that has succeeded, which the unit of work will replay.
    if (!free) return { order, settle: unclaimed }
    const inTheWay = new Map(order.map((id) => [id, claims.inTheWay(id, wish.from, wish.to)]))
    const first = order.find((id) => inTheWay.get(id) === null)
    if (first !== undefined) {
      const settle = claims.claim(first, wish.from, wish.to)
      return { order: [first, ...order.filter((id) => id !== first)], settle }
    }
    await Promise.race([...inTheWay.values()].filter((settled) => settled !== null))
  }
}
