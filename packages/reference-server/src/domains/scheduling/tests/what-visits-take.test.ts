import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { listenLive } from '../../../test-kit/listen-live.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'
import { everyDay, hoursPath, timeOffPath, watchesSupply } from './supply.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('what a booked visit takes changes, on %s:', (engine) => {
  let hospital: SchedulingHospital
  let desk: SignedInClient
  let administrator: SignedInClient
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
    desk = await hospital.as('front-desk')
    administrator = await hospital.as('administrator')
  })
  afterAll(() => hospital.stop())
  const { addType, addResource } = suppliesOf(() => hospital)
  const { twoPeople } = actsAt(() => hospital)
  const { reasonsOf, preview, tasksOf, noticesOf } = watchesSupply(
    () => hospital,
    () => desk,
  )

  const bookedOf = async (
    type: Schemas['VisitType'],
    start: string,
    patient: Partial<Schemas['CreatePatient']> = {},
    more: object = {},
  ) => {
    const practitioner = await hospital.addPractitioner()
    const two = await hospital.addPatient(patient)
    const wish = { visitTypeId: type.id, start, practitionerId: practitioner.id, patientId: two.patient.id, ...more }
    const held = await answered(two.client.post('/v1/holds', wish), 201)
    const booked = { holdId: held.id, patientId: two.patient.id }
    const { id } = await answered(two.client.post('/v1/appointments', booked), 201)
    return { id, practitioner, ...two, wish }
  }

  test('a room with other hours strands the visits in it, is refused until they were seen, and releases holds', async () => {
    const room = await addResource('room')
    const type = await addType({ resources: [{ kind: 'room', count: 1 }] })
    const morning = await bookedOf(type, day(2, '15:00'))
    const evening = await bookedOf(type, day(2, '19:00'))
    const { client, patient } = await hospital.addPatient()
    await answered(client.post('/v1/holds', { ...evening.wish, start: day(3, '19:00'), patientId: patient.id }), 201)
    await hospital.settle()
    const path = `/v1/resources/${room.id}`
    const { weekly } = everyDay('08:00', '12:00', 1)
    const change = { weekly, version: 1 }
    const seen = await answered(preview({ resource: { resourceId: room.id, ...change } }), 200)
    expect(seen).toMatchObject({
      count: 1,
      holds: 1,
      items: [{ appointmentId: evening.id, reasons: ['resource-unavailable'] }],
    })
    expect((await desk.patch(path, change)).body).toMatchObject({ code: 'appointments_affected', affected: 1 })
    const changed = await answered(desk.patch(path, { ...change, affected: 1 }), 200)
    expect(changed).not.toHaveProperty('affected')
    await hospital.settle()
    expect(await reasonsOf(morning.id)).toEqual([])
    expect(await reasonsOf(evening.id)).toEqual(['resource-unavailable'])
    expect((await client.get('/v1/holds')).body.items).toEqual([])
    expect(await tasksOf(evening.patient.id)).toMatchObject([
      { kind: 'rebook-appointment', source: { entity: 'Appointment', id: evening.id } },
    ])
    expect(await noticesOf(evening.patient.id)).toContain('appointment-unsupported')
    // Retired, and back.
    const retired = { active: false, version: changed.version }
    expect((await desk.patch(path, retired)).body).toMatchObject({ code: 'appointments_affected', affected: 1 })
    await answered(desk.patch(path, { ...retired, affected: 1 }), 200)
    await hospital.settle()
    expect(await reasonsOf(morning.id)).toEqual(['resource-unavailable'])
    const back = { active: true, weekly: room.weekly, version: changed.version + 1 }
    await answered(desk.patch(path, back), 200)
    await hospital.settle()
    for (const { id } of [morning, evening]) expect(await reasonsOf(id)).toEqual([])
  })

  test('an interpreter who is off in the afternoon strands the visits that have one, and no other', async () => {
    const type = await addType()
    const interpreter = await addResource('interpreter', { languages: ['ti'] })
    const interpreted = await bookedOf(type, day(2, '19:00'), {}, { interpreterLanguage: 'ti' })
    const plain = await bookedOf(type, day(2, '19:00'))
    const { weekly } = everyDay('08:00', '12:00', 1)
    await answered(desk.patch(`/v1/resources/${interpreter.id}`, { weekly, version: 1, affected: 1 }), 200)
    await hospital.settle()
    expect(await reasonsOf(interpreted.id)).toEqual(['resource-unavailable'])
    expect(await reasonsOf(plain.id)).toEqual([])
  })

  test('a further practitioner with other hours, time off or another license strands the visits that they take part in', async () => {
    const additionalPractitioners = [{ specialty: 'cardiology', count: 1 }]
    const type = await addType({ specialty: 'primary-care', additionalPractitioners, horizonDays: 60 })
    const lead = await hospital.addPractitioner({ specialties: ['primary-care'] })
    await hospital.addPractitioner()
    const { client, patient } = await hospital.addPatient()
    const wish = { visitTypeId: type.id, start: day(40, '19:00'), practitionerId: lead.id, patientId: patient.id }
    const held = await answered(client.post('/v1/holds', wish), 201)
    const { id } = await answered(client.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)
    const [{ id: partnerId }] = held.additionalPractitioners
    const path = { id: partnerId } as Schemas['Practitioner']
    const off = { from: '2027-01-04T12:00', to: '2027-01-05T00:00', reason: 'training', appointments: 'flag' }
    expect((await desk.post(timeOffPath(path), off)).body).toMatchObject({ code: 'appointments_affected', affected: 1 })
    const { timeOff } = await answered(desk.post(timeOffPath(path), { ...off, affected: 1 }), 201)
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual(['participant-unavailable'])
    await answered(desk.delete(`${timeOffPath(path)}/${timeOff.id}`), 200)
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual([])
    const { version } = (await desk.get(hoursPath(path))).body
    await answered(desk.put(hoursPath(path), { ...everyDay('08:00', '12:00', version), affected: 9 }), 200)
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual(['participant-unavailable'])
  })

  test('a type for other ages strands the visits of who is too young or too old when they begin', async () => {
    const type = await addType({ ages: { from: 0, to: 99 }, horizonDays: 30 })
    // Turns 18 on the day of the second visit.
    const minor = { birthDate: '2008-11-28' }
    const [early, late] = [await bookedOf(type, day(2, '15:00'), minor), await bookedOf(type, day(3, '15:00'), minor)]
    const adult = await bookedOf(type, day(2, '15:00'))
    await hospital.settle()
    const path = `/v1/visit-types/${type.id}`
    const change = { ages: { from: 18, to: 99 }, version: type.version }
    const seen = await answered(preview({ visitType: { visitTypeId: type.id, ...change } }), 200)
    expect(seen).toMatchObject({ count: 1, items: [{ appointmentId: early.id, reasons: ['age'] }] })
    expect((await administrator.patch(path, change)).body).toMatchObject({ code: 'appointments_affected', affected: 1 })
    const changed = await answered(administrator.patch(path, { ...change, affected: 1 }), 200)
    await hospital.settle()
    expect(await reasonsOf(early.id)).toEqual(['age'])
    expect(await reasonsOf(late.id)).toEqual([])
    expect(await reasonsOf(adult.id)).toEqual([])
    expect(await tasksOf(early.patient.id)).toMatchObject([{ kind: 'rebook-appointment' }])
    expect(await noticesOf(early.patient.id)).toContain('appointment-unsupported')
    // Each reading of a date of birth is in the patient's log, as an act of the server.
    const rows = await hospital.accessRows({ patientId: adult.patient.id })
    const readings = rows.filter(({ operation }) => operation === 'scheduling.check-ages')
    expect(readings.length).toBeGreaterThanOrEqual(3)
    expect(readings[0]).toMatchObject({ actorKind: 'system', entity: 'Patient', patientId: adult.patient.id })

    // A check for another reason leaves it as it was found.
    const version = 1
    await answered(
      desk.put(hoursPath(early.practitioner), { ...everyDay('12:00', '17:00', version), affected: 1 }),
      200,
    )
    await hospital.settle()
    expect((await reasonsOf(early.id)).toSorted()).toEqual(['age', 'outside-hours'])
    await answered(desk.put(hoursPath(early.practitioner), everyDay('00:00', '24:00', version + 1)), 200)
    await hospital.settle()
    expect(await reasonsOf(early.id)).toEqual(['age'])
    // What is no change of the ages reads no date of birth.
    const before = (await hospital.accessRows({ operation: 'scheduling.check-ages' })).length
    const longer = await answered(administrator.patch(path, { minutes: 25, version: changed.version }), 200)
    await hospital.settle()
    expect((await hospital.accessRows({ operation: 'scheduling.check-ages' })).length).toBe(before)
    expect(await reasonsOf(early.id)).toEqual(['age'])
    await answered(administrator.patch(path, { ages: null, version: longer.version }), 200)
    await hospital.settle()
    expect(await reasonsOf(early.id)).toEqual([])
  })

  test('the pages of everyone who may read them are notified of hours, time off, closures and days with other hours', async () => {
    const two = await twoPeople()
    const { practitioner } = two
    const doctor = await hospital.as('practitioner', { practitionerId: practitioner.id })
    const nurse = await hospital.as('nurse')
    const pages = [doctor, desk, nurse, administrator].map((client) => listenLive(hospital, client))
    const atPatient = listenLive(hospital, two.client)
    const heard = async (): Promise<unknown[][]> => {
      await hospital.settle()
      return pages.map((page) =>
        page
          .splice(0)
          .filter((message) => (message as { type: string }).type === 'slots.changed')
          .map((message) => (message as { ids: unknown }).ids),
      )
    }
    // The first hours.
    await heard()
    const own = { practitionerId: practitioner.id }
    const exceptions = [{ date: '2026-12-24', windows: [{ from: '08:00', to: '12:00' }] }]
    const hours = { ...everyDay('00:00', '24:00', 1), exceptions }
    await answered(desk.put(hoursPath(practitioner), hours), 200)
    expect(await heard()).toEqual(pages.map(() => [own]))
    const off = { from: '2026-12-28T00:00', to: '2026-12-29T00:00', reason: 'other', appointments: 'flag' }
    await answered(desk.post(timeOffPath(practitioner), off), 201)
    expect(await heard()).toEqual(pages.map(() => [own]))
    const { version } = (await desk.get('/v1/closures')).body
    const name = [{ language: 'en', text: 'New Year' }]
    const closing = { items: [{ from: '2027-01-01T00:00', to: '2027-01-02T00:00', name }], version }
    await answered(desk.put('/v1/closures', closing), 200)
    expect(await heard()).toEqual(pages.map(() => [{}]))
    expect(atPatient.filter((message) => (message as { type: string }).type === 'slots.changed')).toEqual([])
    await answered(desk.put('/v1/closures', { items: [], version: version + 1 }), 200)
  })
})
