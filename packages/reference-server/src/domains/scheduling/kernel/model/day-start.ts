/**
 * The first moment of a date (`YYYY-MM-DD`) in a zone, epoch milliseconds. Not always midnight; for a date that the zone skips, the moment
 * after the gap.
 */
export const dayStart = (date: Temporal.PlainDate, zone: string): number => date.toZonedDateTime(zone).epochMilliseconds
