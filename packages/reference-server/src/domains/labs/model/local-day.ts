/** The calendar day (`YYYY-MM-DD`) of an instant in a time zone. */
export const localDay = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
