import { expect, test } from 'vitest'
import { Formatter } from '../core/format.ts'
import { MOST_TIMES, partsOfDay, thinTimes } from './day-parts.ts'
import type { Slot } from './slot-calendar.ts'

const MINUTE = 60_000
const format = new Formatter('en-US', 'America/New_York')

/** A time every few minutes. */
const every = (minutes: number, from: string, to: string): Slot[] => {
  const slots: Slot[] = []
  for (let at = Date.parse(from); at < Date.parse(to); at += minutes * MINUTE)
    slots.push({ start: new Date(at).toISOString(), practitionerIds: ['jo'] })
  return slots
}
const times = (slots: readonly Slot[], shown = format): string[] =>
  slots.map(({ start }) => shown.time(start).replace(/[\u202f\u00a0]/g, ' '))

test('a day has parts by the clock of the person', () => {
  const parts = partsOfDay(every(60, '2026-11-25T15:00:00Z', '2026-11-26T02:00:00Z'), format)
  expect(parts.map(({ name, slots }) => [name, times(slots)[0], slots.length])).toEqual([
    ['morning', '10:00 AM', 2],
    ['afternoon', '12:00 PM', 5],
    ['evening', '5:00 PM', 4],
  ])
  expect(partsOfDay(every(60, '2026-11-25T23:00:00Z', '2026-11-26T01:00:00Z'), format)).toHaveLength(1)
})

test('few times are all shown', () => {
  const few = every(5, '2026-11-25T17:00:00Z', '2026-11-25T18:00:00Z')
  expect(thinTimes(few, format)).toEqual(few)
})

test.each([
  ['quarters of an hour', '2026-11-25T20:00:00Z', ['12:00 PM', '12:15 PM', '12:30 PM']],
  ['half hours', '2026-11-25T22:00:00Z', ['12:00 PM', '12:30 PM', '1:00 PM']],
])('many times are thinned to %s', (_, to, first) => {
  const thin = thinTimes(every(5, '2026-11-25T17:00:00Z', to), format)
  expect(thin.length).toBeLessThanOrEqual(MOST_TIMES)
  expect(times(thin).slice(0, 3)).toEqual(first)
})

test('a time between the quarters is shown where it is the only one', () => {
  const all = every(5, '2026-11-25T17:00:00Z', '2026-11-25T20:00:00Z').filter(
    ({ start }) => !start.includes('T18:15') && !start.includes('T18:20'),
  )
  expect(times(thinTimes(all, format))).toContain('1:25 PM')
})

test('the held time is always among them', () => {
  const kept = '2026-11-25T17:05:00.000Z'
  const all = every(5, '2026-11-25T17:00:00Z', '2026-11-25T22:00:00Z')
  expect(thinTimes(all, format, { kept }).map(({ start }) => start)).toContain(kept)
})

test('half hours are those of a clock that is a quarter off', () => {
  const nepal = new Formatter('en-US', 'Asia/Kathmandu')
  const all = every(5, '2026-11-25T06:15:00Z', '2026-11-25T11:15:00Z')
  expect(times(thinTimes(all, nepal), nepal).slice(0, 2)).toEqual(['12:00 PM', '12:30 PM'])
})

test('the hour that comes twice keeps both', () => {
  // 00:00 to 05:00 in New York on the night on which the clocks go back has six hours.
  const all = every(5, '2026-11-01T04:00:00Z', '2026-11-01T10:00:00Z')
  expect(times(thinTimes(all, format)).filter((time) => time === '1:00 AM')).toHaveLength(2)
})
