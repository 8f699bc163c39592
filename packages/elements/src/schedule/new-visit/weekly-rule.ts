import { addDays } from '../../core/format.ts'
import { weekdayOf } from '../schedule-days.ts'

/** What staff choose: every so many weeks on some days, until a number of visits or a day. */
export interface WeeklyRule {
  readonly firstDay: string
  readonly weeks: number
  /** 1 is Monday. That of the first day is always among them. */
  readonly weekdays: ReadonlySet<number>
  readonly ends: 'count' | 'day'
  readonly count: number
  readonly lastDay: string
}

/** The most visits of a series. */
export const MOST_VISITS = 52

const names = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

export const weekdaysOf = ({ firstDay, weekdays }: WeeklyRule): readonly number[] =>
  [...new Set([...weekdays, ...(firstDay ? [weekdayOf(firstDay)] : [])])].toSorted((a, b) => a - b)

/** The recurrence rule (RFC 5545, 3.3.10). */
export const ruleText = (rule: WeeklyRule): string => {
  const days = weekdaysOf(rule).map((weekday) => names[weekday - 1])
  const end = rule.ends === 'count' ? `COUNT=${rule.count}` : `UNTIL=${rule.lastDay.replaceAll('-', '')}`
  return `FREQ=WEEKLY;INTERVAL=${rule.weeks};BYDAY=${days.join(',')};${end}`
}

/** How many visits the rule has; up to one more than a series can have. */
const visitsOf = (rule: WeeklyRule): number => {
  if (rule.ends === 'count') return rule.count
  const days = new Set(weekdaysOf(rule))
  const monday = addDays(rule.firstDay, 1 - weekdayOf(rule.firstDay))
  let visits = 0
  for (let index = weekdayOf(rule.firstDay) - 1; visits <= MOST_VISITS; index++) {
    const day = addDays(monday, index)
    if (day > rule.lastDay) break
    if (Math.floor(index / 7) % rule.weeks === 0 && days.has((index % 7) + 1)) visits++
  }
  return visits
}

/** What is wrong with the rule, before it is sent. */
export const faultOf = (rule: WeeklyRule): 'firstDay' | 'weeks' | 'count' | 'lastDay' | null => {
  const isWhole = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most
  if (!rule.firstDay) return 'firstDay'
  if (!isWhole(rule.weeks, 52)) return 'weeks'
  if (rule.ends === 'count') return isWhole(rule.count, MOST_VISITS) ? null : 'count'
  if (rule.lastDay < rule.firstDay) return 'lastDay'
  return visitsOf(rule) > MOST_VISITS ? 'count' : null
}
