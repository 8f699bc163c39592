import type { Availability, ClosedTimes } from './availability.ts'
import { LimitedStarts, limitPeriods, type FullStarts, type LimitReason } from './booking-limits.ts'
import { both, hasBit, newBits, setRange, windowed, without } from './bits.ts'
import { expandAvailability, type OpenPiece } from './expand-availability.ts'
import { sliceMinutes, sliceMs } from './slice.ts'
import type { Period } from './start-bounds.ts'
import type { VisitShape } from './visit-type.ts'

/** A busy period of a practitioner, buffers included. Epoch milliseconds, half-open. */
export interface Busy {
  readonly from: number
  readonly to: number
  /** When a hold expires; null for an appointment. The time is free again at exactly this moment. */
  readonly expiresAt: number | null
  /** The start of the visit, if it counts toward the limits of the practitioner. */
  readonly countedAt?: number | null
  /** Times of one occupant may overlap. */
  readonly occupant?: string
  /** Of a group visit. */
  readonly seat?: { readonly visitTypeId: string; readonly start: number; readonly seat: number } | null
}

interface Starts {
  /** Starts that the practitioner's availability allows, free or not. */
  readonly offered: Uint32Array
  /** `offered` without the busy starts; null after a change. */
  free: Uint32Array | null
}

const defaultWeight = 10
const nothing: ReadonlySet<string> = new Set()
const unlimited: FullStarts = { day: null, week: null }

/**
 * One practitioner's time as bits, one per five minutes, from `firstSlice` on. Built from the expanded availability and updated by
 * bookings: 1,080 bytes for 30 days and each visit type. Bits are starts rather than open time, so that a search only reads.
 */
export class AvailabilityBitmap {
  readonly firstSlice: number
  readonly slices: number
  readonly #pieces: readonly OpenPiece[]
  readonly #busy = new Map<string, Busy>()
  readonly #starts = new Map<string, Starts>()
  readonly #zone: string
  readonly #weight: number
  readonly #limited: LimitedStarts | null
  /** Null after a change. */
  #full: FullStarts | null = null
  #nextExpiry = Infinity

  constructor(availability: Availability, closures: ClosedTimes, firstSlice: number, slices: number) {
    this.firstSlice = firstSlice
    this.slices = slices
    this.#zone = availability.zone
    this.#weight = availability.weight ?? defaultWeight
    const { limits } = availability
    this.#limited = limits ? new LimitedStarts(limits, availability.zone, firstSlice, slices) : null
    this.#pieces = expandAvailability(availability, closures, firstSlice * sliceMs, (firstSlice + slices) * sliceMs)
  }

  /** Marks a period as busy. Another call with the same id moves it. */
  take(id: string, busy: Busy): void {
    this.#busy.set(id, busy)
    if (busy.expiresAt !== null) this.#nextExpiry = Math.min(this.#nextExpiry, busy.expiresAt)
    this.#invalidateFree()
  }

  release(id: string): void {
    if (this.#busy.delete(id)) this.#invalidateFree()
  }

  /** Whether anything that is busy at `now`, other than times of `occupant`, overlaps the given period. */
  overlaps(from: number, to: number, now: number, occupant?: string): boolean {
    this.#dropExpired(now)
    for (const busy of this.#busy.values())
      if (busy.from < to && from < busy.to && (occupant === undefined || busy.occupant !== occupant)) return true
    return false
  }

  /** Whether this occupant has a part of the time. */
  hasOccupant(occupant: string, now: number): boolean {
    this.#dropExpired(now)
    for (const busy of this.#busy.values()) if (busy.occupant === occupant) return true
    return false
  }

  /** The seats that are taken in the group visits of a type, by start. Those with the ids in `except` are not. */
  seatsTaken(visitTypeId: string, now: number, except: ReadonlySet<string> = nothing): Map<number, Set<number>> {
    this.#dropExpired(now)
    const taken = new Map<number, Set<number>>()
    for (const [id, { seat }] of this.#busy) {
      if (!seat || seat.visitTypeId !== visitTypeId || except.has(id)) continue
      const seats = taken.get(seat.start)
      if (seats) seats.add(seat.seat)
      else taken.set(seat.start, new Set([seat.seat]))
    }
    return taken
  }

  /** The starts of group visits that have begun to fill and have seats left. */
  openSessions(type: VisitShape, now: number, except: ReadonlySet<string> = nothing): Uint32Array {
    const open = newBits(this.slices)
    for (const [start, seats] of this.seatsTaken(type.id, now, except)) {
      const at = start / sliceMs - this.firstSlice
      if (seats.size < (type.capacity ?? 1)) setRange(open, at, at + 1)
    }
    return both(open, this.offered(type))
  }

  /**
   * The share of the offered time within the given period that is busy with a further visit of `addedMs`, divided by the weight: who has the
   * least is chosen first. Without the further visit, weights would not count where nothing is booked yet.
   */
  load({ from, to, now, addedMs = 0 }: Period & { readonly now: number; readonly addedMs?: number }): number {
    this.#dropExpired(now)
    const within = (pieces: Iterable<Period>, first = 0): number => {
      let sum = first
      for (const piece of pieces) sum += Math.max(0, Math.min(piece.to, to) - Math.max(piece.from, from))
      return sum
    }
    return within(this.#busy.values(), addedMs) / Math.max(1, within(this.#pieces)) / this.#weight
  }

  /** Starts that the availability allows, free or not. */
  offered(type: VisitShape): Uint32Array {
    return this.#startsOf(type).offered
  }

  /** Starts that can be booked at `now`. The busy periods with the ids in `except` do not block. */
  free(type: VisitShape, now: number, except: ReadonlySet<string> = nothing): Uint32Array {
    this.#dropExpired(now)
    const starts = this.#startsOf(type)
    if (this.#hasAny(except)) return this.#withoutTaken(starts.offered, type, now, except)
    return (starts.free ??= this.#withoutTaken(starts.offered, type, now, nothing))
  }

  /** The starts on days and in weeks that have no place left at `now`. The busy periods with the ids in `except` do not count. */
  full(now: number, except: ReadonlySet<string> = nothing): FullStarts {
    if (this.#limited === null) return unlimited
    this.#dropExpired(now)
    const count = (excepted: ReadonlySet<string>): FullStarts | undefined =>
      this.#limited?.full(
        [...this.#busy].flatMap(([id, { countedAt }]) => (countedAt == null || excepted.has(id) ? [] : [countedAt])),
      )
    return (this.#hasAny(except) ? count(except) : (this.#full ??= count(nothing) ?? null)) ?? unlimited
  }

  /** Why no further visit may begin at `start`; null if one may. */
  fullBecause(start: number, now: number, except?: ReadonlySet<string>): LimitReason | null {
    const { day, week } = this.full(now, except)
    const place = Math.floor(start / sliceMs) - this.firstSlice
    if (day !== null && hasBit(day, place)) return 'daily-limit'
    return week !== null && hasBit(week, place) ? 'weekly-limit' : null
  }

  /** The day and the week in which a visit at `start` counts; null without limits. */
  limitPeriods(start: number): ReturnType<typeof limitPeriods> | null {
    return this.#limited === null ? null : limitPeriods(this.#zone, start)
  }

  #hasAny(ids: ReadonlySet<string>): boolean {
    for (const id of ids) if (this.#busy.has(id)) return true
    return false
  }

  #startsOf(type: VisitShape): Starts {
    // A practitioner can lead visits of a type, on its grid, and take part in those of others.
    const key = `${type.id} ${type.stepMinutes}`
    let starts = this.#starts.get(key)
    if (!starts) this.#starts.set(key, (starts = { offered: this.#offered(type), free: null }))
    return starts
  }

  #offered(type: VisitShape): Uint32Array {
    const open = newBits(this.slices)
    const grid = newBits(this.slices)
    for (const piece of this.#pieces) {
      if (piece.visitTypeIds !== null && !piece.visitTypeIds.includes(type.id)) continue
      const from = piece.from / sliceMs - this.firstSlice
      const to = piece.to / sliceMs - this.firstSlice
      setRange(open, from, to)
      const toGrid = (type.stepMinutes - (piece.afterWindowStart % type.stepMinutes)) % type.stepMinutes
      for (let at = from + toGrid / sliceMinutes; at < to; at += type.stepMinutes / sliceMinutes)
        setRange(grid, at, at + 1)
    }
    return both(grid, windowed(open, type.minutes / sliceMinutes, 'all'))
  }

  #withoutTaken(offered: Uint32Array, type: VisitShape, now: number, except: ReadonlySet<string>): Uint32Array {
    const taken = newBits(this.slices)
    for (const [id, { from, to }] of this.#busy)
      if (!except.has(id))
        setRange(taken, Math.floor(from / sliceMs) - this.firstSlice, Math.ceil(to / sliceMs) - this.firstSlice)
    const before = type.bufferBeforeMinutes / sliceMinutes
    const needed = before + (type.minutes + type.bufferAfterMinutes) / sliceMinutes
    const { day, week } = this.full(now, except)
    let free = without(offered, windowed(taken, needed, 'any'), before)
    for (const full of [day, week]) if (full !== null) free = without(free, full, 0)
    return free
  }

  #dropExpired(now: number): void {
    if (now < this.#nextExpiry) return
    this.#nextExpiry = Infinity
    for (const [id, { expiresAt }] of this.#busy) {
      if (expiresAt === null) continue
      if (expiresAt <= now) this.#busy.delete(id)
      else this.#nextExpiry = Math.min(this.#nextExpiry, expiresAt)
    }
    this.#invalidateFree()
  }

  #invalidateFree(): void {
    this.#full = null
    for (const starts of this.#starts.values()) starts.free = null
  }
}
