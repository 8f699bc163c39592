import { describe, expect, test } from 'vitest'
import { noClosures } from './availability.ts'
import { AvailabilityBitmap } from './availability-bitmap.ts'
import type { PractitionerFacts } from './practitioner.ts'
import { searchSlots, type SlotQuery } from './search-slots.ts'
import { slicesPerDay, sliceMs } from './slice.ts'
import type { VisitShape } from './visit-type.ts'

const noon = Date.parse('2026-11-25T12:00:00Z')
const minute = 60_000
const at = (time: string): number => Date.parse(`2026-11-25T${time}:00Z`)

const type: VisitShape = {
  id: 'visit',
  specialty: 'cardiology',
  minutes: 30,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 5,
  stepMinutes: 15,
  licenseRequired: true,
  ages: { from: 18, to: 64 },
  minimumNoticeMinutes: 60,
  horizonDays: 30,
}

const practitioner: PractitionerFacts = {
  id: 'heart',
  specialties: ['cardiology'],
  languages: ['en', 'es-MX'],
  zone: 'UTC',
  licenses: [{ state: 'OH', kind: 'full' as const, status: 'active', expiresOn: '2027-01-31' }],
  active: true,
}

const bitmap = (from = '14:00', to = '17:00'): AvailabilityBitmap => {
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))
  const firstSlice = Math.floor(noon / sliceMs / slicesPerDay - 1) * slicesPerDay
  return new AvailabilityBitmap(
    { zone: 'UTC', weekly, exceptions: [], timeOff: [] },
    noClosures,
    firstSlice,
    40 * slicesPerDay,
  )
}

const search = (change: Partial<SlotQuery> & { who?: Partial<PractitionerFacts> } = {}) => {
  const { who, ...query } = change
  return searchSlots({
    type,
    from: at('00:00'),
    to: at('23:59'),
    now: noon,
    candidates: [{ practitioner: { ...practitioner, ...who }, bitmap: bitmap() }],
    limit: 1_000,
    explain: true,
    zone: 'UTC',
    ...query,
  })
}

const starts = (found: ReturnType<typeof search>): string[] =>
  found.slots.map(({ start }) => new Date(start).toISOString().slice(11, 16))

test('a page ends at its limit, and says where the next one begins', () => {
  const page = search({ limit: 3 })
  expect([starts(page), page.next]).toEqual([['14:00', '14:15', '14:30'], at('14:45')])
  const rest = search({ limit: 8, from: at('14:45') })
  expect([starts(rest).at(-1), rest.next]).toEqual(['16:30', null])
})

test('the last start is the one whose end is the end of the window', () => {
  expect(starts(search()).at(0)).toBe('14:00')
  expect(starts(search()).at(-1)).toBe('16:30')
})

describe('buffers', () => {
  const withBusy = (from: string, to: string) => {
    const map = bitmap()
    map.take('taken', { from: at(from), to: at(to), expiresAt: null })
    return starts(search({ candidates: [{ practitioner, bitmap: map }] }))
  }

  test('a visit may end exactly its buffer before a busy time, and not five minutes later', () => {
    expect(withBusy('15:35', '17:00').at(-1)).toBe('15:00')
    expect(withBusy('15:30', '17:00').at(-1)).toBe('14:45')
  })

  test('a visit may begin exactly its buffer after a busy time, and not five minutes sooner', () => {
    expect(withBusy('14:00', '15:05').at(0)).toBe('15:15')
    expect(withBusy('14:00', '15:10').at(0)).toBe('15:30')
  })

  test('the buffer of the first visit of the day lies before the window', () => {
    expect(withBusy('13:00', '13:50').at(0)).toBe('14:00')
    expect(withBusy('13:00', '13:55').at(0)).toBe('14:15')
  })
})

test('notice: a start exactly at the minimum notice is offered, an earlier one is not', () => {
  expect(starts(search({ now: at('14:00') })).at(0)).toBe('15:00')
  expect(starts(search({ now: at('14:00') + 1 })).at(0)).toBe('15:15')
})

test('horizon: the last day is offered to its end in the zone of the organization, whatever the hour of the search', () => {
  const oneDay = { ...type, horizonDays: 1 }
  const window = { from: at('00:00'), to: at('23:59') + 3 * 86_400_000 }
  for (const now of ['00:00', '14:15', '23:59'])
    expect(search({ type: oneDay, now: at(now), ...window }).slots.at(-1)?.start).toBe(at('16:30') + 86_400_000)
  // At noon UTC it is the 26th on Kiritimati: the day after ends there at 10:00 UTC on the 27th.
  const candidates = [{ practitioner, bitmap: bitmap('08:00', '12:00') }]
  const until = (zone: string) => search({ type: oneDay, ...window, candidates, zone }).slots.at(-1)?.start
  expect(until('UTC')).toBe(at('11:30') + 86_400_000)
  expect(until('Pacific/Kiritimati')).toBe(at('09:45') + 2 * 86_400_000)
})

test('the patient is in one place: starts during another visit are not offered, and explained', () => {
  const found = search({ otherVisits: [{ from: at('14:50'), to: at('15:20') }] })
  expect(starts(found)).toEqual(['14:00', '14:15', '15:30', '15:45', '16:00', '16:15', '16:30'])
  expect(found.exclusions).toContainEqual({ practitionerId: 'heart', reason: 'patient-busy', starts: 4 })
})

test('the time of the caller does not block the caller', () => {
  const map = bitmap()
  map.take('mine', { from: at('14:00'), to: at('16:00'), expiresAt: noon + 5 * minute })
  map.take('other', { from: at('16:15'), to: at('17:00'), expiresAt: null })
  const candidates = [{ practitioner, bitmap: map }]
  expect(starts(search({ candidates, except: new Set(['mine']) })).at(-1)).toBe('15:30')
  expect(starts(search({ candidates }))).toEqual([])
})

test('holds: a time is free again at the exact moment its hold expires', () => {
  const map = bitmap()
  map.take('hold', { from: at('14:00'), to: at('17:00'), expiresAt: noon + 5 * minute })
  const candidates = [{ practitioner, bitmap: map }]
  expect(search({ candidates, now: noon + 5 * minute - 1 }).slots).toHaveLength(0)
  expect(search({ candidates, now: noon + 5 * minute }).slots.length).toBeGreaterThan(0)
})

describe('age', () => {
  const aged = (birthDate: string, zone = 'UTC') => search({ patient: { birthDate, zone } })

  test('the eighteenth birthday counts from its first minute in the time zone of the patient', () => {
    expect(starts(aged('2008-11-25'))).toHaveLength(11)
    expect(starts(aged('2008-11-26'))).toHaveLength(0)
    // In Honolulu the 26th begins at 10:00 UTC on the 26th; on Kiritimati it began at 10:00 UTC on the 25th.
    expect(starts(aged('2008-11-26', 'Pacific/Kiritimati'))).toHaveLength(11)
  })

  test('a birthday in the middle of the day of one zone is a boundary within the search', () => {
    // Chatham: midnight is 10:15 UTC in November (+13:45); the window is shifted to straddle it.
    const candidates = [{ practitioner, bitmap: bitmap('09:00', '12:00') }]
    const found = search({
      candidates,
      now: at('00:00'),
      patient: { birthDate: '2008-11-26', zone: 'Pacific/Chatham' },
    })
    expect(starts(found)).toEqual(['10:15', '10:30', '10:45', '11:00', '11:15', '11:30'])
    expect(found.exclusions).toEqual([{ practitionerId: 'heart', reason: 'age', starts: 5 }])
  })

  test('someone born on 29 February turns 18 on 1 March of a common year', () => {
    const on = (day: string) =>
      search({
        type: { ...type, horizonDays: 200 },
        patient: { birthDate: '2008-02-29', zone: 'UTC' },
        now: Date.parse(`${day}T00:00:00Z`),
        from: Date.parse(`${day}T00:00:00Z`),
        to: Date.parse(`${day}T23:59:00Z`),
        candidates: [
          {
            practitioner,
            bitmap: new AvailabilityBitmap(
              {
                zone: 'UTC',
                weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '09:00', to: '10:00' })),
                exceptions: [],
                timeOff: [],
              },
              noClosures,
              (Date.parse('2026-02-20T00:00:00Z') / 86_400_000) * slicesPerDay,
              20 * slicesPerDay,
            ),
          },
        ],
      }).slots.length
    expect(on('2026-02-28')).toBe(0)
    expect(on('2026-03-01')).toBeGreaterThan(0)
  })

  test('the last day of the maximum age is offered, the birthday after it is not', () => {
    expect(starts(aged('1961-11-26'))).toHaveLength(11)
    expect(starts(aged('1961-11-25'))).toHaveLength(0)
  })
})

describe('license', () => {
  const licensed = (expiresOn: string, zone = 'UTC') =>
    search({
      state: 'OH',
      who: { zone, licenses: [{ state: 'OH', kind: 'full' as const, status: 'active', expiresOn }] },
    })

  test('the last day of a license is included', () => {
    expect(starts(licensed('2026-11-25'))).toHaveLength(11)
  })

  test('an expired license does not count', () => {
    const found = licensed('2026-11-24')
    expect(found.slots).toHaveLength(0)
    expect(found.exclusions).toEqual([{ practitionerId: 'heart', reason: 'not-licensed', starts: 11 }])
  })

  test('a visit that would continue past the last minute of the license is not offered', () => {
    // In Guam the 25th ends at 14:00 UTC, wherever the practitioner is; half an hour must fit before.
    const candidates = [
      {
        practitioner: {
          ...practitioner,
          zone: 'Pacific/Honolulu',
          licenses: [{ state: 'GU', kind: 'full' as const, status: 'active' as const, expiresOn: '2026-11-25' }],
        },
        bitmap: bitmap('12:00', '17:00'),
      },
    ]
    expect(starts(search({ candidates, state: 'GU', now: at('00:00') })).at(-1)).toBe('13:30')
  })

  test('a suspended license and one of another state do not count', () => {
    for (const license of [
      { state: 'OH', kind: 'full' as const, status: 'suspended' as const, expiresOn: '2030-01-01' },
      { state: 'CA', kind: 'full' as const, status: 'active' as const, expiresOn: '2030-01-01' },
    ])
      expect(search({ state: 'OH', who: { licenses: [license] } }).exclusions).toEqual([
        { practitionerId: 'heart', reason: 'not-licensed' },
      ])
  })
})

test('a compact privilege is valid as long as a home license, and not without one', () => {
  const privilege = { state: 'OH', kind: 'compact' as const, status: 'active' as const, expiresOn: '2030-01-01' }
  const home = { state: 'KY', kind: 'full' as const, status: 'active' as const, expiresOn: '2029-01-01' }
  const licensed = (...licenses: (typeof privilege | typeof home)[]): number =>
    starts(search({ state: 'OH', who: { licenses } })).length
  expect(licensed(privilege, home)).toBeGreaterThan(0)
  expect(licensed(privilege)).toBe(0)
  expect(licensed(privilege, { ...home, expiresOn: '2020-01-01' })).toBe(0)
})

test('explains why no practitioner is offered', () => {
  const reasons = (change: Parameters<typeof search>[0]) =>
    search(change).exclusions.map((exclusion) => exclusion.reason)
  expect(reasons({ who: { active: false } })).toEqual(['inactive'])
  expect(reasons({ who: { specialties: ['dermatology'] } })).toEqual(['specialty'])
  expect(reasons({ language: 'ar' })).toEqual(['language'])
  expect(reasons({ candidates: [{ practitioner, bitmap: null }] })).toEqual(['no-availability'])
  expect(reasons({ from: at('01:00'), to: at('02:00') })).toEqual(['no-availability'])
  expect(reasons({ now: at('20:00') })).toEqual(['notice'])
  expect(reasons({ now: noon - 60 * 86_400_000 })).toEqual(['horizon'])
})

test('regions of a language do not matter', () => {
  expect(search({ language: 'es' }).slots).toHaveLength(11)
  expect(search({ language: 'es-PR' }).slots).toHaveLength(11)
})

test('an explanation has no cost unless it is requested', () => {
  expect(search({ language: 'ar', explain: false }).exclusions).toEqual([])
})
