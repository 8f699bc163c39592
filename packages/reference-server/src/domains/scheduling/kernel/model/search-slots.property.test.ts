import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Availability, AvailabilityWindow, ClosedTimes, WallRange } from './availability.ts'
import { AvailabilityBitmap, type Busy } from './availability-bitmap.ts'
import { countRange } from './bits.ts'
import { referenceSearch, type ReferenceCandidate } from './reference-search.ts'
import { searchSlots, type FoundSlot, type FoundSlots, type SlotQuery } from './search-slots.ts'
import { sliceMs } from './slice.ts'
import type { VisitShape } from './visit-type.ts'

/** Rule sets per run; the bench and a release run 10,000. */
const runs = Number(process.env['VISITKIT_PROPERTY_RUNS'] ?? 1_000)

const dayMs = 86_400_000

/** Each zone with a day of a clock change worth testing (or without one, as a control). */
const eventfulDays: readonly (readonly [zone: string, date: string])[] = [
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['America/Phoenix', '2026-03-08'],
  ['America/St_Johns', '2026-11-01'],
  ['Europe/London', '2026-03-29'],
  ['Europe/London', '2026-10-25'],
  ['Australia/Lord_Howe', '2026-04-05'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['Africa/Cairo', '2026-04-24'],
  ['Africa/Cairo', '2026-10-30'],
  ['America/Santiago', '2026-04-05'],
  ['America/Santiago', '2026-09-06'],
  ['America/Havana', '2026-11-01'],
  ['Africa/Casablanca', '2026-02-15'],
  ['Asia/Kathmandu', '2026-06-15'],
  ['Pacific/Apia', '2011-12-30'],
  ['Pacific/Kiritimati', '1994-12-31'],
  ['Pacific/Chatham', '2026-09-27'],
  ['Antarctica/Troll', '2026-03-29'],
  ['America/Chicago', '2028-02-29'],
  ['UTC', '2026-12-31'],
]

const wall = (slot: number): string =>
  `${String(Math.floor(slot / 12)).padStart(2, '0')}:${String((slot % 12) * 5).padStart(2, '0')}`

/** So many slots of five minutes after the midnight that begins a date. */
const wallDateTime = (date: string, slots: number): string =>
  Temporal.PlainDateTime.from(date)
    .add({ minutes: slots * 5 })
    .toString({ smallestUnit: 'minute' })

const typeIds = ['visit', 'other'] as const

/** Non-overlapping windows of one day: an even number of distinct edges, paired in order. They may touch. */
const dayWindows: fc.Arbitrary<AvailabilityWindow[]> = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 288 }), { maxLength: 8 }),
    restrictions: fc.array(fc.option(fc.constantFrom(['visit'], ['other'], ['visit', 'other']), { nil: undefined }), {
      minLength: 4,
      maxLength: 4,
    }),
    touching: fc.boolean(),
  })
  .map(({ edges, restrictions, touching }) => {
    const sorted = edges.sort((a, b) => a - b)
    const windows: AvailabilityWindow[] = []
    for (let index = 0; index + 1 < sorted.length && windows.length < 4; index += touching ? 1 : 2) {
      const visitTypeIds = restrictions[windows.length]
      windows.push({ from: wall(sorted[index]!), to: wall(sorted[index + 1]!), ...(visitTypeIds && { visitTypeIds }) })
    }
    return windows
  })

const visitShape: fc.Arbitrary<VisitShape> = fc.record(
  {
    id: fc.constantFrom(...typeIds),
    specialty: fc.constant('cardiology'),
    minutes: fc.integer({ min: 1, max: 30 }).map((n) => n * 5),
    bufferBeforeMinutes: fc.integer({ min: 0, max: 6 }).map((n) => n * 5),
    bufferAfterMinutes: fc.integer({ min: 0, max: 6 }).map((n) => n * 5),
    stepMinutes: fc.constantFrom(5, 10, 15, 20, 25, 30, 45, 60),
    licenseRequired: fc.boolean(),
    ages: fc.record({ from: fc.integer({ min: 0, max: 20 }), to: fc.integer({ min: 15, max: 40 }) }),
    minimumNoticeMinutes: fc.constantFrom(0, 7, 60, 720),
    horizonDays: fc.constantFrom(1, 2, 3, 30),
  },
  {
    requiredKeys: [
      'id',
      'specialty',
      'minutes',
      'bufferBeforeMinutes',
      'bufferAfterMinutes',
      'stepMinutes',
      'licenseRequired',
      'minimumNoticeMinutes',
      'horizonDays',
    ],
  },
)

const scenario = fc.constantFrom(...eventfulDays).chain(([zone, date]) => {
  const eventful = Temporal.PlainDate.from(date)
  const middle = Date.parse(`${date}T00:00:00Z`)
  const nearDate = fc.integer({ min: -2, max: 2 }).map((days) => eventful.add({ days }).toString())
  // Mostly a part of a day, so that the days keep times to offer.
  const length = fc.oneof(
    { weight: 5, arbitrary: fc.integer({ min: 1, max: 36 }) },
    { weight: 1, arbitrary: fc.integer({ min: 37, max: 600 }) },
  )
  const wallRange: fc.Arbitrary<WallRange> = fc
    .record({ at: fc.integer({ min: -576, max: 576 }), length })
    .map(({ at, length }) => ({ from: wallDateTime(date, at), to: wallDateTime(date, at + length) }))
  const wallRanges = fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 3, arbitrary: fc.array(wallRange, { minLength: 1, maxLength: 3 }) },
  )
  const closures: fc.Arbitrary<ClosedTimes> = fc.record({
    zone: fc.constantFrom(zone, 'America/New_York', 'Asia/Kathmandu'),
    items: wallRanges,
  })
  const availability: fc.Arbitrary<Availability> = fc.record({
    timeOff: wallRanges,
    zone: fc.oneof(
      { weight: 4, arbitrary: fc.constant(zone) },
      { weight: 1, arbitrary: fc.constantFrom('America/Denver', 'Asia/Kolkata') },
    ),
    weekly: fc
      .array(dayWindows, { minLength: 7, maxLength: 7 })
      .map((days) => days.flatMap((windows, index) => windows.map((window) => ({ weekday: index + 1, ...window })))),
    exceptions: fc.uniqueArray(fc.record({ date: nearDate, windows: dayWindows }), {
      maxLength: 2,
      selector: ({ date: day }) => day,
    }),
    limits: fc.record(
      { perDay: fc.integer({ min: 1, max: 3 }), perWeek: fc.integer({ min: 1, max: 4 }) },
      { requiredKeys: [] },
    ),
  })
  const busy: fc.Arbitrary<Busy> = fc
    .record({
      at: fc.integer({ min: -36 * 60, max: 36 * 60 }),
      minutes: fc.integer({ min: 1, max: 300 }),
      expires: fc.option(fc.integer({ min: -2880, max: 2880 }), { nil: null }),
      counts: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    })
    .map(({ at, minutes, expires, counts }) => ({
      countedAt: counts ? middle + Math.ceil(at / 5) * 300_000 : null,
      from: middle + at * 60_000,
      to: middle + (at + minutes) * 60_000,
      expiresAt: expires === null ? null : middle + expires * 60_000,
    }))
  const visit = fc
    .record({ at: fc.integer({ min: -36 * 60, max: 36 * 60 }), minutes: fc.integer({ min: 1, max: 200 }) })
    .map(({ at, minutes }) => ({ from: middle + at * 60_000, to: middle + (at + minutes) * 60_000 }))
  const candidate: fc.Arbitrary<ReferenceCandidate> = fc
    .record({
      availability,
      busy: fc.array(busy, { maxLength: 6 }),
      specialties: fc.constantFrom(['cardiology'], ['cardiology'], ['cardiology'], ['dermatology']),
      languages: fc.constantFrom(['en'], ['en', 'es'], ['es-MX'], ['ar']),
      licenses: fc.array(
        fc.record({
          state: fc.constantFrom('OH', 'CA'),
          kind: fc.constantFrom('full' as const, 'full' as const, 'compact' as const),
          status: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const),
          expiresOn: nearDate,
        }),
        { maxLength: 3 },
      ),
      active: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
    })
    .map(({ availability: rules, busy: taken, ...facts }) => ({
      practitioner: { id: '', zone: rules.zone, ...facts },
      availability: rules,
      busy: taken.map((one, index) => ({ ...one, id: `busy-${index}` })),
    }))
  return fc.record({
    type: visitShape,
    now: fc.integer({ min: -2 * 1440, max: 1440 }).map((minutes) => middle + minutes * 60_000 + 1),
    from: fc.integer({ min: -40 * 60, max: 0 }).map((minutes) => middle + minutes * 60_000),
    length: fc.integer({ min: 60, max: 60 * 60 }).map((minutes) => minutes * 60_000),
    candidates: fc
      .array(candidate, { minLength: 1, maxLength: 3 })
      .map((list) =>
        list.map((one, index) => ({ ...one, practitioner: { ...one.practitioner, id: `practitioner-${index}` } })),
      ),
    limit: fc.constantFrom(1, 2, 7, 10_000, 10_000),
    language: fc.constantFrom(undefined, undefined, 'en', 'es', 'es-PR'),
    state: fc.constantFrom(undefined, 'OH', 'CA'),
    patient: fc.option(
      fc.record({
        birthDate: fc
          .record({ years: fc.integer({ min: 14, max: 41 }), days: fc.integer({ min: -2, max: 2 }) })
          .map(({ years, days }) => eventful.subtract({ years }).add({ days }).toString()),
        zone: fc.constantFrom(zone, 'America/Los_Angeles'),
      }),
      { nil: undefined },
    ),
    zone: fc.constantFrom(zone, 'America/New_York', 'Pacific/Kiritimati'),
    closures,
    otherVisits: fc.option(fc.array(visit, { minLength: 1, maxLength: 3 }), { nil: undefined }),
    except: fc.constantFrom(undefined, new Set(['busy-0']), new Set(['busy-1', 'busy-9'])),
  })
})

const indexOf = (candidates: readonly ReferenceCandidate[], closures: ClosedTimes, around: number) => {
  const firstSlice = Math.floor((around - 6 * dayMs) / dayMs) * (dayMs / sliceMs)
  return candidates.map(({ practitioner, availability, busy }) => {
    const bitmap = new AvailabilityBitmap(availability, closures, firstSlice, 14 * (dayMs / sliceMs))
    for (const taken of busy) bitmap.take(taken.id ?? '', taken)
    return { practitioner, bitmap }
  })
}

/** All pages, one after another. */
const searchAll = (query: SlotQuery): FoundSlot[] => {
  const slots: FoundSlot[] = []
  for (let from: number | null = query.from; from !== null;) {
    const page: FoundSlots = searchSlots({ ...query, from })
    expect(page.slots.length).toBeLessThanOrEqual(query.limit)
    slots.push(...page.slots)
    from = page.next
  }
  return slots
}

test(`the search finds exactly the slots that the rules allow, page by page and minute by minute, on ${runs} random rule sets`, () => {
  let slotsSeen = 0
  fc.assert(
    fc.property(scenario, ({ candidates, length, ...query }) => {
      const window = { from: query.from, to: query.from + length }
      const expected = referenceSearch({ ...query, ...window, candidates })
      const found = searchAll({
        ...query,
        ...window,
        candidates: indexOf(candidates, query.closures, query.from),
        explain: false,
      })
      slotsSeen += expected.length
      expect(found).toEqual(expected)
    }),
    { numRuns: runs },
  )
  expect(slotsSeen, 'a property that meets no slot proves nothing').toBeGreaterThan(runs)
}, 1_800_000)

test('every excluded start is explained: found and excluded starts add up to the offered ones', () => {
  fc.assert(
    fc.property(scenario, ({ candidates, length, ...query }) => {
      const window = { from: query.from, to: query.from + length }
      const indexed = indexOf(candidates, query.closures, query.from)
      const { slots, exclusions } = searchSlots({
        ...query,
        ...window,
        candidates: indexed,
        limit: 10_000,
        explain: true,
      })
      for (const { practitioner } of indexed) {
        const found = slots.filter(({ practitionerIds }) => practitionerIds.includes(practitioner.id)).length
        const reasons = exclusions.filter(({ practitionerId }) => practitionerId === practitioner.id)
        const whole = reasons.filter(({ starts }) => starts === undefined)
        if (whole.length > 0) {
          expect(found).toBe(0)
          expect(reasons).toHaveLength(1)
          continue
        }
        const { bitmap } = indexed.find((one) => one.practitioner.id === practitioner.id)!
        const slice = (ms: number): number => Math.ceil(ms / sliceMs) - bitmap.firstSlice
        const everything = countRange(bitmap.offered(query.type), slice(window.from), slice(window.to))
        const lost = reasons.reduce((sum, { starts }) => sum + (starts ?? 0), 0)
        expect(found + lost).toBe(everything)
      }
    }),
    { numRuns: runs },
  )
}, 600_000)
