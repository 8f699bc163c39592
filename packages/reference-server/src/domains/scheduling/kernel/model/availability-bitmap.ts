import type { Availability, ClosedTimes } from './availability.ts'
import { both, newBits, setRange, windowed, without } from './bits.ts'
import { expandAvailability, type OpenPiece } from './expand-availability.ts'
import { sliceMinutes, sliceMs } from './slice.ts'
import type { VisitShape } from './visit-type.ts'

/** A busy period of a practitioner, buffers included. Epoch milliseconds, half-open. */
export interface Busy {
  readonly from: number
  readonly to: number
  /** When a hold expires; null for an appointment. The time is free again at exactly this moment. */
  readonly expiresAt: number | null
}

interface Starts {
  /** Starts that the practitioner's availability allows, free or not. */
  readonly offered: Uint32Array
  /** `offered` without the busy starts; null after a change. */
  free: Uint32Array | null
}

const nothing: ReadonlySet<string> = new Set()

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
  #nextExpiry = Infinity

  constructor(availability: Availability, closures: ClosedTimes, firstSlice: number, slices: number) {
    this.firstSlice = firstSlice
    this.slices = slices
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

  /** Whether anything that is busy at `now` overlaps the given period. */
  overlaps(from: number, to: number, now: number): boolean {
    this.#dropExpired(now)
    for (const busy of this.#busy.values()) if (busy.from < to && from < busy.to) return true
    return false
  }

  /** Busy milliseconds within the given period, to choose the least busy of several practitioners. */
  load(from: number, to: number, now: number): number {
    this.#dropExpired(now)
    let taken = 0
    for (const busy of this.#busy.values()) taken += Math.max(0, Math.min(busy.to, to) - Math.max(busy.from, from))
    return taken
  }

  /** Starts that the availability allows, free or not. */
  offered(type: VisitShape): Uint32Array {
    return this.#startsOf(type).offered
  }

  /** Starts that can be booked at `now`. The busy periods with the ids in `except` do not block. */
  free(type: VisitShape, now: number, except: ReadonlySet<string> = nothing): Uint32Array {
    this.#dropExpired(now)
    const starts = this.#startsOf(type)
    for (const id of except) if (this.#busy.has(id)) return this.#withoutTaken(starts.offered, type, except)
    return (starts.free ??= this.#withoutTaken(starts.offered, type, nothing))
  }

  #startsOf(type: VisitShape): Starts {
    let starts = this.#starts.get(type.id)
    if (!starts) this.#starts.set(type.id, (starts = { offered: this.#offered(type), free: null }))
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

  #withoutTaken(offered: Uint32Array, type: VisitShape, except: ReadonlySet<string>): Uint32Array {
    const taken = newBits(this.slices)
    for (const [id, { from, to }] of this.#busy)
      if (!except.has(id))
        setRange(taken, Math.floor(from / sliceMs) - this.firstSlice, Math.ceil(to / sliceMs) - this.firstSlice)
    const before = type.bufferBeforeMinutes / sliceMinutes
    const needed = before + (type.minutes + type.bufferAfterMinutes) / sliceMinutes
    return without(offered, windowed(taken, needed, 'any'), before)
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
    for (const starts of this.#starts.values()) starts.free = null
  }
}
