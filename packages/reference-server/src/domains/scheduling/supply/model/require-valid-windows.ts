import { invalidRequest, windowsOverlap, unknownZone } from '../../problems.ts'
import type { Availability, AvailabilityWindow } from '../../kernel/model/availability.ts'
import { sliceMinutes } from '../../kernel/model/slice.ts'
import { minutesOfDay } from '../../kernel/model/minutes-of-day.ts'

interface Placed {
  readonly window: AvailabilityWindow
  readonly pointer: string
}

/** Refuses invalid availability: an unknown zone, times off the five-minute grid, overlapping windows of one day. Returns the zone's name. */
export const requireValidWindows = ({ zone: named, weekly, exceptions }: Availability): string => {
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
