/** The calendar day (`YYYY-MM-DD`) of an instant by the clock of a place. */
export const localDay = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
