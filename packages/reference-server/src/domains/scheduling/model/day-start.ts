/** The first moment of a date (`YYYY-MM-DD`) in a zone, epoch milliseconds: not always midnight, and for a date that the zone skipped the moment after it. */
export const dayStart = (date: Temporal.PlainDate, zone: string): number => date.toZonedDateTime(zone).epochMilliseconds
