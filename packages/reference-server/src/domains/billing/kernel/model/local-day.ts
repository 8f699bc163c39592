import type { Day } from './claim.ts'

/** The calendar day on which `at` falls in `zone` (IANA). */
export const localDay = (at: Date, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

/** The first instant after the whole of `day` in `zone`, whatever the clocks do that night. */
export const endOfDay = (day: Day, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()
