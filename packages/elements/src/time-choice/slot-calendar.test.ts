import { expect, test } from 'vitest'
import { createTestClient } from '@visitkit/sdk/testing'
import { samplePractitioner } from '../../test/sample-practitioner.ts'
import { SlotCalendar, type Slot } from './slot-calendar.ts'

const ZONE = 'America/New_York'
const practitioners = ['jo', 'lee'].map((id) => samplePractitioner(id, ZONE))
const signal = new AbortController().signal

const slot = (start: string, ...practitionerIds: string[]): Slot => ({
  start,
  practitionerIds: practitionerIds.length ? practitionerIds : ['jo'],
})

const calendarOf = (slots: readonly Slot[], today: string, horizonDays = 60, perPage = 1000) => {
  const asked: [from: string, to: string][] = []
  const client = createTestClient({
    searchSlots: ({ query: { from = '', to = '' } }) => {
      asked.push([from, to])
      const found = slots.filter(({ start }) => start >= from && start < to)
      const items = found.slice(0, perPage).map(({ start, practitionerIds }) => ({
        start,
        free: practitioners.map(({ id }) => (practitionerIds.includes(id) ? '1' : '0')).join(''),
      }))
      const nextFrom = found[perPage]?.start
      return { items, practitioners, minutes: 30, from, to, ...(nextFrom && { nextFrom }) }
    },
  })
  const search = { visitTypeId: 'type', patientId: 'robin', horizonDays, zone: ZONE }
  return { asked, calendar: new SlotCalendar(client, search, today) }
}

test('a block is requested once, however often its days are opened', async () => {
  const { calendar, asked } = calendarOf([], '2026-11-25T12:00:00Z')
  await Promise.all([calendar.load(0, signal), calendar.load(3, signal), calendar.load(13, signal)])
  await calendar.load(5, signal)
  expect(asked).toEqual([['2026-11-25T05:00:00.000Z', '2026-12-09T05:00:00.000Z']])
})

test('no day is split where blocks meet, even when the clocks change in between', async () => {
  // The second block starts on Monday, 9 March; the clocks go forward on the Sunday before.
  const late = slot('2026-03-09T03:30:00Z') // Sunday, 23:30
  const early = slot('2026-03-09T04:30:00Z') // Monday, 00:30
  const { calendar, asked } = calendarOf([late, early], '2026-02-23T12:00:00Z')
  await calendar.load(13, signal)
  await calendar.load(14, signal)
  expect(asked.map(([, to]) => to)[0]).toBe(asked[1]?.[0])
  expect(calendar.days(13, 2, null).map(({ key, slots }) => [key, slots?.length])).toEqual([
    ['2026-03-08', 1],
    ['2026-03-09', 1],
  ])
})

test('choosing another practitioner sends no request and shows only their slots', async () => {
  const { calendar, asked } = calendarOf(
    [
      slot('2026-11-25T15:00:00Z', 'jo'),
      slot('2026-11-25T16:00:00Z', 'lee'),
      slot('2026-11-25T17:00:00Z', 'jo', 'lee'),
    ],
    '2026-11-25T12:00:00Z',
  )
  await calendar.load(0, signal)
  const count = (id: string | null): number | undefined => calendar.days(0, 1, id)[0]?.slots?.length
  expect([count(null), count('jo'), count('lee')]).toEqual([3, 2, 2])
  expect(asked).toHaveLength(1)
})

test('a block with more times than one answer holds is read page by page', async () => {
  const times = ['13:00', '15:00', '15:30', '16:00', '21:00'].map((time) => slot(`2026-11-25T${time}:00Z`))
  const { calendar, asked } = calendarOf(times, '2026-11-25T12:00:00Z', 60, 2)
  await calendar.load(0, signal)
  expect(calendar.days(0, 1, null)[0]?.slots).toEqual(times)
  expect(asked.map(([from]) => from.slice(11, 16))).toEqual(['05:00', '15:30', '21:00'])
})

test('loads until there is a free slot, and stops at the last day that can be booked', async () => {
  const far = slot('2026-12-20T15:00:00Z')
  const found = calendarOf([far], '2026-11-25T12:00:00Z')
  await found.calendar.loadUntilAvailable(null, signal)
  expect(found.calendar.firstAvailable(null)?.slot).toEqual(far)
  expect(found.asked).toHaveLength(2)
  const none = calendarOf([], '2026-11-25T12:00:00Z', 20)
  await none.calendar.loadUntilAvailable(null, signal)
  expect(none.asked).toHaveLength(2)
  expect(none.calendar.days(18, 5, null)).toHaveLength(3)
})

test('the slots nearest to a lost one are in order of time', async () => {
  const times = ['13:00', '15:00', '15:30', '16:00', '21:00'].map((time) => slot(`2026-11-25T${time}:00Z`))
  const { calendar } = calendarOf(times, '2026-11-25T12:00:00Z')
  await calendar.load(0, signal)
  expect(calendar.nearest('2026-11-25T15:30:00Z', null).map(({ start }) => start.slice(11, 16))).toEqual([
    '13:00',
    '15:00',
    '16:00',
  ])
})
