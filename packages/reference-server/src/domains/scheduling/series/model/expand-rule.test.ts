import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expandRule } from './expand-rule.ts'
import { parseRule, type RecurrenceRule } from './recurrence-rule.ts'

const runs = Number(process.env['VISITKIT_PROPERTY_RUNS'] ?? 300)

const parsed = (text: string): RecurrenceRule => {
  const rule = parseRule(text)
  if (typeof rule === 'string') throw new Error(`${text}: ${rule}`)
  return rule
}

/** The occurrences of a rule as wall-clock times with their offset. */
const times = (rule: string, first: string, zone = 'America/New_York'): string[] => {
  const start = Temporal.PlainDateTime.from(first).toZonedDateTime(zone).epochMilliseconds
  return expandRule(parsed(rule), start, zone).starts.map((at) =>
    Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'minute' }),
  )
}

describe('a recurrence rule', () => {
  test('keeps the wall-clock time over a change of the clock', () => {
    expect(times('FREQ=WEEKLY;COUNT=3', '2026-10-22T10:00')).toEqual([
      '2026-10-22T10:00-04:00',
      '2026-10-29T10:00-04:00',
      '2026-11-05T10:00-05:00',
    ])
  })

  test('moves a time that does not exist by as much as the clock skips, for that day only', () => {
    expect(times('FREQ=DAILY;COUNT=3', '2026-03-07T02:30')).toEqual([
      '2026-03-07T02:30-05:00',
      '2026-03-08T03:30-04:00',
      '2026-03-09T02:30-04:00',
    ])
  })

  test('uses the first of two times that are alike, except where the series begins with the second', () => {
    expect(times('FREQ=DAILY;COUNT=3', '2026-10-31T01:30')).toEqual([
      '2026-10-31T01:30-04:00',
      '2026-11-01T01:30-04:00',
      '2026-11-02T01:30-05:00',
    ])
    const second = Date.parse('2026-11-01T01:30:00-05:00')
    const { starts } = expandRule(parsed('FREQ=DAILY;COUNT=2'), second, 'America/New_York')
    expect(starts).toEqual([second, Date.parse('2026-11-02T01:30:00-05:00')])
  })

  test('has a day that a zone skipped once, not twice', () => {
    expect(times('FREQ=DAILY;COUNT=3', '2011-12-29T10:00', 'Pacific/Apia')).toEqual([
      '2011-12-29T10:00-10:00',
      '2011-12-31T10:00+14:00',
      '2012-01-01T10:00+14:00',
    ])
  })

  test('counts every second week from Monday, and skips months that are too short', () => {
    expect(
      times('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=4', '2026-11-10T10:00').map((at) => at.slice(5, 10)),
    ).toEqual(['11-10', '11-15', '11-24', '11-29'])
    expect(times('FREQ=MONTHLY;COUNT=3', '2027-01-31T10:00').map((at) => at.slice(5, 10))).toEqual([
      '01-31',
      '03-31',
      '05-31',
    ])
  })

  test('ends with UNTIL: a moment, or a whole day', () => {
    expect(times('FREQ=WEEKLY;UNTIL=20261110T150000Z', '2026-10-27T10:00')).toHaveLength(3)
    expect(times('FREQ=WEEKLY;UNTIL=20261110T145959Z', '2026-10-27T10:00')).toHaveLength(2)
    expect(times('FREQ=WEEKLY;UNTIL=20261110', '2026-10-27T23:30')).toHaveLength(3)
  })

  test('is cut at 52, and ends when it finds nothing', () => {
    const start = Date.parse('2026-11-02T15:00:00Z')
    const { starts, isCut } = expandRule(parsed('FREQ=DAILY;UNTIL=20271231'), start, 'UTC')
    expect([starts.length, isCut]).toEqual([52, true])
    const never = expandRule(parsed('FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=3'), start, 'UTC')
    expect(never).toEqual({ starts: [], isCut: false })
  })

  test.each([
    ['FREQ=YEARLY;COUNT=2', 'FREQ'],
    ['FREQ=WEEKLY', 'COUNT or by UNTIL'],
    ['FREQ=WEEKLY;COUNT=2;UNTIL=20261231', 'COUNT or by UNTIL'],
    ['FREQ=WEEKLY;COUNT=53', 'COUNT'],
    ['FREQ=WEEKLY;COUNT=abc', 'COUNT'],
    ['FREQ=WEEKLY;COUNT=2;COUNT=3', 'once'],
    ['FREQ=WEEKLY;COUNT=2;BYHOUR=3', 'only'],
    ['FREQ=WEEKLY;COUNT=2;BYDAY=2TU', 'BYDAY'],
    ['FREQ=WEEKLY;COUNT=2;BYMONTHDAY=1', 'BYMONTHDAY'],
    ['FREQ=MONTHLY;COUNT=2;BYMONTHDAY=0', 'BYMONTHDAY'],
    ['FREQ=WEEKLY;UNTIL=20261331', 'UNTIL'],
    ['FREQ=WEEKLY;COUNT=2;WKST=SU', 'WKST'],
    ['FREQ=DAILY;COUNT=2;INTERVAL=0', 'INTERVAL'],
    ['', 'only'],
  ])('%s is refused, with what it must be', (rule, words) => {
    expect(parseRule(rule)).toContain(words)
  })
})

/** Slow, and easy to verify by reading: looks at every day, one after the other, with the words of RFC 5545. */
const referenceDates = (rule: RecurrenceRule, first: Temporal.PlainDate): string[] => {
  const monday = (date: Temporal.PlainDate): Temporal.PlainDate => date.subtract({ days: date.dayOfWeek - 1 })
  const found: string[] = []
  for (
    let date = first;
    found.length < (rule.count ?? 0) && Temporal.PlainDate.compare(date, first.add({ years: 10 })) <= 0;
    date = date.add({ days: 1 })
  ) {
    const sameDay = { unit: 'days', apart: first.until(date, { largestUnit: 'days' }).days }
    const weeks = monday(first).until(monday(date), { largestUnit: 'days' }).days / 7
    const months = (date.year - first.year) * 12 + date.month - first.month
    const apart = { DAILY: sameDay.apart, WEEKLY: weeks, MONTHLY: months }[rule.frequency]
    if (apart % rule.interval !== 0) continue
    const sameWeekday = (other: number): number[] => {
      const days: number[] = []
      for (let day = 1; day <= date.daysInMonth; day += 1) if (date.with({ day }).dayOfWeek === other) days.push(day)
      return days
    }
    const isByDay = rule.byDay.some(({ weekday, nth }) => {
      if (date.dayOfWeek !== weekday) return false
      return nth === null || sameWeekday(weekday).at(nth > 0 ? nth - 1 : nth) === date.day
    })
    const isByMonthDay = rule.byMonthDay.some((day) =>
      day > 0 ? date.day === day : date.daysInMonth + day + 1 === date.day,
    )
    const hasBoth = (rule.byDay.length === 0 || isByDay) && (rule.byMonthDay.length === 0 || isByMonthDay)
    const byDefault = { DAILY: true, WEEKLY: date.dayOfWeek === first.dayOfWeek, MONTHLY: date.day === first.day }
    if (rule.byDay.length + rule.byMonthDay.length > 0 ? hasBoth : byDefault[rule.frequency])
      found.push(date.toString())
  }
  return found
}

test(`expands ${runs} random rules to the days that a slow reference finds`, () => {
  const day = fc.record({
    weekday: fc.integer({ min: 1, max: 7 }),
    nth: fc.constantFrom(null, null, 1, 2, 4, 5, -1, -2),
  })
  const rule = fc
    .record({
      frequency: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
      interval: fc.integer({ min: 1, max: 4 }),
      byDay: fc.array(day, { maxLength: 3 }),
      byMonthDay: fc.array(fc.constantFrom(1, 13, 28, 29, 30, 31, -1, -3), { maxLength: 2 }),
      count: fc.integer({ min: 1, max: 12 }),
      until: fc.constant(null),
    })
    .map((each) => ({
      ...each,
      byDay: each.byDay.map(({ weekday, nth }) => ({ weekday, nth: each.frequency === 'MONTHLY' ? nth : null })),
      byMonthDay: each.frequency === 'WEEKLY' ? [] : each.byMonthDay,
    }))
  let seen = 0
  fc.assert(
    fc.property(rule, fc.integer({ min: 0, max: 1500 }), (asked, days) => {
      const first = Temporal.PlainDate.from('2026-01-01').add({ days })
      const start = first.toZonedDateTime({ timeZone: 'UTC', plainTime: '10:00' }).epochMilliseconds
      const expected = referenceDates(asked, first)
      seen += expected.length
      const { starts } = expandRule(asked, start, 'UTC')
      expect(starts.map((at) => new Date(at).toISOString().slice(0, 10))).toEqual(expected)
    }),
    { numRuns: runs },
  )
  expect(seen).toBeGreaterThan(runs)
}, 300_000)
