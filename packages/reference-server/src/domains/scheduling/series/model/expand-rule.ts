import { mostOccurrences, type RecurrenceRule } from './recurrence-rule.ts'

/** A rule that finds nothing for so long is over: no visit type can be booked further ahead. */
const longestYears = 10

export interface Expanded {
  /** Epoch milliseconds, ascending, each once. */
  readonly starts: readonly number[]
  /** The rule has more than a series can have. */
  readonly isCut: boolean
}

/**
 * The occurrences of a rule, from `first` on. Days are counted in the calendar of `zone`, and each keeps the wall-clock time of the first:
 * a time that the clock skips is interpreted with the offset before the change, one that it repeats is the first of the two (RFC 5545,
 * 3.3.5). The first occurrence is exactly `first`.
 */
export const expandRule = (rule: RecurrenceRule, first: number, zone: string): Expanded => {
  const start = Temporal.Instant.fromEpochMilliseconds(first).toZonedDateTimeISO(zone)
  const firstDate = start.toPlainDate()
  const plainTime = start.toPlainTime()
  const last = firstDate.add({ years: longestYears })
  const { count, until } = rule
  const starts: number[] = []
  for (let period = 0; ; period += 1) {
    const dates = datesOf(rule, firstDate, period)
    if (dates === null || Temporal.PlainDate.compare(dates.from, last) > 0) return { starts, isCut: false }
    for (const date of dates.dates) {
      if (Temporal.PlainDate.compare(date, firstDate) < 0) continue
      if (Temporal.PlainDate.compare(date, last) > 0) return { starts, isCut: false }
      const at = date.equals(firstDate) ? first : date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds
      if (until !== null && isAfter(until, date, at)) return { starts, isCut: false }
      // A day that a zone skips altogether is the next one.
      if (at === starts.at(-1)) continue
      if (starts.length === mostOccurrences) return { starts, isCut: true }
      starts.push(at)
      if (starts.length === count) return { starts, isCut: false }
    }
  }
}

const isAfter = (until: NonNullable<RecurrenceRule['until']>, date: Temporal.PlainDate, at: number): boolean =>
  until instanceof Temporal.Instant ? at > until.epochMilliseconds : Temporal.PlainDate.compare(date, until) > 0

interface PeriodDates {
  readonly from: Temporal.PlainDate
  /** Ascending. */
  readonly dates: readonly Temporal.PlainDate[]
}

/** The days of the nth day, week or month of the rule. Null if there is none. */
const datesOf = (rule: RecurrenceRule, first: Temporal.PlainDate, period: number): PeriodDates | null => {
  const { frequency, interval, byDay, byMonthDay } = rule
  const distance = period * interval
  switch (frequency) {
    case 'DAILY': {
      const from = first.add({ days: distance })
      const isWanted =
        (byDay.length === 0 || byDay.some(({ weekday }) => weekday === from.dayOfWeek)) &&
        (byMonthDay.length === 0 || isOneOf(byMonthDay, from))
      return { from, dates: isWanted ? [from] : [] }
    }
    case 'WEEKLY': {
      const from = first.subtract({ days: first.dayOfWeek - 1 }).add({ weeks: distance })
      const days = byDay.length === 0 ? [first.dayOfWeek] : byDay.map(({ weekday }) => weekday)
      return { from, dates: [...new Set(days)].sort((a, b) => a - b).map((weekday) => from.add({ days: weekday - 1 })) }
    }
    case 'MONTHLY': {
      const from = first.with({ day: 1 }).add({ months: distance })
      const days = Array.from({ length: from.daysInMonth }, (_, index) => from.add({ days: index }))
      const dates = days.filter((date) =>
        byDay.length === 0 && byMonthDay.length === 0
          ? date.day === first.day
          : (byDay.length === 0 || byDay.some((each) => isNth(each, date))) &&
            (byMonthDay.length === 0 || isOneOf(byMonthDay, date)),
      )
      return { from, dates }
    }
  }
}

const isOneOf = (monthDays: readonly number[], { day, daysInMonth }: Temporal.PlainDate): boolean =>
  monthDays.includes(day) || monthDays.includes(day - daysInMonth - 1)

const isNth = ({ weekday, nth }: RecurrenceRule['byDay'][number], date: Temporal.PlainDate): boolean =>
  date.dayOfWeek === weekday &&
  (nth === null ||
    (nth > 0 ? Math.ceil(date.day / 7) === nth : -Math.ceil((date.daysInMonth - date.day + 1) / 7) === nth))
