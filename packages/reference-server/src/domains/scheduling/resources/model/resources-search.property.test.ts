import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noClosures, type Availability } from '../../kernel/model/availability.ts'
import { AvailabilityBitmap } from '../../kernel/model/availability-bitmap.ts'
import {
  referenceSearch,
  type ReferenceCandidate,
  type ReferenceResource,
} from '../../kernel/model/reference-search.ts'
import { searchSlots } from '../../kernel/model/search-slots.ts'
import { sessionIdOf } from '../../kernel/model/session.ts'
import { sliceMs } from '../../kernel/model/slice.ts'
import type { VisitShape } from '../../kernel/model/visit-type.ts'
import { assignNeeds } from './assign-needs.ts'
import { canTake, neededStarts, visitNeedsOf } from './visit-needs.ts'

const runs = Number(process.env['VISITKIT_PROPERTY_RUNS'] ?? 100)
const dayMs = 86_400_000
const day = Date.parse('2026-11-01T00:00:00Z')
const slices = 4 * (dayMs / sliceMs)
const firstSlice = (day - dayMs) / sliceMs

const hour = (at: number): string => `${String(at).padStart(2, '0')}:00`

/** Some hours of every day, in a zone whose clocks change on the day of the search. */
const hours: fc.Arbitrary<Availability> = fc
  .record({
    from: fc.integer({ min: 0, max: 9 }),
    length: fc.integer({ min: 6, max: 20 }),
    zone: fc.constantFrom('UTC', 'America/New_York'),
  })
  .map(({ from, length, zone }) => ({
    zone,
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
      weekday,
      from: hour(from),
      to: hour(Math.min(24, from + length)),
    })),
    exceptions: [],
    timeOff: [],
  }))

const busyTimes = fc.array(
  fc
    .record({
      at: fc.integer({ min: -12 * 12, max: 36 * 12 }),
      slots: fc.integer({ min: 1, max: 36 }),
      expires: fc.option(fc.integer({ min: -600, max: 600 }), { nil: null }),
    })
    .map(({ at, slots, expires }) => ({
      from: day + at * sliceMs,
      to: day + (at + slots) * sliceMs,
      expiresAt: expires === null ? null : day + expires * 60_000,
    })),
  { maxLength: 4 },
)

type Partners = Readonly<Record<string, number>>
const count = fc.integer({ min: 1, max: 2 })
const shape: fc.Arbitrary<VisitShape> = fc
  .record({
    minutes: fc.constantFrom(5, 15, 30, 50),
    bufferBeforeMinutes: fc.constantFrom(0, 0, 10),
    bufferAfterMinutes: fc.constantFrom(0, 5, 15),
    stepMinutes: fc.constantFrom(5, 20, 30),
    licenseRequired: fc.boolean(),
    capacity: fc.constantFrom(1, 1, 3),
    room: fc.option(count, { nil: null, freq: 1 }),
    interpreter: fc.option(count, { nil: null, freq: 1 }),
    partners: fc.constantFrom(
      ...([{}, {}, {}, { cardiology: 1 }, { dermatology: 1 }, { cardiology: 1, dermatology: 1 }] as Partners[]),
      { cardiology: 2, dermatology: 1 },
    ),
  })
  .map(({ room, interpreter, partners, ...rest }) => ({
    ...rest,
    id: 'visit',
    specialty: 'cardiology',
    minimumNoticeMinutes: 0,
    horizonDays: 30,
    resources: [
      ...(room === null ? [] : [{ kind: 'room' as const, count: room }]),
      ...(interpreter === null ? [] : [{ kind: 'interpreter' as const, count: interpreter }]),
    ],
    additionalPractitioners: Object.entries(partners).map(([specialty, wanted]) => ({ specialty, count: wanted })),
  }))

const clinic = fc.record({
  type: shape,
  now: fc.integer({ min: -600, max: 300 }).map((minutes) => day + minutes * 60_000),
  interpreterLanguage: fc.constantFrom(undefined, undefined, 'es', 'ar'),
  state: fc.constantFrom(undefined, 'OH'),
  inARow: fc.constantFrom(undefined, undefined, 2, 3),
  /** The place of the resource that is named, if the visit can take it. */
  named: fc.option(fc.nat({ max: 6 })),
  except: fc.constantFrom(undefined, new Set(['own-0', 'practitioner-0-0', 'resource-0-0'])),
  practitioners: fc.array(
    fc.record({
      availability: hours,
      busy: busyTimes,
      specialties: fc.constantFrom(['cardiology'], ['cardiology', 'dermatology'], ['dermatology']),
      licensedUntil: fc.constantFrom('2026-10-31', '2026-11-01', '2028-01-01', '2028-01-01', '2028-01-01'),
      active: fc.constantFrom(true, true, true, false),
      sessions: fc.array(
        fc.record({
          at: fc.integer({ min: 0, max: 40 }),
          seats: fc.integer({ min: 1, max: 3 }),
          resource: fc.nat({ max: 6 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 2, maxLength: 5 },
  ),
  resources: fc.array(
    fc.record({
      availability: hours,
      busy: busyTimes,
      kind: fc.constantFrom('room' as const, 'interpreter' as const),
      languages: fc.constantFrom(['es'], ['ar', 'es-MX'], ['fr']),
      active: fc.constantFrom(true, true, true, false),
    }),
    { minLength: 3, maxLength: 7 },
  ),
})

type Clinic = typeof clinic extends fc.Arbitrary<infer Value> ? Value : never

const namedBusy = (name: string, busy: Clinic['resources'][number]['busy']): ReferenceCandidate['busy'] =>
  busy.map((each, index) => ({ ...each, id: `${name}-${index}`, occupant: `${name}-${index}`, seat: null }))

/** Group visits that have begun to fill, where nothing else is. */
const sessionsOf = (
  { type }: Clinic,
  sessions: Clinic['practitioners'][number]['sessions'],
  busy: ReferenceCandidate['busy'],
  name: string,
): ReferenceCandidate['busy'] => {
  const taken = [...busy]
  for (const { at, seats } of type.capacity === 1 ? [] : sessions) {
    const start = day + at * 30 * 60_000
    const [from, to] = [
      start - type.bufferBeforeMinutes * 60_000,
      start + (type.minutes + type.bufferAfterMinutes) * 60_000,
    ]
    if (taken.some((each) => each.from < to && from < each.to)) continue
    for (let seat = 1; seat <= seats; seat += 1)
      taken.push({
        id: `${name}-session-${at}-${seat}`,
        from,
        to,
        expiresAt: null,
        occupant: sessionIdOf(name, type.id, new Date(start)),
        seat: { visitTypeId: type.id, start, seat },
      })
  }
  return taken
}

/** What the group visits have taken, each one resource: a part of the visit is enough for the search. */
const takenBySessions = (
  references: readonly ReferenceCandidate[],
  sessions: readonly Clinic['practitioners'][number]['sessions'][],
  place: number,
): ReferenceCandidate['busy'] =>
  references.flatMap(({ busy }, index) =>
    busy.flatMap((each) => {
      const of = sessions[index]?.find(({ at }) => each.seat?.start === day + at * 30 * 60_000)
      return of?.resource === place ? [{ ...each, id: `${each.id}-${place}`, seat: null }] : []
    }),
  )

const bitmapOf = ({ availability, busy }: Pick<ReferenceCandidate, 'availability' | 'busy'>): AvailabilityBitmap => {
  const bitmap = new AvailabilityBitmap(availability, noClosures, firstSlice, slices)
  for (const each of busy) bitmap.take(each.id ?? '', each)
  return bitmap
}

/** The same clinic for the slow search and for the fast one. */
const open = (asked: Clinic) => {
  const { type, now, interpreterLanguage, state, inARow, except } = asked
  const references = asked.practitioners.map(
    ({ availability, busy, specialties, licensedUntil, active, sessions }, index): ReferenceCandidate => {
      const name = `practitioner-${index}`
      return {
        practitioner: {
          id: name,
          specialties,
          active,
          languages: ['en'],
          zone: availability.zone,
          licenses: [{ state: 'OH', kind: 'full', status: 'active', expiresOn: licensedUntil }],
        },
        availability,
        busy: sessionsOf(asked, sessions, namedBusy(name, busy), name),
      }
    },
  )
  const sessions = asked.practitioners.map((each) => each.sessions)
  const resources = asked.resources.map((each, index): ReferenceResource => ({
    ...each,
    id: `resource-${index}`,
    busy: [...namedBusy(`resource-${index}`, each.busy), ...takenBySessions(references, sessions, index)],
  }))
  const named = asked.named === null ? undefined : resources[asked.named]
  const resourceId = named && canTake(type, named, interpreterLanguage) ? named.id : undefined
  const candidates = references.map((each) => ({ practitioner: each.practitioner, bitmap: bitmapOf(each) }))
  const supply = {
    state,
    interpreterLanguage,
    resourceId,
    candidates,
    resources: resources.map((resource) => ({ resource, bitmap: bitmapOf(resource) })),
  }
  const needs = visitNeedsOf(type, supply)
  const query = { type, now, from: day, to: day + dayMs, zone: 'UTC', closures: noClosures, state, inARow, except }
  return {
    needs,
    resourceId,
    reference: () => referenceSearch({ ...query, candidates: references, resources, interpreterLanguage, resourceId }),
    search: () =>
      searchSlots({
        ...query,
        candidates,
        needed: needs === null ? undefined : neededStarts(needs, now, except, slices),
        limit: 10_000,
        explain: true,
      }),
  }
}

test(`offers a start exactly if everything that the visit takes can be given to it, in ${runs} random clinics`, () => {
  let seen = 0
  fc.assert(
    fc.property(clinic, (asked) => {
      const { reference, search } = open(asked)
      const expected = reference()
      seen += expected.length
      expect(search().slots).toEqual(expected)
    }),
    { numRuns: runs },
  )
  expect(seen, 'a property that meets no slot proves nothing').toBeGreaterThan(runs)
}, 600_000)

test('what is offered can be assigned: so many different calendars of each kind, all of them free, the one that is named too', () => {
  let seen = 0
  let withNamed = 0
  fc.assert(
    fc.property(clinic, fc.nat(), (clinicOf, turn) => {
      const asked = { ...clinicOf, inARow: undefined, except: undefined, type: { ...clinicOf.type, capacity: 1 } }
      const { needs, resourceId, search } = open(asked)
      if (needs === null) return
      for (const { start, practitionerIds } of search().slots)
        for (const practitionerId of practitionerIds) {
          const assigned = assignNeeds(needs, { practitionerId, start, now: asked.now, occupant: undefined, turn })
          const owners = 'owners' in assigned ? assigned.owners : []
          const wanted = [...needs.resources, ...needs.practitioners]
          expect(new Set([practitionerId, ...owners]).size).toBe(1 + wanted.reduce((sum, each) => sum + each.count, 0))
          if (resourceId !== undefined) {
            expect(owners).toContain(resourceId)
            withNamed += 1
          }
          seen += 1
        }
    }),
    // Only some clinics offer a start with a named calendar, and some of them many.
    { numRuns: 3 * runs },
  )
  expect(seen).toBeGreaterThan(runs)
  expect(withNamed).toBeGreaterThan(runs / 10)
}, 600_000)
