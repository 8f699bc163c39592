import { newBits, setRange } from './bits.ts'
import { dayStart } from './day-start.ts'
import { sliceMs } from './slice.ts'
import type { Period } from './start-bounds.ts'

/** How many visits of one practitioner may begin on a day and in an ISO week, in the zone of their availability. Absent: any number. */
export interface BookingLimits {
  readonly perDay?: number
  readonly perWeek?: number
}

export type LimitReason = 'daily-limit' | 'weekly-limit'

/** The starts at which no further visit may begin: bits, null if there is no such limit. */
export interface FullStarts {
  readonly day: Uint32Array | null
  readonly week: Uint32Array | null
}

/** The local day and the ISO week, from Monday, that contain a moment. */
export const limitPeriods = (zone: string, at: number): { readonly day: Period; readonly week: Period } => {
  const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate()
  const monday = date.subtract({ days: date.dayOfWeek - 1 })
  return {
    day: { from: dayStart(date, zone), to: dayStart(date.add({ days: 1 }), zone) },
    week: { from: dayStart(monday, zone), to: dayStart(monday.add({ days: 7 }), zone) },
  }
}

/** The limits of one practitioner, over the time of a bitmap. The beginnings of its days and weeks are computed once. */
export class LimitedStarts {
  readonly #limits: BookingLimits
  readonly #firstSlice: number
  readonly #slices: number
  readonly #days: readonly number[]
  readonly #weeks: readonly number[]

  constructor(limits: BookingLimits, zone: string, firstSlice: number, slices: number) {
    this.#limits = limits
    this.#firstSlice = firstSlice
    this.#slices = slices
    const end = (firstSlice + slices) * sliceMs
    const days: number[] = []
    const weeks: number[] = []
    const first = Temporal.Instant.fromEpochMilliseconds(firstSlice * sliceMs)
      .toZonedDateTimeISO(zone)
      .toPlainDate()
    for (let date = first.subtract({ days: first.dayOfWeek - 1 }); ; date = date.add({ days: 1 })) {
      const at = dayStart(date, zone)
      days.push(at)
      if (date.dayOfWeek === 1) weeks.push(at)
      // The period after the last one is a sentinel.
      if (at >= end && date.dayOfWeek === 1) break
    }
    this.#days = days
    this.#weeks = weeks
  }

  /** `counted`: the starts of the visits and holds that count. */
  full(counted: readonly number[]): FullStarts {
    const { perDay, perWeek } = this.#limits
    return {
      day: perDay === undefined ? null : this.#fullPeriods(this.#days, counted, perDay),
      week: perWeek === undefined ? null : this.#fullPeriods(this.#weeks, counted, perWeek),
    }
  }

  #fullPeriods(edges: readonly number[], counted: readonly number[], limit: number): Uint32Array {
    const counts = new Map<number, number>()
    const full = newBits(this.#slices)
    for (const at of counted) {
      const place = edges.findLastIndex((edge) => edge <= at)
      const count = (counts.get(place) ?? 0) + 1
      counts.set(place, count)
      const [from, to] = [edges[place], edges[place + 1]]
      if (count === limit && from !== undefined && to !== undefined)
        setRange(full, Math.ceil(from / sliceMs) - this.#firstSlice, Math.ceil(to / sliceMs) - this.#firstSlice)
    }
    return full
  }
}
