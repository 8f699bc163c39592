/** The calendar day on which `at` falls for someone in `zone` (IANA). */
export const localDate = (at: Date, zone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate()

/** The first instant after the whole of `day` in `zone`: 24:00, whatever the clocks do that night. */
export const endOfLocalDay = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds)

/** The first instant of `day` in `zone`, whatever the clocks do that night. */
export const startOfLocalDay = (day: Temporal.PlainDate, zone: string): Date =>
  new Date(day.toZonedDateTime(zone).epochMilliseconds)
