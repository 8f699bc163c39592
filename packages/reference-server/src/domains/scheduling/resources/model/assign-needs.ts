import { hasBit } from '../../kernel/model/bits.ts'
import { claimMs } from '../../kernel/model/claimed-times.ts'
import { sliceMs } from '../../kernel/model/slice.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import { partnerShape, resourceShape, type Demand, type NeedCandidate, type VisitNeeds } from './visit-needs.ts'

const halfDayMs = 43_200_000

export interface AssignAt {
  readonly practitionerId: string
  /** Epoch milliseconds. */
  readonly start: number
  readonly now: number
  /** Whose times do not block. */
  readonly occupant: string | undefined
  /** Rotates among equals, so that concurrent requests do not all compete for the same calendar. */
  readonly turn: number
}

/** Ids of the calendars to take in addition to the practitioner's; the kind that is missing, if not enough are free. */
export type Assigned = { readonly owners: readonly string[] } | { readonly missing: Demand['kind'] }

/** Chooses the least busy of those who are free. A group visit that has begun to fill has what its first participant took. */
export const assignNeeds = ({ type, resources, practitioners }: VisitNeeds, at: AssignAt): Assigned => {
  const owners: string[] = []
  for (const { kind, count, candidates } of resources) {
    const chosen = inOrder(candidates, resourceShape(type), false, at).slice(0, count)
    if (chosen.length < count) return { missing: kind }
    owners.push(...chosen)
  }
  const seats = practitioners.flatMap(({ count, candidates }) => {
    const others = candidates.filter(({ id }) => id !== at.practitionerId)
    const free = inOrder(others, partnerShape(type), true, at)
    return Array.from({ length: count }, () => free)
  })
  const partners = matchSeats(seats)
  return partners === null ? { missing: 'practitioner' } : { owners: [...owners, ...partners] }
}

/** The candidates that are free for the whole visit, best first. */
const inOrder = (
  candidates: readonly NeedCandidate[],
  shape: VisitShape,
  isPractitioner: boolean,
  { start, now, occupant, turn }: AssignAt,
): string[] => {
  const { from, to } = claimMs(shape, start, isPractitioner)
  const isOfGroup = ({ bitmap }: NeedCandidate): boolean => occupant !== undefined && bitmap.hasOccupant(occupant, now)
  return candidates
    .filter(
      ({ bitmap, until }) =>
        start < until &&
        hasBit(bitmap.offered(shape), start / sliceMs - bitmap.firstSlice) &&
        !bitmap.overlaps(from, to, now, occupant),
    )
    .map((each, index, free) => ({
      id: each.id,
      isTaken: isOfGroup(each) ? 0 : 1,
      load: each.bitmap.load({ from: start - halfDayMs, to: start + halfDayMs, now }),
      place: (index + turn) % free.length,
    }))
    .sort((a, b) => a.isTaken - b.isTaken || a.load - b.load || a.place - b.place)
    .map(({ id }) => id)
}

/** A different candidate for each seat; null if there is none. Augmenting paths: a seat can move to another candidate for a later one. */
export const matchSeats = (seats: readonly (readonly string[])[]): string[] | null => {
  const seatOf = new Map<string, number>()
  const give = (seat: number, tried: Set<string>): boolean => {
    for (const id of seats[seat] ?? []) {
      if (tried.has(id)) continue
      tried.add(id)
      const before = seatOf.get(id)
      if (before === undefined || give(before, tried)) {
        seatOf.set(id, seat)
        return true
      }
    }
    return false
  }
  for (const seat of seats.keys()) if (!give(seat, new Set())) return null
  return [...seatOf.keys()].sort((a, b) => (seatOf.get(a) ?? 0) - (seatOf.get(b) ?? 0))
}
