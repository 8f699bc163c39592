import type { Day } from './claim.ts'

/** The local date of `at` in `zone` (IANA). */
export const localDay = (at: Date, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first instant after `day` in `zone`, also when the clocks change that night. */
export const endOfDay = (day: Day, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()
