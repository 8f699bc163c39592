import { exceptionRepeated, unknownZone, windowReversed, windowsOverlap } from './supply-problems.ts'
import { invalidRequest } from '../../problems.ts'
import type { Availability, AvailabilityWindow } from '../../kernel/model/availability.ts'
import { sliceMinutes } from '../../kernel/model/slice.ts'
import { minutesOfDay } from '../../kernel/model/minutes-of-day.ts'

interface Placed {
  readonly window: AvailabilityWindow
  readonly pointer: string
}

interface Day {
  /** The weekday or the date, for the problem. */
  readonly name: string
  readonly windows: readonly Placed[]
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** Refuses invalid availability: an unknown zone, times off the five-minute grid, overlapping windows of one day. Returns the zone's name. */
export const requireValidWindows = ({
  zone: named,
  weekly,
  exceptions,
}: Pick<Availability, 'zone' | 'weekly' | 'exceptions'>): string => {
  const zone = zoneName(named)
  if (zone === null) throw unknownZone()
  const week = new Map<number, Placed[]>()
  weekly.forEach((window, index) => {
    const day = week.get(window.weekday) ?? []
    day.push({ window, pointer: `/weekly/${index}` })
    week.set(window.weekday, day)
  })
  const dates = new Set<string>()
  exceptions.forEach(({ date }, index) => {
    if (dates.has(date)) throw exceptionRepeated(`/exceptions/${index}/date`, date)
    dates.add(date)
  })
  const days: Day[] = [
    ...Array.from(week, ([weekday, windows]) => ({ name: weekdays[weekday - 1] ?? '', windows })),
    ...exceptions.map(({ date, windows }, index) => ({
      name: date,
      windows: windows.map((window, place) => ({ window, pointer: `/exceptions/${index}/windows/${place}` })),
    })),
  ]
  for (const { name, windows } of days) {
    const offGrid = windows.flatMap(({ window, pointer }) =>
      (['from', 'to'] as const)
        .filter((edge) => minutesOfDay(window[edge]) % sliceMinutes !== 0)
        .map((edge) => ({
          pointer: `${pointer}/${edge}`,
          code: 'multiple_of',
          message: `Must be a multiple of 5 minutes, on ${name}.`,
        })),
    )
    if (offGrid.length > 0) throw invalidRequest(offGrid)
    let end = -1
    for (const { window, pointer } of windows.toSorted(
      (a, b) => minutesOfDay(a.window.from) - minutesOfDay(b.window.from),
    )) {
      const from = minutesOfDay(window.from)
      if (from >= minutesOfDay(window.to)) throw windowReversed(pointer, name)
      if (from < end) throw windowsOverlap(pointer, name)
      end = minutesOfDay(window.to)
    }
  }
  return zone
}

/** The name in the letter case of the IANA database; null if unknown. Named zones only: an offset has no daylight saving rules. */
const zoneName = (zone: string): string | null => {
  if (/^[+-]/.test(zone)) return null
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return null
  }
}
