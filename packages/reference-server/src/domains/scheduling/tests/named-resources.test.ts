import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const oneRoom = { resources: [{ kind: 'room' as const, count: 1 }] }

describe.each(domainEngines)('a resource by name, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { addType, addResource, asDesk, busyRows, search } = suppliesOf(() => hospital)
  const twoRooms = async () => [await addResource('room'), await addResource('room')] as const
  const roomOf = (visit: { readonly resources?: readonly { readonly id: string }[] }): string | undefined =>
    visit.resources?.[0]?.id

  test('a named room is searched and taken, and no other one in its place', async () => {
    const rooms = [await addResource('room'), await addResource('room')] as const
    const device = await addResource('equipment')
    const type = await addType({ resources: [{ kind: 'room', count: 1 }] })
    const [one, other] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const desk = await asDesk()
    const { client } = await hospital.addPatient()
    const wish = { visitTypeId: type.id, start: day(9, '15:00'), practitionerId: one.id, resourceId: rooms[1].id }
    const held = await answered(desk.post('/v1/holds', wish), 201)
    expect(held.resources).toMatchObject([{ id: rooms[1].id }])
    const elsewhere = { ...wish, practitionerId: other.id }
    expect(outcome(await client.post('/v1/holds', elsewhere))).toBe('resources_taken')
    const window = { visitTypeId: type.id, from: day(9, '15:00'), to: day(9, '16:00'), practitionerId: other.id }
    const startsWith = async (resourceId: string) =>
      (await search(client, { ...window, resourceId })).items.map(({ start }) => start)
    expect(await startsWith(rooms[1].id)).toEqual([day(9, '15:30')])
    expect(await startsWith(rooms[0].id)).toEqual([day(9, '15:00'), day(9, '15:30')])
    const first = await answered(client.post('/v1/holds', { ...elsewhere, resourceId: rooms[0].id }), 201)
    expect(first.resources).toMatchObject([{ id: rooms[0].id }])

    for (const [resourceId, status, pointers] of [
      [device.id, 400, ['resourceId']],
      ['no-room', 404, []],
    ] as const) {
      const answers = [
        await desk.post('/v1/holds', { ...wish, resourceId }),
        await desk.get(`/v1/slots?${new URLSearchParams({ ...window, resourceId })}`),
      ]
      for (const { status: answeredWith, body } of answers) {
        expect(answeredWith).toBe(status)
        const named = (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer.replace(/^(\/|query:)/, ''))
        expect(named).toEqual(pointers)
      }
    }
  })

  test('a group takes it with its first participant; those who join name the same one, or none', async () => {
    const [room, other] = await twoRooms()
    const type = await addType({ ...oneRoom, capacity: 4 })
    const practitioner = await hospital.addPractitioner()
    const people = await Promise.all([1, 2, 3].map(() => hospital.addPatient()))
    const hold = (place: number, more: object): Promise<TestResponse> => {
      const { client, patient } = people[place]!
      const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(1, '15:00') }
      return client.post('/v1/holds', { ...wish, patientId: patient.id, ...more })
    }
    const window = { visitTypeId: type.id, practitionerId: practitioner.id, from: day(1, '15:00'), to: day(1, '16:00') }
    const seatsWith = async (resourceId: string) =>
      (await search(people[2]!.client, { ...window, resourceId })).items.map(({ start, seatsLeft }) => [
        start.slice(11, 16),
        ...(seatsLeft ?? []),
      ])

    expect(roomOf(await answered(hold(0, { resourceId: room.id }), 201))).toBe(room.id)
    expect(await seatsWith(room.id)).toEqual([
      ['15:00', 3],
      ['15:30', 4],
    ])
    expect(await seatsWith(other.id)).toEqual([['15:30', 4]])
    const refused = await hold(1, { resourceId: other.id })
    expect([outcome(refused), refused.body.detail, refused.body.errors[0].pointer]).toEqual([
      'resources_taken',
      expect.stringContaining('what you named is not'),
      '/resourceId',
    ])
    expect(refused.body.nearest).not.toContain(day(1, '15:00'))
    expect(roomOf(await answered(hold(1, { resourceId: room.id }), 201))).toBe(room.id)
    expect(roomOf(await answered(hold(2, {}), 201))).toBe(room.id)
    expect(new Set((await busyRows([room.id, other.id])).map(({ owner }) => owner))).toEqual(new Set([room.id]))
    // The only one who is in the group takes another room with it.
    const alone = { start: day(2, '15:00') }
    await answered(hold(0, { ...alone, resourceId: room.id }), 201)
    expect(roomOf(await answered(hold(0, { ...alone, resourceId: other.id }), 201))).toBe(other.id)
    const left = await busyRows([room.id])
    expect(left).toHaveLength(3)
  })

  test('a series has it at each visit, and says at which it is taken', async () => {
    const [room, other] = await twoRooms()
    const type = await addType({ ...oneRoom, horizonDays: 60 })
    const [practitioner, someone] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const { client, patient } = await hospital.addPatient()
    const desk = await asDesk()
    const taken = { visitTypeId: type.id, practitionerId: someone.id, start: day(9, '15:00'), resourceId: room.id }
    await answered(desk.post('/v1/holds', taken), 201)
    const visit = { visitTypeId: type.id, patientId: patient.id, practitionerId: practitioner.id, resourceId: room.id }
    const rule = { start: day(2, '15:00'), rule: 'FREQ=WEEKLY;COUNT=3', zone: 'America/New_York' }
    const { occurrences } = await answered(desk.post('/v1/appointment-series/preview', { ...visit, ...rule }), 200)
    expect(occurrences.map(({ works, reason }: { works: boolean; reason?: string }) => reason ?? works)).toEqual([
      true,
      'resources-taken',
      true,
    ])
    expect(occurrences[1].nearest).toEqual([day(9, '14:00'), day(9, '14:30'), day(9, '15:30')])
    const starts = [day(2, '15:00'), day(9, '15:00'), day(16, '15:00')]
    expect(outcome(await desk.post('/v1/appointment-series', { ...visit, starts }))).toBe('occurrences_unavailable')
    const free = await answered(desk.post('/v1/appointment-series', { ...visit, resourceId: other.id, starts }), 201)
    expect(free.appointments.map(roomOf)).toEqual([other.id, other.id, other.id])
    const pointers = [
      await desk.post('/v1/appointment-series', { ...visit, starts, resourceId: (await addResource('equipment')).id }),
      await client.post('/v1/appointment-series/preview', { ...visit, ...rule, resourceId: 'no-room' }),
    ].map(({ status, body }) => [status, body.errors?.[0].pointer])
    expect(pointers).toEqual([
      [400, '/resourceId'],
      [404, undefined],
    ])
  })

  test('the visits of a family are all in it, or none is held', async () => {
    const [room, other] = await twoRooms()
    const type = await addType(oneRoom)
    const [practitioner, someone] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const patients = await Promise.all([1, 2].map(() => hospital.addPatient()))
    const desk = await asDesk()
    const taken = { visitTypeId: type.id, practitionerId: someone.id, start: day(3, '15:30'), resourceId: room.id }
    await answered(desk.post('/v1/holds', taken), 201)
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(3, '15:00') }
    const family = { ...wish, patientIds: patients.map(({ patient }) => patient.id) }
    const refused = await desk.post('/v1/holds/several', { ...family, resourceId: room.id })
    expect([outcome(refused), refused.body.nearest[0]]).toEqual(['resources_taken', day(3, '14:00')])
    const window = { visitTypeId: type.id, practitionerId: practitioner.id, from: day(3, '15:00'), to: day(3, '16:30') }
    const offered = await search(patients[0]!.client, { ...window, inARow: '2', resourceId: room.id })
    expect(offered.items.map(({ start }) => start)).toEqual([day(3, '16:00')])
    const { items } = await answered(desk.post('/v1/holds/several', { ...family, resourceId: other.id }), 201)
    expect(items.map(roomOf)).toEqual([other.id, other.id])
  })

  test('a visit that moves gets another one if its own is taken, and staff can name it', async () => {
    const [room, other] = await twoRooms()
    const type = await addType(oneRoom)
    const [practitioner, someone] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
    const { client, patient } = await hospital.addPatient()
    const desk = await asDesk()
    const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(4, '15:00') }
    const held = await answered(desk.post('/v1/holds', { ...wish, patientId: patient.id, resourceId: room.id }), 201)
    const { id } = await answered(desk.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)
    const taken = { ...wish, practitionerId: someone.id, start: day(4, '15:30'), resourceId: room.id }
    await answered(desk.post('/v1/holds', taken), 201)
    const later = { ...wish, start: day(4, '15:30'), appointmentId: id }
    expect(outcome(await desk.post('/v1/holds', { ...later, resourceId: room.id }))).toBe('resources_taken')
    // Any room that is free is another one than the two that are taken: of this clinic, every other room is.
    const next = await answered(client.post('/v1/holds', later), 201)
    expect(roomOf(next)).not.toBe(room.id)
    const moved = await answered(client.post(`/v1/appointments/${id}/reschedule`, { holdId: next.id }), 200)
    expect(roomOf(moved)).toBe(roomOf(next))
    const named = await answered(
      desk.post('/v1/holds', { ...later, start: day(4, '16:00'), resourceId: other.id }),
      201,
    )
    const back = await answered(desk.post(`/v1/appointments/${id}/reschedule`, { holdId: named.id }), 200)
    expect(roomOf(back)).toBe(other.id)
    // Over its own time, in its own room or in another one.
    for (const resourceId of [other.id, room.id]) {
      const again = await answered(desk.post('/v1/holds', { ...later, start: day(4, '16:00'), resourceId }), 201)
      expect(roomOf(again)).toBe(resourceId)
    }
  })
})

test('twenty people name two rooms for one group: it has one room', async () => {
  const hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
  try {
    const { addType, addResource, busyRows } = suppliesOf(() => hospital)
    const rooms = [await addResource('room'), await addResource('room')]
    const type = await addType({ ...oneRoom, capacity: 20 })
    const practitioner = await hospital.addPractitioner()
    const people = await Promise.all(Array.from({ length: 20 }, () => hospital.addPatient()))
    const answers = await Promise.all(
      people.map(async ({ client, patient }, index) => {
        const resourceId = rooms[index % 2]?.id
        const wish = { visitTypeId: type.id, practitionerId: practitioner.id, start: day(1, '15:00'), resourceId }
        return outcome(await client.post('/v1/holds', { ...wish, patientId: patient.id }))
      }),
    )
    const held = answers.filter((answer) => answer === 201).length
    expect(held).toBeGreaterThan(0)
    expect(held).toBeLessThanOrEqual(10)
    expect(new Set(answers)).toEqual(new Set([201, 'resources_taken']))
    const rows = await busyRows(rooms.map(({ id }) => id))
    expect([rows.length, new Set(rows.map(({ owner }) => owner)).size]).toEqual([held, 1])
  } finally {
    await hospital.stop()
  }
})
