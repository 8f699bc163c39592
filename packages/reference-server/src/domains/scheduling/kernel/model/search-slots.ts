import type { components } from '@visitkit/contract'
import type { AvailabilityBitmap } from './availability-bitmap.ts'
import { countRange, mask, newBits, setRange, without } from './bits.ts'
import { bookableStarts, practitionerStarts, rowStarts, rowStep } from './bookable-starts.ts'
import type { PractitionerFacts } from './practitioner.ts'
import { sliceMinutes, sliceMs } from './slice.ts'
import { commonBounds, licenseBound, practitionerExclusion, type StartBound, type Wanted } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'

export interface Candidate {
  readonly practitioner: PractitionerFacts
  /** Null for a practitioner without availability. */
  readonly bitmap: AvailabilityBitmap | null
}

export interface SlotQuery extends Wanted {
  readonly type: VisitShape
  /** Starts from here (inclusive) to `to` (exclusive). Epoch milliseconds. */
  readonly from: number
  readonly to: number
  readonly now: number
  readonly candidates: readonly Candidate[]
  /** Start times to return at most. */
  readonly limit: number
  /** Return who is excluded and why. Costs a second pass. */
  readonly explain: boolean
}

export type ExclusionReason = components['schemas']['SlotExclusionReason']

export interface Exclusion {
  readonly practitionerId: string
  readonly reason: ExclusionReason
  /** How many starts of the window it excludes; absent when it excludes the practitioner completely. */
  readonly starts?: number
}

export interface FoundSlot {
  readonly start: number
  readonly end: number
  readonly practitionerIds: readonly string[]
}

export interface FoundSlots {
  readonly slots: readonly FoundSlot[]
  /** The first start beyond the limit; null if every start was returned. */
  readonly next: number | null
  readonly exclusions: readonly Exclusion[]
}

interface Row {
  readonly id: string
  readonly bits: Uint32Array
  readonly firstSlice: number
  /** Slices from the epoch, half-open. */
  readonly from: number
  readonly to: number
}

const toSlice = (ms: number): number => Math.ceil(ms / sliceMs)

/** The starts at which a practitioner is free, with all free practitioners, in order. */
export const searchSlots = (query: SlotQuery): FoundSlots => {
  const { type, now, candidates } = query
  const common = commonBounds(type, query, now)
  // From the first visit of a row to the last one, which must be within the bounds too.
  const lag = ((query.inARow ?? 1) - 1) * rowStep(type) * 60_000
  const lost = startsLostTo(query)
  const rows: Row[] = []
  const exclusions: Exclusion[] = []
  for (const { practitioner, bitmap } of candidates) {
    const reason = practitionerExclusion(practitioner, type, query)
    if (reason !== null) {
      exclusions.push({ practitionerId: practitioner.id, reason })
      continue
    }
    if (bitmap === null) {
      exclusions.push({ practitionerId: practitioner.id, reason: 'no-availability' })
      continue
    }
    const bounds = [...licenseBound(practitioner, type, query), ...common].map((bound) =>
      bound.reason === 'age' ? bound : { ...bound, to: bound.to - lag },
    )
    const from = bounds.reduce((latest, bound) => Math.max(latest, bound.from), query.from)
    const to = bounds.reduce((earliest, bound) => Math.min(earliest, bound.to), query.to)
    const free = rowStarts(bookableStarts(bitmap, practitioner.id, query), query)
    rows.push({
      id: practitioner.id,
      bits: lost === null ? free : without(free, lost, 0),
      firstSlice: bitmap.firstSlice,
      from: toSlice(from),
      to: toSlice(to),
    })
    if (query.explain)
      exclusions.push(...lostStarts(query, practitioner.id, bitmap, bounds, lost, toSlice(from), toSlice(to)))
  }
  return { ...merge(rows, type.minutes * 60_000, query.limit), exclusions: query.explain ? exclusions : [] }
}

/** The starts at which the patient has another visit; null if there are none. */
const startsLostTo = ({ type, otherVisits = [], candidates }: SlotQuery): Uint32Array | null => {
  const bitmap = candidates.find((candidate) => candidate.bitmap !== null)?.bitmap
  if (!bitmap || otherVisits.length === 0) return null
  const lost = newBits(bitmap.slices)
  for (const { from, to } of otherVisits) {
    // The first start that ends after `from`, to the last that begins before `to`.
    const first = Math.floor(from / sliceMs) + 1 - type.minutes / sliceMinutes
    setRange(lost, first - bitmap.firstSlice, toSlice(to) - bitmap.firstSlice)
  }
  return lost
}

/**
 * Reads all bitmaps in parallel, a word of 32 starts at a time, and stops at the limit. Bitmaps of one organization have the same first
 * slice.
 */
const merge = (rows: readonly Row[], length: number, limit: number): Pick<FoundSlots, 'slots' | 'next'> => {
  const found: FoundSlot[] = []
  const first = rows[0]?.firstSlice
  if (first === undefined) return { slots: found, next: null }
  let wordFrom = Infinity
  let wordTo = 0
  for (const row of rows) {
    if (row.firstSlice !== first) throw new Error('bitmaps of one search must begin together')
    if (row.from >= row.to) continue
    wordFrom = Math.min(wordFrom, Math.max(0, row.from - first) >> 5)
    wordTo = Math.max(wordTo, Math.min(row.bits.length, ((row.to - first - 1) >> 5) + 1))
  }
  const only = rows.length === 1 && rows[0] ? [rows[0].id] : null
  const free: string[][] = Array.from({ length: 32 }, () => [])
  for (let word = wordFrom; word < wordTo; word++) {
    let union = 0
    for (const row of rows) {
      let bits = (row.bits[word] ?? 0) & mask(word, row.from - first, row.to - first)
      union |= bits
      if (only === null) for (; bits !== 0; bits &= bits - 1) free[lowestBit(bits)]?.push(row.id)
    }
    for (; union !== 0; union &= union - 1) {
      const bit = lowestBit(union)
      const start = (first + word * 32 + bit) * sliceMs
      if (found.length === limit) return { slots: found, next: start }
      found.push({ start, end: start + length, practitionerIds: only ?? free[bit] ?? [] })
      if (only === null) free[bit] = []
    }
  }
  return { slots: found, next: null }
}

const lowestBit = (word: number): number => 31 - Math.clz32(word & -word)

/** For one practitioner, the number of starts that each condition excludes. A start counts for the first condition that refuses it. */
const lostStarts = (
  query: SlotQuery,
  practitionerId: string,
  bitmap: AvailabilityBitmap,
  bounds: readonly StartBound[],
  toOtherVisits: Uint32Array | null,
  from: number,
  to: number,
): Exclusion[] => {
  const offered = bitmap.offered(query.type)
  const first = bitmap.firstSlice
  const count = (start: number, end: number, bits = offered): number => countRange(bits, start - first, end - first)
  const windowFrom = toSlice(query.from)
  const windowTo = toSlice(query.to)
  if (count(windowFrom, windowTo) === 0) return [{ practitionerId, reason: 'no-availability' }]

  const lost: Exclusion[] = []
  let rest = { from: windowFrom, to: windowTo }
  for (const bound of bounds) {
    const kept = { from: Math.max(rest.from, toSlice(bound.from)), to: Math.min(rest.to, toSlice(bound.to)) }
    if (kept.to < kept.from) kept.to = kept.from
    const starts = count(rest.from, rest.to) - count(kept.from, kept.to)
    if (starts > 0) lost.push({ practitionerId, reason: bound.reason, starts })
    rest = kept
  }
  const possible = toOtherVisits === null ? offered : without(offered, toOtherVisits, 0)
  const elsewhere = count(from, to) - count(from, to, possible)
  if (elsewhere > 0) lost.push({ practitionerId, reason: 'patient-busy', starts: elsewhere })
  let open = possible
  const { day, week } = bitmap.full(query.now, query.except)
  for (const [full, reason] of [
    [day, 'daily-limit'],
    [week, 'weekly-limit'],
  ] as const) {
    if (full === null) continue
    const before = count(from, to, open)
    open = without(open, full, 0)
    const starts = before - count(from, to, open)
    if (starts > 0) lost.push({ practitionerId, reason, starts })
  }
  const left = (starts: Uint32Array): number =>
    count(from, to, toOtherVisits === null ? starts : without(starts, toOtherVisits, 0))
  const bookable = bookableStarts(bitmap, practitionerId, query)
  const withoutNeeds = query.needed ? left(practitionerStarts(bitmap, query)) - left(bookable) : 0
  if (withoutNeeds > 0) lost.push({ practitionerId, reason: 'resources-taken', starts: withoutNeeds })
  const booked = count(from, to, open) - left(rowStarts(bookable, query)) - withoutNeeds
  if (booked > 0) lost.push({ practitionerId, reason: 'fully-booked', starts: booked })
  return lost
}
