import type { Availability } from './availability.ts'
import { both, newBits, setRange, windowed, without } from './bits.ts'
import { expandAvailability, type OpenPiece } from './expand-availability.ts'
import { sliceMinutes, sliceMs } from './slice.ts'
import type { VisitShape } from './visit-type.ts'

/** Taken time of a practitioner, buffers included. Epoch milliseconds, half-open. */
export interface Busy {
  readonly from: number
  readonly to: number
  /** When a hold lets go by itself; null for an appointment. Free again at this very moment. */
  readonly expiresAt: number | null
}

interface Starts {
  /** Starts that the practitioner's rules allow, whatever is booked. */
  readonly offered: Uint32Array
  /** `offered` without what is taken; null when something has changed since. */
  free: Uint32Array | null
}

/**
 * One practitioner's time as bits, one per five minutes, from `firstSlice` on. Built from the expansion, kept current by bookings:
 * 1,080 bytes for 30 days and each visit type. Bits of starts, not of open time, so that a search only has to read.
 */
export class AvailabilityBitmap {
  readonly firstSlice: number
  readonly slices: number
  readonly #pieces: readonly OpenPiece[]
  readonly #busy = new Map<string, Busy>()
  readonly #starts = new Map<string, Starts>()
  #nextExpiry = Infinity

  constructor(availability: Availability, firstSlice: number, slices: number) {
    this.firstSlice = firstSlice
    this.slices = slices
    this.#pieces = expandAvailability(availability, firstSlice * sliceMs, (firstSlice + slices) * sliceMs)
  }

  /** Marks time as taken. Calling again with the same id moves it. */
  take(id: string, busy: Busy): void {
    this.#busy.set(id, busy)
    if (busy.expiresAt !== null) this.#nextExpiry = Math.min(this.#nextExpiry, busy.expiresAt)
    this.#invalidateFree()
  }

  release(id: string): void {
    if (this.#busy.delete(id)) this.#invalidateFree()
  }

  /** Whether anything that is taken at `now` overlaps the given time. */
  overlaps(from: number, to: number, now: number): boolean {
    this.#dropExpired(now)
    for (const busy of this.#busy.values()) if (busy.from < to && from < busy.to) return true
    return false
  }

  /** How much of the given time is taken, in milliseconds: for choosing the least busy of several practitioners. */
  load(from: number, to: number, now: number): number {
    this.#dropExpired(now)
    let taken = 0
    for (const busy of this.#busy.values()) taken += Math.max(0, Math.min(busy.to, to) - Math.max(busy.from, from))
    return taken
  }

  /** Starts that the rules allow, whatever is booked. */
  offered(type: VisitShape): Uint32Array {
    return this.#startsOf(type).offered
  }

  /** Starts that can be booked at `now`. */
  free(type: VisitShape, now: number): Uint32Array {
    this.#dropExpired(now)
    const starts = this.#startsOf(type)
    return (starts.free ??= this.#withoutTaken(starts.offered, type))
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

  #withoutTaken(offered: Uint32Array, type: VisitShape): Uint32Array {
    const taken = newBits(this.slices)
    for (const busy of this.#busy.values())
      setRange(taken, Math.floor(busy.from / sliceMs) - this.firstSlice, Math.ceil(busy.to / sliceMs) - this.firstSlice)
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
