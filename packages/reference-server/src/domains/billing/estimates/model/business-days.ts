import type { Day } from '../../kernel/model/claim.ts'

/** Monday to Friday except the legal public holidays of the United States (5 U.S.C. 6103), which are computed and not listed. */

const plain = (day: Day): Temporal.PlainDate => Temporal.PlainDate.from(day)

const nthWeekday = (year: number, month: number, weekday: number, nth: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
}

const lastMonday = (year: number, month: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 })
  const last = first.add({ months: 1 }).subtract({ days: 1 })
  return last.subtract({ days: last.dayOfWeek - 1 })
}

/** A holiday on a Saturday is observed on the Friday before, on a Sunday on the Monday after (5 U.S.C. 6103(b); Executive Order 11582). */
const observed = (day: Temporal.PlainDate): Temporal.PlainDate =>
  day.dayOfWeek === 6 ? day.subtract({ days: 1 }) : day.dayOfWeek === 7 ? day.add({ days: 1 }) : day

const fixed: readonly (readonly [month: number, day: number])[] = [
  [1, 1],
  [6, 19],
  [7, 4],
  [11, 11],
  [12, 25],
]

const byYear = new Map<number, ReadonlySet<Day>>()

/** The observed holidays. The next New Year's Day may be observed in December. */
const holidaysOf = (year: number): ReadonlySet<Day> => {
  const known = byYear.get(year)
  if (known) return known
  const days = [
    ...fixed.map(([month, day]) => observed(Temporal.PlainDate.from({ year, month, day }))),
    observed(Temporal.PlainDate.from({ year: year + 1, month: 1, day: 1 })),
    nthWeekday(year, 1, 1, 3),
    nthWeekday(year, 2, 1, 3),
    lastMonday(year, 5),
    nthWeekday(year, 9, 1, 1),
    nthWeekday(year, 10, 1, 2),
    nthWeekday(year, 11, 4, 4),
  ]
  const found = new Set(days.map(String))
  byYear.set(year, found)
  return found
}

export const isBusinessDay = (day: Day): boolean => {
  const date = plain(day)
  return date.dayOfWeek <= 5 && !holidaysOf(date.year).has(day)
}

/** The day that is `count` business days after `day` (before it if negative). `day` itself is not counted. */
export const addBusinessDays = (day: Day, count: number): Day => {
  const step = Math.sign(count)
  let at = plain(day)
  for (let left = Math.abs(count); left > 0;) {
    at = at.add({ days: step })
    if (isBusinessDay(at.toString())) left -= 1
  }
  return at.toString()
}
