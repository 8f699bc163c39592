import type { WaitlistPolicy } from '../../kernel/model/scheduling-policy.ts'
import { minutesOfDay } from '../../kernel/model/minutes-of-day.ts'

const minuteMs = 60_000

/**
 * When an offer made now ends: after the minutes of the policy, or half of the time until the start, so that the next in line can have the
 * other half. Null when too little is left to read it and to decide. `latest`: when the appointment can no longer be moved.
 */
export const offerExpiry = (
  start: number,
  now: Date,
  { offerMinutes, shortestOfferMinutes }: WaitlistPolicy,
  latest = Infinity,
): Date | null => {
  const length = Math.min(offerMinutes * minuteMs, (start - now.getTime()) / 2, latest - now.getTime())
  return length < shortestOfferMinutes * minuteMs ? null : new Date(now.getTime() + length)
}

/**
 * Whether the patient may be reached while the offer lasts: notices wait during the quiet hours, and an offer must not end unseen. A patient
 * who cannot be reached now keeps the place in line, and the time is offered to the next one.
 */
export const isReachable = (now: Date, expiresAt: Date, zone: string, { offerHours }: WaitlistPolicy): boolean => {
  const at = (moment: Date) => Temporal.Instant.fromEpochMilliseconds(moment.getTime()).toZonedDateTimeISO(zone)
  const begins = at(now)
  const ends = at(expiresAt)
  const minutes = (time: Temporal.ZonedDateTime): number => time.hour * 60 + time.minute
  return (
    begins.toPlainDate().equals(ends.toPlainDate()) &&
    minutes(begins) >= minutesOfDay(offerHours.from) &&
    minutes(ends) < minutesOfDay(offerHours.to)
  )
}
