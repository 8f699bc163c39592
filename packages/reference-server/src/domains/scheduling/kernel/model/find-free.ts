import type { AvailabilityBitmap } from './availability-bitmap.ts'
import { hasBit } from './bits.ts'
import type { LimitReason } from './booking-limits.ts'
import { bookableStarts, rowStarts } from './bookable-starts.ts'
import type { Candidate } from './search-slots.ts'
import { sliceMs } from './slice.ts'
import { refusalOfStart, type Misfit, type OutOfTime, type Wanted } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'

/** Fairness is measured over the weeks around a start, so that a later day balances what one day left uneven. */
const fourWeeksMs = 28 * 86_400_000

export interface WantedStart extends Wanted {
  readonly type: VisitShape
  /** Epoch milliseconds. */
  readonly start: number
  readonly now: number
}

export type StartRefusal = Misfit | OutOfTime | LimitReason | 'no-availability'

export interface FreeAt {
  /** Practitioners whose availability and limits allow this start, free or not. */
  readonly offered: readonly string[]
  /** Practitioners who are free, and how much of their time in the eight weeks around the start is taken with this visit. */
  readonly free: readonly { readonly id: string; readonly load: number }[]
  /** The most helpful reason when no availability allows the start. */
  readonly refusal: StartRefusal | null
}

/** Most specific first: faults of the request come before those of one practitioner. */
const reasonsBySpecificity = [
  'age',
  'patient-busy',
  'notice',
  'horizon',
  'not-licensed',
  'daily-limit',
  'weekly-limit',
  'no-availability',
  'language',
  'specialty',
  'inactive',
] as const

/** The practitioners of `candidates` who can take a visit that starts at `start`. */
export const findFree = (candidates: readonly Candidate[], { type, start, now, ...wanted }: WantedStart): FreeAt => {
  const slice = start / sliceMs
  const offered: string[] = []
  const free: { id: string; load: number }[] = []
  const refusals = new Set<StartRefusal>()
  for (const { practitioner, bitmap } of candidates) {
    const refusal = refusalOfStart(practitioner, type, wanted, start, now)
    if (refusal !== null) refusals.add(refusal)
    else if (bitmap === null || !Number.isInteger(slice) || !hasBit(bitmap.offered(type), slice - bitmap.firstSlice))
      refusals.add('no-availability')
    else {
      const full = bitmap.fullBecause(start, now, wanted.except)
      if (full !== null) {
        refusals.add(full)
        continue
      }
      offered.push(practitioner.id)
      const query = { type, now, ...wanted }
      const starts = rowStarts(bookableStarts(bitmap, practitioner.id, query), query)
      if (hasBit(starts, slice - bitmap.firstSlice))
        free.push({ id: practitioner.id, load: loadAround(bitmap, type, start, now) })
    }
  }
  const refusal =
    offered.length > 0 ? null : (reasonsBySpecificity.find((reason) => refusals.has(reason)) ?? 'no-availability')
  return { offered, free, refusal }
}

/** How busy a practitioner would be with the visit: who would be the least is chosen first. */
export const loadAround = (bitmap: AvailabilityBitmap, { minutes }: VisitShape, start: number, now: number): number =>
  bitmap.load({ from: start - fourWeeksMs, to: start + fourWeeksMs, now, addedMs: minutes * 60_000 })
