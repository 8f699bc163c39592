import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)

describe.each(domainEngines)('a group visit, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, asDesk, busyRows, search } = suppliesOf(() => hospital)

  const setUp = async (capacity: number, change: object = {}) => {
    const [type, plain] = [await addType({ capacity, ...change }), await addType()]
    const practitioner = await hospital.addPractitioner()
    const hold = (
      { client, patient }: Awaited<ReturnType<SchedulingHospital['addPatient']>>,
      start: string,
      more: object = {},
    ): Promise<TestResponse> =>
      client.post('/v1/holds', {
        visitTypeId: type.id,
        start,
        practitionerId: practitioner.id,
        patientId: patient.id,
        ...more,
      })
    const offers = async (
      { client }: Pick<Awaited<ReturnType<SchedulingHospital['addPatient']>>, 'client'>,
      visitTypeId = type.id,
    ): Promise<unknown[]> => {
      const window = { from: day(1, '14:30'), to: day(1, '16:00'), practitionerId: practitioner.id }
      const { items } = await search(client, { visitTypeId, ...window })
      return items.map(({ start, seatsLeft }) => [start.slice(11, 16), ...(seatsLeft ?? [])])
    }
    return { type, plain, practitioner, hold, offers }
  }

  test('fills seat by seat, at one time, with one practitioner; each seat that is given up is free again', async () => {
    const { plain, practitioner, hold, offers } = await setUp(2)
    const [one, two, three] = [await hospital.addPatient(), await hospital.addPatient(), await hospital.addPatient()]
    expect(await offers(one)).toEqual([
      ['14:30', 2],
      ['15:00', 2],
      ['15:30', 2],
    ])
    const first = await answered(hold(one, day(1, '15:00')), 201)
    expect(await offers(two)).toEqual([
      ['14:30', 2],
      ['15:00', 1],
      ['15:30', 2],
    ])
    // The time is taken for every other kind of visit.
    expect(await offers(two, plain.id)).toEqual([['14:30'], ['15:30']])
    const wish = { visitTypeId: plain.id, start: day(1, '15:00'), practitionerId: practitioner.id }
    expect(outcome(await two.client.post('/v1/holds', wish))).toBe('slot_taken')
    const second = await answered(hold(two, day(1, '15:00')), 201)
    expect(await offers(three)).toEqual([
      ['14:30', 2],
      ['15:30', 2],
    ])
    expect(outcome(await hold(three, day(1, '15:00')))).toBe('slot_taken')

    const booked = await answered(
      one.client.post('/v1/appointments', { holdId: first.id, patientId: one.patient.id }),
      201,
    )
    await answered(two.client.post(`/v1/holds/${second.id}/leave`), 204)
    hospital.clock.advance({ seconds: 30 })
    const third = await answered(hold(three, day(1, '15:00')), 201)
    await answered(three.client.post('/v1/appointments', { holdId: third.id, patientId: three.patient.id }), 201)
    expect(outcome(await hold(two, day(1, '15:00')))).toBe('slot_taken')
    expect(await busyRows([practitioner.id])).toHaveLength(2)

    await answered(one.client.post(`/v1/appointments/${booked.id}/cancel`, { reason: 'patient-request' }), 200)
    const again = await answered(hold(two, day(1, '15:00')), 201)
    await answered(two.client.delete(`/v1/holds/${again.id}`), 204)
    const [left] = (await three.client.get('/v1/appointments')).body.items
    await answered(three.client.post(`/v1/appointments/${left.id}/cancel`, { reason: 'patient-request' }), 200)
    expect(await busyRows([practitioner.id])).toEqual([])
    expect(await offers(two, plain.id)).toEqual([['14:30'], ['15:00'], ['15:30']])
    hospital.clock.set(hospitalOpensAt)
  })

  test('shows a patient nothing of the others, and the practitioner all of them', async () => {
    const { practitioner, hold } = await setUp(3)
    const people = [await hospital.addPatient(), await hospital.addPatient()]
    for (const one of people) {
      const held = await answered(hold(one, day(1, '15:00')), 201)
      await answered(one.client.post('/v1/appointments', { holdId: held.id, patientId: one.patient.id }), 201)
    }
    for (const [index, { client, patient }] of people.entries()) {
      const other = people[1 - index]?.patient.id ?? ''
      const own = await client.get('/v1/appointments')
      expect(own.body.items.map(({ patientId }: { patientId: string }) => patientId)).toEqual([patient.id])
      expect(JSON.stringify(own.body)).not.toContain(other)
      expect((await client.get(`/v1/appointments?patientId=${other}`)).status).toBe(404)
    }
    const list = await (await asDesk()).get(`/v1/appointments?practitionerId=${practitioner.id}`)
    expect(list.body.items).toHaveLength(2)
    expect(new Set(list.body.items.map(({ start }: { start: string }) => start))).toEqual(new Set([day(1, '15:00')]))
  })

  test('takes one room for all of its participants', async () => {
    const { practitioner, hold } = await setUp(3, { resources: [{ kind: 'room', count: 1 }] })
    const rooms = [await addResource('room'), await addResource('room')]
    const people = [await hospital.addPatient(), await hospital.addPatient(), await hospital.addPatient()]
    const held = []
    for (const one of people) held.push(await answered(hold(one, day(1, '15:00')), 201))
    expect(new Set(held.map(({ resources }) => resources[0].id)).size).toBe(1)
    const rows = await busyRows([practitioner.id, ...rooms.map(({ id }) => id)])
    expect(new Set(rows.map(({ owner }) => owner)).size).toBe(2)
    expect(rows).toHaveLength(6)
  })

  test('a patient moves from one group to another, and a person who holds for two has a seat for each', async () => {
    const { type, practitioner, hold, offers } = await setUp(2)
    const [one, two] = [await hospital.addPatient(), await hospital.addPatient()]
    const desk = await asDesk()
    const held = []
    for (const { patient } of [one, two])
      held.push(await answered(hold({ client: desk, patient }, day(1, '15:00')), 201))
    const booked = await answered(desk.post('/v1/appointments', { holdId: held[0].id, patientId: one.patient.id }), 201)
    const full = await hold({ client: desk, patient: two.patient }, day(1, '15:00'))
    expect(outcome(full)).toBe('held_by_you')
    await answered(desk.post('/v1/appointments', { holdId: held[1].id, patientId: two.patient.id }), 201)
    const moving = {
      visitTypeId: type.id,
      practitionerId: practitioner.id,
      start: day(1, '15:30'),
      appointmentId: booked.id,
    }
    const next = await answered(one.client.post('/v1/holds', moving), 201)
    await answered(one.client.post(`/v1/appointments/${booked.id}/reschedule`, { holdId: next.id }), 200)
    expect(await offers(two)).toEqual([
      ['14:30', 2],
      ['15:00', 1],
      ['15:30', 1],
    ])
    // One patient has one seat.
    expect(outcome(await hold(one, day(1, '15:30')))).toBe('patient_busy')
  })
})

test('sixty people for eight seats: eight are in the group', async () => {
  const hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  try {
    const { addType, busyRows } = suppliesOf(() => hospital)
    const type = await addType({ capacity: 8 })
    const practitioner = await hospital.addPractitioner()
    const people = await Promise.all(Array.from({ length: 60 }, () => hospital.addPatient()))
    const answers = await Promise.all(
      people.map(async ({ client, patient }) => {
        const wish = { visitTypeId: type.id, start: day(1, '15:00'), patientId: patient.id }
        const held = await client.post('/v1/holds', wish)
        return held.status === 201
          ? outcome(await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id }))
          : outcome(held)
      }),
    )
    expect(answers.filter((answer) => answer === 201)).toHaveLength(8)
    expect(new Set(answers)).toEqual(new Set([201, 'slot_taken']))
    const rows = await busyRows([practitioner.id])
    expect([rows.length, new Set(rows.map(({ occupant }) => occupant)).size]).toEqual([8, 1])
  } finally {
    await hospital.stop()
  }
})
