/** The calendar day of `at` in `zone` (IANA). */
export const localDate = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/** The first instant after `day` in `zone`: 24:00, also with a clock change in that night. */
export const endOfLocalDay = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

/** The first instant of `day` in `zone`, also with a clock change in that night. */
export const startOfLocalDay = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds)
