import { invalidRequest, windowsOverlap, unknownZone } from '../problems.ts'
import type { Availability, AvailabilityWindow } from './availability.ts'
import { sliceMinutes } from './slice.ts'
import { minutesOfDay } from './minutes-of-day.ts'

interface Placed {
  readonly window: AvailabilityWindow
  readonly pointer: string
}

/** Refuses invalid availability: an unknown zone, times off the five-minute grid, overlapping windows of one day. */
export const requireValidWindows = ({ zone, weekly, exceptions }: Availability): void => {
  if (!isZone(zone)) throw unknownZone()
  const week = new Map<number, Placed[]>()
  weekly.forEach((window, index) => {
    const day = week.get(window.weekday) ?? []
    day.push({ window, pointer: `/weekly/${index}` })
    week.set(window.weekday, day)
  })
  const dates = new Set<string>()
  exceptions.forEach(({ date }, index) => {
    if (dates.has(date)) throw windowsOverlap(`/exceptions/${index}/date`)
    dates.add(date)
  })
  const days = [
    ...week.values(),
    ...exceptions.map(({ windows }, index) =>
      windows.map((window, place) => ({ window, pointer: `/exceptions/${index}/windows/${place}` })),
    ),
  ]
  for (const day of days) {
    const offGrid = day.flatMap(({ window, pointer }) =>
      (['from', 'to'] as const)
        .filter((edge) => minutesOfDay(window[edge]) % sliceMinutes !== 0)
        .map((edge) => ({
          pointer: `${pointer}/${edge}`,
          code: 'multiple_of',
          message: 'Must be a multiple of 5 minutes.',
        })),
    )
    if (offGrid.length > 0) throw invalidRequest(offGrid)
    let end = -1
    for (const { window, pointer } of day.toSorted(
      (a, b) => minutesOfDay(a.window.from) - minutesOfDay(b.window.from),
    )) {
      const from = minutesOfDay(window.from)
      if (from < end || from >= minutesOfDay(window.to)) throw windowsOverlap(pointer)
      end = minutesOfDay(window.to)
    }
  }
}

/** Named zones only: an offset such as `+05:00` has no daylight saving rules. */
const isZone = (zone: string): boolean => {
  if (/^[+-]/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
