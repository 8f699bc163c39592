import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)

describe.each(domainEngines)('a visit with more than its practitioner, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, asDesk, busyRows, search } = suppliesOf(() => hospital)

  test('a room and an interpreter are held, booked, moved and released with their visit', async () => {
    const [room, interpreter] = [await addResource('room'), await addResource('interpreter')]
    const type = await addType({ resources: [{ kind: 'room', count: 1 }] })
    const [practitioner, other] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const { client, patient } = await hospital.addPatient()
    const someone = await hospital.addPatient()
    const owners = [practitioner.id, room.id, interpreter.id]
    const wish = { visitTypeId: type.id, start: day(1, '15:00'), practitionerId: practitioner.id }
    const asked = { ...wish, patientId: patient.id, interpreterLanguage: 'es' }
    const held = await answered(client.post('/v1/holds', asked), 201)
    const taken = [
      { id: room.id, kind: 'room', name: room.name },
      { id: interpreter.id, kind: 'interpreter', name: interpreter.name },
    ]
    expect(held.resources).toEqual(taken)
    expect((await busyRows(owners)).map(({ owner }) => owner).toSorted()).toEqual(owners.toSorted())
    expect((await client.get('/v1/holds')).body.items[0].resources).toEqual(taken)

    // The other practitioner is free, but the room is not.
    const elsewhere = { ...wish, practitionerId: other.id, patientId: someone.patient.id }
    const refused = await someone.client.post('/v1/holds', elsewhere)
    expect([outcome(refused), refused.body.detail]).toEqual(['resources_taken', expect.stringContaining('no room is')])
    expect(refused.body.nearest).toHaveLength(3)
    const window = { visitTypeId: type.id, from: day(1, '14:30'), to: day(1, '16:00') }
    const offered = await search(someone.client, window)
    expect(offered.items.map(({ start }) => start)).toEqual([day(1, '14:30'), day(1, '15:30')])

    const renewed = await answered(client.post(`/v1/holds/${held.id}/renew`), 200)
    expect(renewed.resources).toEqual(taken)
    const booked = await answered(client.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)
    expect(booked.resources).toEqual(taken)
    expect((await busyRows(owners)).map(({ occupant, held: isHeld }) => [occupant, isHeld])).toEqual(
      owners.map(() => [booked.id, false]),
    )
    const listed = (await client.get(`/v1/appointments?patientId=${patient.id}`)).body.items
    expect(listed.map(({ resources }: { resources: unknown }) => resources)).toEqual([taken])

    // It moves with its interpreter, over its own old time.
    const moving = { visitTypeId: type.id, start: day(1, '15:30'), appointmentId: booked.id }
    const next = await answered(client.post('/v1/holds', { ...moving, practitionerId: practitioner.id }), 201)
    expect(next.resources).toEqual(taken)
    expect(await busyRows(owners)).toHaveLength(6)
    const moved = await answered(client.post(`/v1/appointments/${booked.id}/reschedule`, { holdId: next.id }), 200)
    expect(moved.resources).toEqual(taken)
    expect(await busyRows(owners)).toHaveLength(3)

    const cancelled = await client.post(`/v1/appointments/${booked.id}/cancel`, { reason: 'patient-request' })
    expect(outcome(cancelled)).toBe(200)
    expect(await busyRows(owners)).toEqual([])
    expect(outcome(await someone.client.post('/v1/holds', elsewhere))).toBe(201)
  })

  test('a hold with resources that is left, released or over frees all of them', async () => {
    const type = await addType({ resources: [{ kind: 'equipment', count: 2 }] })
    const devices = [await addResource('equipment'), await addResource('equipment')]
    const practitioner = await hospital.addPractitioner()
    const { client, patient } = await hospital.addPatient()
    const someone = await hospital.addPatient()
    const owners = [practitioner.id, ...devices.map(({ id }) => id)]
    const wish = (start: string, who: { id: string }) => ({
      visitTypeId: type.id,
      start,
      practitionerId: practitioner.id,
      patientId: who.id,
    })
    const first = await answered(client.post('/v1/holds', wish(day(2, '15:00'), patient)), 201)
    expect(outcome(await client.delete(`/v1/holds/${first.id}`))).toBe(204)
    expect(await busyRows(owners)).toEqual([])

    const second = await answered(client.post('/v1/holds', wish(day(2, '15:00'), patient)), 201)
    // A step later: the new hold replaces it, devices included.
    const third = await answered(client.post('/v1/holds', wish(day(2, '15:30'), patient)), 201)
    const back = await answered(
      client.post('/v1/holds', { ...wish(day(2, '15:00'), patient), replacesHoldId: third.id }),
      201,
    )
    expect([second.id, third.id]).not.toContain(back.id)
    await answered(client.post(`/v1/holds/${back.id}/leave`), 204)
    hospital.clock.advance({ seconds: 30 })
    expect(outcome(await someone.client.post('/v1/holds', wish(day(2, '15:00'), someone.patient)))).toBe(201)
    // Left: another process may have given one of the devices to someone else.
    expect(outcome(await client.post('/v1/appointments', { holdId: back.id, patientId: patient.id }))).toBe(
      'hold_expired',
    )
    hospital.clock.advance({ minutes: 6 })
    await hospital.runJob('scheduling.delete-old-holds')
    expect(await busyRows(owners)).toEqual([])
    hospital.clock.set(hospitalOpensAt)
  })

  test('an interpreter speaks the language that was asked for, in the hours that they work', async () => {
    const type = await addType()
    const practitioner = await hospital.addPractitioner()
    const { client, patient } = await hospital.addPatient()
    const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '10:00', to: '11:00' }))
    const interpreter = await addResource('interpreter', { languages: ['so', 'ar'], weekly })
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, patientId: patient.id }
    const window = { visitTypeId: type.id, practitionerId: practitioner.id, from: day(3, '14:00'), to: day(3, '18:00') }
    const offered = await search(client, { ...window, interpreterLanguage: 'so' })
    expect(offered.items.map(({ start }) => start)).toEqual([day(3, '15:00'), day(3, '15:30')])
    const noOne = await search(client, { ...window, interpreterLanguage: 'fr', explain: 'true' })
    expect([noOne.items, noOne.exclusions]).toEqual([
      [],
      [{ practitionerId: practitioner.id, reason: 'resources-taken', starts: 8 }],
    ])
    const late = await client.post('/v1/holds', { ...wish, start: day(3, '16:00'), interpreterLanguage: 'so' })
    expect([outcome(late), late.body.nearest]).toEqual([
      'resources_taken',
      [day(3, '15:00'), day(3, '15:30'), day(4, '15:00')],
    ])
    const held = await client.post('/v1/holds', { ...wish, start: day(3, '15:30'), interpreterLanguage: 'so' })
    expect(held.body.resources).toEqual([{ id: interpreter.id, kind: 'interpreter', name: interpreter.name }])
    // Without the language, no one else is needed.
    const alone = await client.post('/v1/holds', { ...wish, start: day(3, '18:00') })
    expect([outcome(alone), alone.body.resources]).toEqual([201, undefined])
  })

  test('a second clinician is taken too, and never the first one twice', async () => {
    const type = await addType({ additionalPractitioners: [{ specialty: 'cardiology', count: 1 }] })
    const one = await hospital.addPractitioner({}, { from: '09:00', to: '10:00' })
    const wish = { visitTypeId: type.id, start: day(5, '14:00'), practitionerId: one.id }
    const { client, patient } = await hospital.addPatient()
    const busy = await asDesk()
    const others = (await search(client, { visitTypeId: type.id, from: day(5, '14:00'), to: day(5, '14:30') }))
      .practitioners
    // Everyone else is busy at that time.
    const plain = await addType()
    for (const { id } of others.filter((each) => each.id !== one.id))
      await answered(busy.post('/v1/holds', { ...wish, visitTypeId: plain.id, practitionerId: id }), 201)
    const alone = await client.post('/v1/holds', { ...wish, patientId: patient.id })
    expect([outcome(alone), alone.body.detail]).toEqual([
      'resources_taken',
      expect.stringContaining('no second clinician is'),
    ])
    const two = await hospital.addPractitioner({}, { from: '09:00', to: '10:00' })
    const held = await answered(client.post('/v1/holds', { ...wish, patientId: patient.id }), 201)
    expect(held.additionalPractitioners).toMatchObject([{ id: two.id }])
    expect((await busyRows([one.id, two.id])).map(({ owner }) => owner).toSorted()).toEqual([one.id, two.id].toSorted())
    const booked = await answered(client.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)
    expect(booked.additionalPractitioners).toMatchObject([{ id: two.id }])
    const own = await busy.get(`/v1/appointments?practitionerId=${two.id}`)
    expect(own.body.items.map(({ id }: { id: string }) => id)).toEqual([booked.id])
  })

  test('resources are listed, changed and retired; a retired one is not taken', async () => {
    const desk = await asDesk()
    const room = await addResource('room', { name: 'Room with a view' })
    const path = `/v1/resources/${room.id}`
    const changed = await answered(desk.patch(path, { name: 'Room 7', active: false, version: 1 }), 200)
    expect(changed).toEqual({ ...room, name: 'Room 7', active: false, version: 2 })
    expect(outcome(await desk.patch(path, { active: true, version: 1 }))).toBe('version_conflict')
    const ids = async (query: string): Promise<string[]> =>
      (await desk.get(`/v1/resources?${query}`)).body.items.map(({ id }: { id: string }) => id)
    expect(await ids('kind=room&limit=100')).not.toContain(room.id)
    expect(await ids('kind=room&inactive=true&limit=100')).toContain(room.id)
    const pointer = (response: TestResponse): unknown => [response.status, response.body.errors?.[0].pointer]
    const hours = { zone: 'America/New_York', weekly: [] }
    expect(pointer(await desk.post('/v1/resources', { kind: 'interpreter', name: 'x', ...hours }))).toEqual([
      400,
      '/languages',
    ])
    expect(pointer(await desk.post('/v1/resources', { kind: 'room', name: 'x', languages: ['es'], ...hours }))).toEqual(
      [400, '/languages'],
    )
    const overlapping = [1, 1].map((weekday) => ({ weekday, from: '09:00', to: '10:00' }))
    expect(outcome(await desk.post('/v1/resources', { kind: 'room', name: 'x', ...hours, weekly: overlapping }))).toBe(
      'windows_overlap',
    )
    const { client } = await hospital.addPatient()
    expect((await client.get('/v1/resources')).status).toBe(403)
    const administrator = await hospital.as('administrator')
    const twice = {
      resources: [
        { kind: 'room', count: 1 },
        { kind: 'room', count: 2 },
      ],
    }
    const type = await addType()
    expect(pointer(await administrator.patch(`/v1/visit-types/${type.id}`, { ...twice, version: 1 }))).toEqual([
      400,
      '/resources/1',
    ])
    const unknown = { additionalPractitioners: [{ specialty: 'alchemy', count: 1 }], version: 1 }
    expect(pointer(await administrator.patch(`/v1/visit-types/${type.id}`, unknown))).toEqual([
      400,
      '/additionalPractitioners/0/specialty',
    ])
  })
})

describe('in a race,', () => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, busyRows } = suppliesOf(() => hospital)

  test('fifty people for five doctors and one interpreter: one visit, and no orphan of it', async () => {
    const interpreter = await addResource('interpreter')
    const room = await addResource('room')
    const type = await addType({
      resources: [
        { kind: 'interpreter', count: 1 },
        { kind: 'room', count: 1 },
      ],
    })
    const doctors = await Promise.all(Array.from({ length: 5 }, () => hospital.addPractitioner()))
    const people = await Promise.all(Array.from({ length: 50 }, () => hospital.addPatient()))
    const start = day(1, '15:00')
    const answers = await Promise.all(
      people.map(async ({ client, patient }, index) => {
        const practitionerId = index % 2 === 0 ? { practitionerId: doctors[index % 5]?.id } : {}
        const wish = { visitTypeId: type.id, start, patientId: patient.id, ...practitionerId }
        const held = await client.post('/v1/holds', wish)
        return held.status === 201
          ? outcome(await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id }))
          : outcome(held)
      }),
    )
    expect(answers.filter((answer) => answer === 201)).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set([201, 'resources_taken', 'slot_taken']))
    const rows = await busyRows([interpreter.id, room.id, ...doctors.map(({ id }) => id)])
    expect(rows).toHaveLength(3)
    expect(new Set(rows.map(({ occupant }) => occupant)).size).toBe(1)
  })

  test('as many visits as there are interpreters: one who loses the first gets the next', async () => {
    const type = await addType({ specialty: 'dermatology', licenseRequired: false })
    const interpreters = await Promise.all([1, 2, 3].map(() => addResource('interpreter', { languages: ['vi'] })))
    const doctors = await Promise.all(
      Array.from({ length: 5 }, () => hospital.addPractitioner({ specialties: ['dermatology'] })),
    )
    const people = await Promise.all(Array.from({ length: 20 }, () => hospital.addPatient()))
    const answers = await Promise.all(
      people.map(async ({ client, patient }) =>
        outcome(
          await client.post('/v1/holds', {
            visitTypeId: type.id,
            start: day(2, '15:00'),
            patientId: patient.id,
            interpreterLanguage: 'vi',
          }),
        ),
      ),
    )
    expect(answers.filter((answer) => answer === 201)).toHaveLength(3)
    const rows = await busyRows([...interpreters, ...doctors].map(({ id }) => id))
    expect(rows).toHaveLength(6)
    expect(new Set(rows.map(({ owner }) => owner)).size).toBe(6)
  })
})
