import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import type { NewEvent } from '../../../platform/contracts/event.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { upsertAvailability } from '../kernel/store/availability.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { everyDay, hoursPath, timeOffPath, watchesSupply } from './supply.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('when what is offered changes, on %s:', (engine) => {
  let hospital: SchedulingHospital
  let desk: SignedInClient
  let administrator: SignedInClient
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
    desk = await hospital.as('front-desk')
    administrator = await hospital.as('administrator')
  })
  afterAll(() => hospital.stop())
  const { typeId, twoPeople, hold, startsOf } = actsAt(() => hospital)
  const { booked, reasonsOf, preview, tasksOf } = watchesSupply(
    () => hospital,
    () => desk,
  )

  test('a closure of the organization closes every practitioner, in the zone of the organization', async () => {
    const [one, other] = [await twoPeople(), await twoPeople()]
    const ids = [await booked(one, day(7, '15:00')), await booked(other, day(7, '18:00'))]
    await hospital.settle()
    const before = await answered(desk.get('/v1/closures'), 200)
    const name = [{ language: 'en', text: 'Founders day' }]
    const closing = { items: [{ from: '2026-12-02T00:00', to: '2026-12-03T00:00', name }], version: before.version }
    const seen = await answered(preview({ closures: closing }), 200)
    expect(seen).toMatchObject({ count: 2, items: [{ reasons: ['closed'] }, { reasons: ['closed'] }] })
    const page = await answered(desk.post('/v1/supply-changes/preview?limit=1', { closures: closing }), 200)
    expect(page.items).toEqual(seen.items.slice(0, 1))
    const second = desk.post(`/v1/supply-changes/preview?limit=1&cursor=${page.nextCursor}`, { closures: closing })
    const next = await answered(second, 200)
    expect(next).toMatchObject({ items: seen.items.slice(1), nextCursor: null, count: 2 })
    expect((await desk.put('/v1/closures', closing)).body).toMatchObject({ code: 'appointments_affected', affected: 2 })
    const stored = await answered(desk.put('/v1/closures', { ...closing, affected: 2 }), 200)
    expect(stored).toEqual({ zone: 'America/New_York', items: closing.items, version: before.version + 1 })
    await hospital.settle()
    for (const id of ids) expect(await reasonsOf(id)).toEqual(['closed'])
    const later = await booked(one, day(9, '15:00'))
    const listed = async (support: string): Promise<string[]> =>
      (await answered(desk.get(`/v1/appointments?status=booked&limit=100&support=${support}`), 200)).items.map(
        ({ id }: { id: string }) => id,
      )
    expect(await listed('unsupported')).toEqual(expect.arrayContaining(ids))
    expect(await listed('unsupported')).not.toContain(later)
    expect(await listed('supported')).toContain(later)
    expect(await listed('supported')).not.toContain(ids[0])
    expect(await startsOf(one, day(7, '05:00'), day(8, '05:00'))).toEqual([])
    expect(await startsOf(one, day(8, '05:00'), day(8, '06:00'))).toHaveLength(3)
    expect((await desk.put('/v1/closures', { ...closing, affected: 2 })).body.code).toBe('version_conflict')
    const twice = {
      items: [...closing.items, { ...closing.items[0], to: '2026-12-04T00:00' }],
      version: stored.version,
    }
    expect((await desk.put('/v1/closures', twice)).body).toMatchObject({
      code: 'windows_overlap',
      detail: expect.stringContaining('2026-12-02'),
    })
    await answered(administrator.put('/v1/closures', { items: [], version: stored.version }), 200)
    await hospital.settle()
    for (const id of ids) expect(await reasonsOf(id)).toEqual([])
  })

  test('a license that ends, a specialty that goes and a practitioner who leaves strand their visits', async () => {
    const two = await twoPeople()
    const { practitioner } = two
    const id = await booked(two, day(2, '15:00'))
    await hospital.settle()
    const path = `/v1/practitioners/${practitioner.id}`
    let { version } = practitioner
    const change = async (facts: Partial<Schemas['UpdatePractitioner']>) => {
      const seen = await answered(preview({ practitioner: { practitionerId: practitioner.id, ...facts } }), 200)
      if (seen.count > 0)
        expect((await administrator.patch(path, { ...facts, version })).body).toMatchObject({
          code: 'appointments_affected',
          affected: seen.count,
        })
      const changed = await answered(administrator.patch(path, { ...facts, version, affected: seen.count }), 200)
      expect(changed).not.toHaveProperty('affected')
      ;({ version } = changed)
      await hospital.settle()
      return seen.items.flatMap(({ reasons }: Schemas['AffectedAppointment']) => reasons)
    }
    const licenses = [{ ...practitioner.licenses[0]!, expiresOn: '2026-11-26' }]
    expect(await change({ licenses })).toEqual(['not-licensed'])
    expect(await reasonsOf(id)).toEqual(['not-licensed'])
    expect(await change({ licenses: practitioner.licenses })).toEqual([])
    expect(await reasonsOf(id)).toEqual([])
    expect(await change({ specialties: ['dermatology'] })).toEqual(['specialty'])
    expect(await reasonsOf(id)).toEqual(['specialty'])
    expect(await change({ specialties: practitioner.specialties })).toEqual([])
    expect(await change({ active: false })).toEqual(['practitioner-inactive'])
    expect(await reasonsOf(id)).toEqual(['practitioner-inactive'])
    expect(await change({ active: true })).toEqual([])
    expect(await reasonsOf(id)).toEqual([])
  })

  test('a visit type that now needs a license strands the visits of practitioners who have none there', async () => {
    const { type } = await createType()
    const [licensed, unlicensed] = [
      await hospital.addPractitioner(),
      await hospital.addPractitioner({
        licenses: [{ state: 'OH', number: 'X-2', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
      }),
    ]
    const ids = await Promise.all(
      [licensed, unlicensed].map(async (practitioner) => {
        const { client, patient } = await hospital.addPatient()
        const asked = { visitTypeId: type.id, start: day(2, '15:00'), practitionerId: practitioner.id }
        const held = await answered(client.post('/v1/holds', { ...asked, patientId: patient.id }), 201)
        return (await answered(client.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)).id
      }),
    )
    await hospital.settle()
    const change = { licenseRequired: true, version: type.version }
    expect(await answered(preview({ visitType: { visitTypeId: type.id, ...change } }), 200)).toMatchObject({
      count: 1,
      items: [{ appointmentId: ids[1], reasons: ['not-licensed'] }],
    })
    const path = `/v1/visit-types/${type.id}`
    expect((await administrator.patch(path, change)).body).toMatchObject({ code: 'appointments_affected', affected: 1 })
    const changed = await answered(administrator.patch(path, { ...change, affected: 1 }), 200)
    expect(changed).not.toHaveProperty('affected')
    await hospital.settle()
    expect(await reasonsOf(ids[0]!)).toEqual([])
    expect(await reasonsOf(ids[1]!)).toEqual(['not-licensed'])
    await answered(administrator.patch(path, { licenseRequired: false, version: changed.version }), 200)
    await hospital.settle()
    expect(await reasonsOf(ids[1]!)).toEqual([])
  })
  const createType = async () => ({
    type: (await answered(
      administrator.post('/v1/visit-types', {
        code: `walk-${engine}`,
        specialty: 'cardiology',
        name: [{ language: 'en', text: 'Walk' }],
        description: [],
        minutes: 20,
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        stepMinutes: 20,
        modality: 'video',
        requiredConsents: [],
        questionnaires: [],
        licenseRequired: false,
        minimumNoticeMinutes: 0,
        horizonDays: 30,
        cancellationNoticeMinutes: 60,
      }),
      201,
    )) as Schemas['VisitType'],
  })

  test('a patient may move or cancel an unsupported visit until it starts, whatever the notice', async () => {
    const two = await twoPeople()
    const { practitioner } = two
    const [moved, cancelled] = [await booked(two, day(1, '21:00')), await booked(two, day(1, '22:00'))]
    // Two hours before: a day's notice is over, and so is the time to undo a booking.
    hospital.clock.set(day(1, '19:00'))
    try {
      const late = await hospital.as('patient', { personId: two.patient.id })
      const cancel = () => late.post(`/v1/appointments/${cancelled}/cancel`, { reason: 'patient-request' })
      expect((await cancel()).body.code).toBe('too_late_to_change')
      const staff = await hospital.as('front-desk')
      const off = {
        from: '2026-11-26T12:00',
        to: '2026-11-27T00:00',
        reason: 'sick',
        appointments: 'flag',
        affected: 2,
      }
      await answered(staff.post(timeOffPath(practitioner), off), 201)
      await hospital.settle()
      expect((await cancel()).body).toMatchObject({ status: 'cancelled' })
      const other = await hospital.addPractitioner()
      const wish = { visitTypeId: typeId(), start: day(2, '15:00'), practitionerId: other.id, appointmentId: moved }
      const held = await answered(late.post('/v1/holds', wish), 201)
      const after = await answered(late.post(`/v1/appointments/${moved}/reschedule`, { holdId: held.id }), 200)
      expect(after).toMatchObject({ practitioner: { id: other.id }, support: { status: 'supported', reasons: [] } })
      await hospital.settle()
      expect(await tasksOf(two.patient.id)).toEqual([])
    } finally {
      hospital.clock.set(hospitalOpensAt)
    }
  })

  test('a hold in removed hours is not booked, unless staff book it: then it is no reason to flag the visit', async () => {
    const [two, atDesk] = [await twoPeople(), { ...(await twoPeople()), client: desk }]
    const [own, staffs] = [await hold(two, day(2, '19:00')), await hold(atDesk, day(2, '19:00'))]
    for (const { practitioner } of [two, atDesk])
      await answered(desk.put(hoursPath(practitioner), everyDay('08:00', '12:00', 1)), 200)
    const confirm = (client: SignedInClient, holdId: string, patientId: string) =>
      client.post('/v1/appointments', { holdId, patientId })
    expect((await confirm(two.client, own.body.id, two.patient.id)).body.code).toBe('outside_hours')
    const { id } = await answered(confirm(desk, staffs.body.id, atDesk.patient.id), 201)
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual([])
    // Something else is a reason.
    const off = {
      from: '2026-11-27T13:00',
      to: '2026-11-27T15:00',
      reason: 'meeting',
      appointments: 'flag',
      affected: 1,
    }
    await answered(desk.post(timeOffPath(atDesk.practitioner), off), 201)
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual(['time-off'])
  })

  test('a booking that did not see a change of hours is found by its own event', async () => {
    const two = await twoPeople()
    const id = await booked(two, day(2, '19:00'))
    await hospital.settle()
    const { id: practitionerId } = two.practitioner
    // As if the hours had been stored between the check and the commit of the booking, and their event delivered before it.
    await hospital.keep('scheduling', ({ tx }) =>
      upsertAvailability(tx, hospital.organizationId, {
        ...everyDay('08:00', '12:00', 2),
        practitionerId,
        timeOff: [],
      }),
    )
    await hospital.keep('scheduling', ({ emit }) =>
      emit(sampleEvent('scheduling.appointment-booked', { appointmentId: id }) as NewEvent),
    )
    await hospital.settle()
    expect(await reasonsOf(id)).toEqual(['outside-hours'])
  })

  test('five hundred visits are checked in steps, and none is missed', async () => {
    const two = await twoPeople()
    const id = await booked(two, day(2, '14:00'))
    await hospital.settle()
    const { id: practitionerId } = two.practitioner
    await hospital.keep('scheduling', async ({ tx }) => {
      await sql`insert into scheduling.busy (organization_id, id, practitioner_id, during, occupant)
        select organization_id, md5(${practitionerId} || number)::uuid, practitioner_id,
          tstzrange(lower(during) + number * interval '2 hours', upper(during) + number * interval '2 hours'),
          md5(${practitionerId} || number)::uuid
        from scheduling.busy, generate_series(1, 500) as number
        where id = (select busy_id from scheduling.appointments where id = ${id})`.execute(tx)
      await sql`insert into scheduling.appointments (organization_id, id, patient_id, practitioner_id, visit_type_id,
          busy_id, start_at, end_at, status, sequence, version, updated_at, sealed)
        select organization_id, md5(${practitionerId} || number)::uuid, patient_id, practitioner_id, visit_type_id,
          md5(${practitionerId} || number)::uuid, start_at + number * interval '2 hours',
          end_at + number * interval '2 hours', status, sequence, version, updated_at, sealed
        from scheduling.appointments, generate_series(1, 500) as number where id = ${id}`.execute(tx)
    })
    const unsupported = async (): Promise<number> => {
      const { rows } = await hospital.keep('scheduling', ({ tx }) =>
        sql<{ count: number }>`select count(*)::integer as count from scheduling.appointments
          where practitioner_id = ${practitionerId} and cardinality(unsupported_reasons) > 0`.execute(tx),
      )
      return rows[0]!.count
    }
    const none = { zone: 'America/New_York', weekly: [], exceptions: [], version: 1 }
    const seen = await answered(preview({ availability: { practitionerId, ...none } }), 200)
    expect([seen.count, seen.items.length]).toEqual([501, 50])
    await answered(desk.put(hoursPath(two.practitioner), { ...none, affected: 501 }), 200)
    await hospital.settle()
    expect(await unsupported()).toBe(501)
    const tooMany = { from: '2026-11-26T00:00', to: '2027-02-01T00:00', reason: 'sick', appointments: 'cancel' }
    expect((await desk.post(timeOffPath(two.practitioner), { ...tooMany, affected: 501 })).body).toMatchObject({
      code: 'too_many_to_cancel',
      affected: 501,
    })
    await answered(desk.put(hoursPath(two.practitioner), everyDay('00:00', '24:00', 2)), 200)
    await hospital.settle()
    expect(await unsupported()).toBe(0)
  })

  test('a practitioner closes no organization, and an administrator sees no patient', async () => {
    const two = await twoPeople()
    await booked(two, day(2, '15:00'))
    const doctor = await hospital.as('practitioner', { practitionerId: two.practitioner.id })
    const range = { from: '2026-11-27T00:00', to: '2026-11-28T00:00' }
    expect((await doctor.put('/v1/closures', { items: [], version: 0 })).body.code).toBe('forbidden')
    const change = { timeOff: { practitionerId: two.practitioner.id, ...range } }
    expect((await preview(change, doctor)).body).toMatchObject({ count: 1, items: [{ patientId: two.patient.id }] })
    const seen = await answered(preview(change, administrator), 200)
    expect(seen).toMatchObject({ count: 1, items: [{ start: day(2, '15:00'), reasons: ['time-off'] }] })
    expect(seen.items[0]).not.toHaveProperty('patientId')
    expect(seen.items[0]).not.toHaveProperty('patient')
    expect((await preview({}, desk)).body.errors).toMatchObject([{ code: 'one_of' }])
    expect((await preview({ ...change, closures: { items: [], version: 0 } }, desk)).body.code).toBe('invalid_request')
  })
})
