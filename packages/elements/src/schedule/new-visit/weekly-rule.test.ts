import { describe, expect, test } from 'vitest'
import { faultOf, ruleText, weekdaysOf, type WeeklyRule } from './weekly-rule.ts'

const rule = (more: Partial<WeeklyRule> = {}): WeeklyRule => ({
  ...{ firstDay: '2026-12-01', weeks: 2, weekdays: new Set<number>(), ends: 'count', count: 8, lastDay: '' },
  ...more,
})

test('the weekday of the first visit is always part of the rule', () => {
  expect(weekdaysOf(rule())).toEqual([2])
  expect(ruleText(rule({ weekdays: new Set([5, 1]) }))).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,FR;COUNT=8')
})

test('it ends with a number of visits or with a day', () => {
  expect(ruleText(rule({ ends: 'day', lastDay: '2027-01-31' }))).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;UNTIL=20270131')
})

describe('what the server would refuse is said before it is sent', () => {
  test.each([
    [{ firstDay: '' }, 'firstDay'],
    [{ weeks: 0 }, 'weeks'],
    [{ weeks: 1.5 }, 'weeks'],
    [{ count: 53 }, 'count'],
    [{ count: 52 }, null],
    [{ ends: 'day', lastDay: '' }, 'lastDay'],
    [{ ends: 'day', lastDay: '2026-11-30' }, 'lastDay'],
    [{ ends: 'day', lastDay: '2026-12-01' }, null],
    // Every Tuesday of a year and a day are 53 visits.
    [{ weeks: 1, ends: 'day', lastDay: '2027-11-23' }, null],
    [{ weeks: 1, ends: 'day', lastDay: '2027-11-30' }, 'count'],
    [{ weeks: 2, ends: 'day', lastDay: '2027-11-30' }, null],
  ] as const)('%o', (more, fault) => expect(faultOf(rule(more))).toBe(fault))
})
