import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const zone = 'America/New_York'

describe.each(domainEngines)('visits that repeat, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, asDesk, busyRows } = suppliesOf(() => hospital)

  const setUp = async (change: object = {}, hours?: { from: string; to: string }) => {
    const type = await addType({ horizonDays: 366, ...change })
    const two: TwoPeople = {
      practitioner: await hospital.addPractitioner({}, hours),
      ...(await hospital.addPatient()),
    }
    const visit = { visitTypeId: type.id, patientId: two.patient.id, practitionerId: two.practitioner.id }
    const taken = async (...starts: string[]): Promise<void> => {
      const desk = await asDesk()
      const plain = await addType({ horizonDays: 366 })
      for (const start of starts)
        await answered(
          desk.post('/v1/holds', { visitTypeId: plain.id, start, practitionerId: two.practitioner.id }),
          201,
        )
    }
    const appointmentsOf = async (): Promise<string[]> =>
      (await two.client.get('/v1/appointments?limit=100')).body.items.map(({ start }: { start: string }) => start)
    return { ...two, type, visit, taken, appointmentsOf }
  }

  test('a rule is judged visit by visit, and keeps its wall-clock time over the change of the clock', async () => {
    const { client, patient, visit, taken } = await setUp({}, { from: '09:00', to: '17:00' })
    // Thursdays at ten in New York, from March on: the clocks change on 14 March 2027.
    await taken('2027-03-11T15:00:00Z')
    const asked = { ...visit, start: '2027-03-04T15:00:00Z', rule: 'FREQ=WEEKLY;COUNT=4', zone }
    const preview = await answered(client.post('/v1/appointment-series/preview', asked), 200)
    expect(preview).toEqual({
      patientId: patient.id,
      mayBook: 6,
      occurrences: [
        { start: '2027-03-04T15:00:00Z', works: true, nearest: [] },
        {
          start: '2027-03-11T15:00:00Z',
          works: false,
          reason: 'fully-booked',
          nearest: ['2027-03-11T14:00:00Z', '2027-03-11T14:30:00Z', '2027-03-11T15:30:00Z'],
        },
        { start: '2027-03-18T14:00:00Z', works: true, nearest: [] },
        { start: '2027-03-25T14:00:00Z', works: true, nearest: [] },
      ],
    })
    const sunday = { ...asked, start: '2027-03-04T22:30:00Z' }
    const late = await answered(client.post('/v1/appointment-series/preview', sunday), 200)
    expect(late.occurrences.map(({ reason }: { reason: string }) => reason)).toEqual(Array(4).fill('no-availability'))
  })

  test('what was chosen is booked in one change; a visit that no longer works is named, and nothing is booked', async () => {
    const { client, patient, practitioner, visit, taken, appointmentsOf } = await setUp()
    const starts = [day(9, '15:00'), day(2, '15:00'), day(16, '15:30')]
    await taken(day(9, '15:00'))
    const refused = await client.post('/v1/appointment-series', { ...visit, starts })
    expect([outcome(refused), refused.body.errors]).toEqual([
      'occurrences_unavailable',
      [{ pointer: '/starts/0', code: 'fully-booked', message: 'Must be a time that is free for this visit.' }],
    ])
    expect(await appointmentsOf()).toEqual([])
    expect(await busyRows([practitioner.id])).toHaveLength(1)
    const chosen = { ...visit, starts: [day(9, '16:00'), day(2, '15:00'), day(16, '15:30')], reason: 'Back pain' }
    const series = await answered(client.post('/v1/appointment-series', chosen), 201)
    expect(series.patientId).toBe(patient.id)
    expect(
      series.appointments.map((each: Record<string, unknown>) => [each['start'], each['seriesId'], each['reason']]),
    ).toEqual([day(2, '15:00'), day(9, '16:00'), day(16, '15:30')].map((start) => [start, series.id, 'Back pain']))
    expect(await appointmentsOf()).toEqual([day(2, '15:00'), day(9, '16:00'), day(16, '15:30')])
    // The patient is there already.
    const again = await client.post('/v1/appointment-series', { ...visit, starts: [day(2, '15:00'), day(3, '15:00')] })
    expect(again.body.errors.map(({ pointer, code }: Record<string, string>) => [pointer, code])).toEqual([
      ['/starts/0', 'patient-busy'],
    ])
    const overlapping = await client.post('/v1/appointment-series', {
      ...visit,
      starts: [day(4, '15:00'), day(4, '15:00')],
    })
    expect(overlapping.body.errors[0]).toMatchObject({ pointer: '/starts/1', code: 'overlap' })
  })

  test('a patient books within their limit, and the front desk as the patient needs', async () => {
    const { client, visit } = await setUp()
    const starts = Array.from({ length: 7 }, (_, index) => day(index + 2, '17:00'))
    expect(outcome(await client.post('/v1/appointment-series', { ...visit, starts }))).toBe('too_many_appointments')
    await answered(client.post('/v1/appointment-series', { ...visit, starts: starts.slice(0, 4) }), 201)
    const asked = { ...visit, start: day(20, '15:00'), rule: 'FREQ=DAILY;COUNT=3', zone }
    expect((await client.post('/v1/appointment-series/preview', asked)).body.mayBook).toBe(2)
    expect(outcome(await client.post('/v1/appointment-series', { ...visit, starts: starts.slice(4) }))).toBe(
      'too_many_appointments',
    )
    const desk = await asDesk()
    expect((await desk.post('/v1/appointment-series/preview', asked)).body.mayBook).toBeUndefined()
    const more = Array.from({ length: 52 }, (_, index) => day(index * 2 + 20, '19:00'))
    const series = await answered(desk.post('/v1/appointment-series', { ...visit, starts: more }), 201)
    expect(series.appointments).toHaveLength(52)
    expect(series.appointments[0].patient.id).toBe(visit.patientId)
  })

  test('of two series of one patient at the same moment, the limit lets one pass', async () => {
    const { client, visit, appointmentsOf } = await setUp()
    const four = (from: number) => Array.from({ length: 4 }, (_, index) => day(from + index, '18:00'))
    const answers = await Promise.all(
      [four(2), four(10)].map((starts) => client.post('/v1/appointment-series', { ...visit, starts })),
    )
    expect(answers.map(outcome).map(String).toSorted()).toEqual(['201', 'too_many_appointments'])
    expect(await appointmentsOf()).toHaveLength(4)
  })

  test('a series takes an interpreter and a room for each visit, and all of it is free when it is cancelled', async () => {
    const { client, visit, practitioner } = await setUp({ resources: [{ kind: 'room', count: 1 }] })
    const [room, interpreter] = [await addResource('room'), await addResource('interpreter', { languages: ['ht'] })]
    const starts = [day(2, '20:00'), day(3, '20:00'), day(4, '20:00')]
    const asked = { ...visit, starts, interpreterLanguage: 'ht' }
    const series = await answered(client.post('/v1/appointment-series', asked), 201)
    expect(series.appointments.map(({ resources }: { resources: unknown[] }) => resources)).toEqual(
      starts.map(() => [room, interpreter].map(({ id, kind, name }) => ({ id, kind, name }))),
    )
    const owners = [practitioner.id, room.id, interpreter.id]
    expect(await busyRows(owners)).toHaveLength(9)
    const from = { from: day(3, '00:00'), reason: 'no-longer-needed' }
    const some = await answered(client.post(`/v1/appointment-series/${series.id}/cancel`, from), 200)
    expect(some.cancelled.map(({ start }: { start: string }) => start)).toEqual(starts.slice(1))
    expect(await busyRows(owners)).toHaveLength(3)
    const rest = await answered(
      client.post(`/v1/appointment-series/${series.id}/cancel`, { reason: 'patient-request' }),
      200,
    )
    expect(rest.cancelled.map(({ start }: { start: string }) => start)).toEqual(starts.slice(0, 1))
    expect(await busyRows(owners)).toEqual([])
    const stranger = await hospital.addPatient()
    const foreign = await stranger.client.post(`/v1/appointment-series/${series.id}/cancel`, {
      reason: 'patient-request',
    })
    expect(outcome(foreign)).toBe('not_found')
  })

  test('a patient cancels what is not too soon; the rest is kept and named, and the desk cancels it', async () => {
    const { client, visit } = await setUp({ cancellationNoticeMinutes: 48 * 60 })
    const starts = [day(1, '21:00'), day(5, '21:00')]
    const series = await answered(client.post('/v1/appointment-series', { ...visit, starts }), 201)
    // The grace after booking is over.
    hospital.clock.advance({ minutes: 16 })
    const path = `/v1/appointment-series/${series.id}/cancel`
    const some = await answered(client.post(path, { reason: 'patient-request' }), 200)
    const starting = (list: readonly { start: string }[]): string[] => list.map(({ start }) => start)
    expect([starting(some.cancelled), starting(some.kept)]).toEqual([[starts[1]], [starts[0]]])
    expect(outcome(await client.post(path, { reason: 'patient-request' }))).toBe('too_late_to_change')
    const desk = await hospital.as('front-desk')
    const rest = await answered(desk.post(path, { reason: 'practitioner-unavailable' }), 200)
    expect(starting(rest.cancelled)).toEqual([starts[0]])
    hospital.clock.set(hospitalOpensAt)
  })

  test('a rule that is not supported, a first visit off the rule and an unknown zone are refused with their field', async () => {
    const { client, visit } = await setUp()
    const asked = { ...visit, start: day(2, '15:00'), rule: 'FREQ=WEEKLY;COUNT=2', zone }
    const refusal = async (change: object): Promise<unknown> => {
      const { status, body } = await client.post('/v1/appointment-series/preview', { ...asked, ...change })
      return [status, body.errors?.[0]?.pointer]
    }
    expect(await refusal({ rule: 'FREQ=YEARLY;COUNT=2' })).toEqual([400, '/rule'])
    expect(await refusal({ rule: 'FREQ=DAILY;UNTIL=20271231' })).toEqual([400, '/rule'])
    expect(await refusal({ rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2' })).toEqual([400, '/start'])
    expect(await refusal({ zone: 'Mars/Olympus' })).toEqual([409, '/zone'])
    const stranger = await hospital.addPatient()
    expect(outcome(await stranger.client.post('/v1/appointment-series/preview', asked))).toBe('not_found')
  })

  test('a proxy whose right to schedule has ended books no series', async () => {
    const { patient, visit } = await setUp()
    const proxy = await hospital.addActor('proxy', patient.id, ['schedule'])
    const wish = { ...visit, starts: [day(2, '15:00')] }
    await answered(proxy.client.post('/v1/appointment-series', wish), 201)
    await proxy.allow(['record'])
    expect(outcome(await proxy.client.post('/v1/appointment-series', { ...visit, starts: [day(3, '15:00')] }))).toBe(
      'outside_proxy_scope',
    )
  })
})

test('a preview says of each visit exactly what a hold would', async () => {
  const hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  try {
    const { addType, addResource, asDesk } = suppliesOf(() => hospital)
    const desk = await asDesk()
    const [room, plain] = [await addResource('room', { zone: 'UTC' }), await addType()]
    const type = await addType({
      resources: [{ kind: 'room', count: 1 }],
      horizonDays: 20,
      bufferAfterMinutes: 15,
      minimumNoticeMinutes: 600,
    })
    let works = 0
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          rule: fc.constantFrom(
            'FREQ=DAILY;COUNT=8',
            'FREQ=DAILY;INTERVAL=3;COUNT=8',
            'FREQ=WEEKLY;BYDAY=WE,TH,SA;COUNT=8',
          ),
          time: fc.constantFrom('13:00', '14:30', '18:00', '21:30'),
          busy: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 5 }),
          rooms: fc.uniqueArray(fc.integer({ min: 0, max: 14 }), { maxLength: 4 }),
          shift: fc.constantFrom(-15, 0, 15),
        }),
        async ({ rule, time, busy, rooms, shift }) => {
          const practitioner = await hospital.addPractitioner({}, { from: '09:00', to: '17:00' })
          const other = await hospital.addPractitioner()
          const { client, patient } = await hospital.addPatient()
          const holds: string[] = []
          const place = async (wish: object): Promise<void> => {
            const { status, body } = await desk.post('/v1/holds', wish)
            if (status === 201) holds.push(body.id)
          }
          const at = (index: number): string => new Date(Date.parse(day(index, time)) + shift * 60_000).toISOString()
          for (const index of busy)
            await place({ visitTypeId: plain.id, practitionerId: practitioner.id, start: at(index) })
          for (const index of rooms)
            await place({ visitTypeId: type.id, practitionerId: other.id, start: day(index, time) })
          const visit = { visitTypeId: type.id, practitionerId: practitioner.id, patientId: patient.id }
          const asked = { ...visit, start: day(0, time), rule, zone: 'UTC' }
          const { occurrences } = await answered(client.post('/v1/appointment-series/preview', asked), 200)
          for (const { start, works: isPossible } of occurrences) {
            const held = await client.post('/v1/holds', { ...visit, start })
            expect([start, isPossible]).toEqual([start, held.status === 201])
            if (held.status === 201) await client.delete(`/v1/holds/${held.body.id}`)
            works += isPossible ? 1 : 0
          }
          for (const id of holds) await desk.delete(`/v1/holds/${id}`)
        },
      ),
      { numRuns: 12 },
    )
    expect(works).toBeGreaterThan(12)
    expect(room.kind).toBe('room')
  } finally {
    await hospital.stop()
  }
}, 300_000)
