import type { Availability, AvailabilityWindow, ClosedTimes } from './availability.ts'
import { minutesOfDay } from './minutes-of-day.ts'
import type { Period } from './start-bounds.ts'
import { wallPeriods } from './wall-periods.ts'
import { zoneOffsets } from './zone-offsets.ts'

const dayMs = 86_400_000

/** A period of real time in which a practitioner works. Epoch milliseconds, half-open. */
export interface OpenPiece {
  readonly from: number
  readonly to: number
  /** Wall-clock minutes between the start of the window and `from`: zero unless a clock change, closed time or the edge of the search cut the window. */
  readonly afterWindowStart: number
  readonly visitTypeIds: readonly string[] | null
}

interface DayWindow {
  readonly from: number
  readonly to: number
  readonly visitTypeIds: readonly string[] | null
}

const dayWindow = (window: AvailabilityWindow): DayWindow => ({
  from: minutesOfDay(window.from) * 60_000,
  to: minutesOfDay(window.to) * 60_000,
  visitTypeIds: window.visitTypeIds ?? null,
})

const byStart = (a: DayWindow, b: DayWindow): number => a.from - b.from

/** 1970-01-01, day zero, was a Thursday (4). */
const isoWeekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/**
 * The open time of a practitioner between two moments (epoch milliseconds), in order, by the rule in availability.ts: their hours without
 * their time off and the closures of the organization.
 */
export const expandAvailability = (
  availability: Availability,
  closures: ClosedTimes,
  from: number,
  to: number,
): OpenPiece[] =>
  withoutPeriods(expandHours(availability, from, to), [
    ...wallPeriods(availability.zone, availability.timeOff, from, to),
    ...wallPeriods(closures.zone, closures.items, from, to),
  ])

/** What is left of each piece. The grid still begins at the start of the window. */
const withoutPeriods = (pieces: OpenPiece[], closed: readonly Period[]): OpenPiece[] =>
  closed.reduce(
    (open, period) =>
      open.flatMap((piece) => {
        if (period.to <= piece.from || piece.to <= period.from) return [piece]
        const before = { ...piece, to: period.from }
        const after = {
          ...piece,
          from: period.to,
          afterWindowStart: piece.afterWindowStart + (period.to - piece.from) / 60_000,
        }
        return [before, after].filter(({ from, to }) => from < to)
      }),
    pieces,
  )

/**
 * The hours between two moments, in order, whatever is closed. While the offset is constant the wall clock is linear, so the expansion
 * needs only addition.
 */
export const expandHours = (
  availability: Pick<Availability, 'zone' | 'weekly' | 'exceptions'>,
  from: number,
  to: number,
): OpenPiece[] => {
  const week = new Map<number, DayWindow[]>()
  for (const window of availability.weekly) {
    const day = week.get(window.weekday)
    if (day) day.push(dayWindow(window))
    else week.set(window.weekday, [dayWindow(window)])
  }
  for (const day of week.values()) day.sort(byStart)
  const dates = new Map(
    availability.exceptions.map(({ date, windows }) => [
      Date.parse(`${date}T00:00:00Z`) / dayMs,
      windows.map(dayWindow).sort(byStart),
    ]),
  )

  const pieces: OpenPiece[] = []
  for (const stretch of zoneOffsets(availability.zone, from, to)) {
    const localFrom = stretch.from + stretch.offset
    const localTo = stretch.to + stretch.offset
    for (let day = Math.floor(localFrom / dayMs); day * dayMs < localTo; day++) {
      for (const window of dates.get(day) ?? week.get(isoWeekday(day)) ?? []) {
        const windowStart = day * dayMs + window.from
        const start = Math.max(windowStart, localFrom)
        const end = Math.min(day * dayMs + window.to, localTo)
        if (start >= end) continue
        pieces.push({
          from: start - stretch.offset,
          to: end - stretch.offset,
          afterWindowStart: (start - windowStart) / 60_000,
          visitTypeIds: window.visitTypeIds,
        })
      }
    }
  }
  return pieces
}
