import { describe, expect, test } from 'vitest'
import { noClosures, type AvailabilityWindow, type WallRange } from './availability.ts'
import { expandAvailability } from './expand-availability.ts'

const utc = (ms: number): string => new Date(ms).toISOString().slice(0, 16)

/** The open time on one date, with the same windows on every day of the week. */
const open = (zone: string, date: string, windows: readonly AvailabilityWindow[]): string[] => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => windows.map((window) => ({ weekday, ...window })))
  const day = Temporal.PlainDate.from(date)
  const from = day.toZonedDateTime(zone).epochMilliseconds
  const to = day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds
  return expandAvailability({ zone, weekly, exceptions: [], timeOff: [] }, noClosures, from, to).map(
    (piece) => `${utc(piece.from)}/${utc(piece.to)}`,
  )
}

test.each([
  [
    'a window over the missing hour in spring is shorter by that hour',
    'America/New_York',
    '2026-03-08',
    { from: '01:30', to: '03:30' },
    ['2026-03-08T06:30/2026-03-08T07:00', '2026-03-08T07:00/2026-03-08T07:30'],
  ],
  [
    'a window within the missing hour is not open at all',
    'America/New_York',
    '2026-03-08',
    { from: '02:00', to: '03:00' },
    [],
  ],
  [
    'a window within the repeated hour in autumn is open twice',
    'America/New_York',
    '2026-11-01',
    { from: '01:00', to: '01:30' },
    ['2026-11-01T05:00/2026-11-01T05:30', '2026-11-01T06:00/2026-11-01T06:30'],
  ],
  [
    'a window that begins in the repeated hour never shows a time outside itself',
    'America/New_York',
    '2026-11-01',
    { from: '01:30', to: '02:30' },
    ['2026-11-01T05:30/2026-11-01T06:00', '2026-11-01T06:30/2026-11-01T07:30'],
  ],
  [
    'Lord Howe moves its clock by half an hour in autumn',
    'Australia/Lord_Howe',
    '2026-04-05',
    { from: '01:30', to: '02:00' },
    ['2026-04-04T14:30/2026-04-04T15:00', '2026-04-04T15:00/2026-04-04T15:30'],
  ],
  [
    'and in spring',
    'Australia/Lord_Howe',
    '2026-10-04',
    { from: '01:30', to: '03:00' },
    ['2026-10-03T15:00/2026-10-03T15:30', '2026-10-03T15:30/2026-10-03T16:00'],
  ],
  [
    'Cairo has no midnight on the day its summer begins',
    'Africa/Cairo',
    '2026-04-24',
    { from: '00:00', to: '02:00' },
    ['2026-04-23T22:00/2026-04-23T23:00'],
  ],
  [
    'Samoa had no 30 December 2011: the day after begins where the day before ended',
    'Pacific/Apia',
    '2011-12-31',
    { from: '00:00', to: '01:00' },
    ['2011-12-30T10:00/2011-12-30T11:00'],
  ],
  [
    'Arizona has no clock change',
    'America/Phoenix',
    '2026-03-08',
    { from: '01:30', to: '03:30' },
    ['2026-03-08T08:30/2026-03-08T10:30'],
  ],
  [
    'a zone with an offset of three quarters of an hour',
    'Asia/Kathmandu',
    '2026-06-15',
    { from: '09:00', to: '24:00' },
    ['2026-06-15T03:15/2026-06-15T18:15'],
  ],
])('%s', (_, zone, date, window, expected) => {
  expect(open(zone, date, [window])).toEqual(expected)
})

test('a leap day is a day of the week', () => {
  const weekly = [{ weekday: 2, from: '09:00', to: '10:00' }]
  const pieces = expandAvailability(
    { zone: 'UTC', weekly, exceptions: [], timeOff: [] },
    noClosures,
    Date.UTC(2028, 1, 28),
    Date.UTC(2028, 2, 8),
  )
  expect(pieces.map(({ from }) => utc(from))).toEqual(['2028-02-29T09:00', '2028-03-07T09:00'])
})

test('an exception replaces the complete day, in the zone of the practitioner', () => {
  const weekly = [{ weekday: 3, from: '09:00', to: '10:00' }]
  const exceptions = [
    { date: '2026-11-25', windows: [{ from: '20:00', to: '21:00' }] },
    { date: '2026-12-02', windows: [] },
  ]
  const pieces = expandAvailability(
    { zone: 'America/Los_Angeles', weekly, exceptions, timeOff: [] },
    noClosures,
    Date.UTC(2026, 10, 24),
    Date.UTC(2026, 11, 12),
  )
  expect(pieces.map(({ from }) => utc(from))).toEqual(['2026-11-26T04:00', '2026-12-09T17:00'])
})

describe('time off', () => {
  const allDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
  const pieces = (zone: string, timeOff: readonly WallRange[], from: string, to: string, closures = noClosures) =>
    expandAvailability(
      { zone, weekly: allDay, exceptions: [], timeOff },
      closures,
      Date.parse(from),
      Date.parse(to),
    ).map((piece) => [utc(piece.from), utc(piece.to), piece.afterWindowStart])

  test('of two hours cuts the day, and the grid still begins at the start of the window', () => {
    const timeOff = [{ from: '2026-11-25T13:00', to: '2026-11-25T15:00' }]
    expect(pieces('America/New_York', timeOff, '2026-11-25T05:00Z', '2026-11-26T05:00Z')).toEqual([
      ['2026-11-25T05:00', '2026-11-25T18:00', 0],
      ['2026-11-25T20:00', '2026-11-26T05:00', 15 * 60],
    ])
  })

  test('of several days leaves nothing open between', () => {
    const timeOff = [{ from: '2026-11-25T13:00', to: '2026-11-28T09:00' }]
    expect(pieces('UTC', timeOff, '2026-11-25T00:00Z', '2026-11-29T00:00Z')).toEqual([
      ['2026-11-25T00:00', '2026-11-25T13:00', 0],
      ['2026-11-28T09:00', '2026-11-29T00:00', 9 * 60],
    ])
  })

  test('inside the repeated hour in autumn is off both times, and inside the missing hour in spring never', () => {
    const autumn = [{ from: '2026-11-01T01:00', to: '2026-11-01T01:30' }]
    expect(pieces('America/New_York', autumn, '2026-11-01T05:00Z', '2026-11-01T07:00Z').map(([from]) => from)).toEqual([
      '2026-11-01T05:30',
      '2026-11-01T06:30',
    ])
    const spring = [{ from: '2026-03-08T02:00', to: '2026-03-08T03:00' }]
    expect(pieces('America/New_York', spring, '2026-03-08T06:00Z', '2026-03-08T08:00Z')).toEqual([
      ['2026-03-08T06:00', '2026-03-08T07:00', 60],
      ['2026-03-08T07:00', '2026-03-08T08:00', 180],
    ])
  })

  test('of the organization follows the clock of the organization, not of the practitioner', () => {
    const closures = { zone: 'America/New_York', items: [{ from: '2026-11-26T00:00', to: '2026-11-27T00:00' }] }
    expect(pieces('America/Los_Angeles', [], '2026-11-25T08:00Z', '2026-11-27T08:00Z', closures)).toEqual([
      ['2026-11-25T08:00', '2026-11-26T05:00', 0],
      ['2026-11-27T05:00', '2026-11-27T08:00', 21 * 60],
    ])
  })
})
