import type { QuietHours } from './messaging-policy.ts'

/** The end of the quiet hours that contain `at` in the local time of `zone`; null if none do. They may pass midnight. */
export const quietUntil = (at: Date, zone: string, quiet: QuietHours | null): Date | null => {
  if (quiet === null || quiet.from === quiet.to) return null
  const local = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  const today = local.toPlainDate()
  const moment = (day: Temporal.PlainDate, localTime: string): number => {
    // 24:00 is the start of the next day. A time that the clocks skip becomes the time after the gap.
    const [date, time] = localTime === '24:00' ? [day.add({ days: 1 }), '00:00'] : [day, localTime]
    return date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds
  }
  for (const day of [today.subtract({ days: 1 }), today]) {
    const from = moment(day, quiet.from)
    const to = moment(quiet.to > quiet.from ? day : day.add({ days: 1 }), quiet.to)
    if (from <= at.getTime() && at.getTime() < to) return new Date(to)
  }
  return null
}
