import { faulty } from '../problems.ts'

/** A calendar day, `YYYY-MM-DD`. Days compare as text. */
export type Day = string

/** The day in the organization’s zone. */
export const dayOf = (at: Date, zone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString()

/** The first moment of the day in the organization’s zone. */
export const startOf = (day: Day, zone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds)

/** The last day of the year of `day`. */
export const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`

/** What a request says of a day in the past. Throws when it is in the future. */
export const requirePast = (given: Day | undefined, today: Day, property: string): Day => {
  if (given !== undefined && given > today) throw faulty(`/${property}`, 'out_of_range', 'Must not be in the future.')
  return given ?? today
}
