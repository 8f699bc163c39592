import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { everyDay, hoursPath, timeOffPath, watchesSupply } from './supply.testing.ts'

describe.each(domainEngines)('hours and time off, on %s:', (engine) => {
  let hospital: SchedulingHospital
  let desk: SignedInClient

  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
    desk = await hospital.as('front-desk')
  })
  afterAll(() => hospital.stop())
  const { twoPeople, hold, startsOf } = actsAt(() => hospital)
  const { booked, get, reasonsOf, preview, tasksOf, noticesOf, severalBooked } = watchesSupply(
    () => hospital,
    () => desk,
  )

  test('hours are removed: visits in them stay booked and are flagged, holds in them are dropped, and back again', async () => {
    const two = await twoPeople()
    const { practitioner, client, patient } = two
    // At 10:00 and at 14:00 in New York.
    const [kept, lost] = [await booked(two, day(2, '15:00')), await booked(two, day(2, '19:00'))]
    const held = await answered(hold(two, day(3, '19:00')), 201)
    const mornings = everyDay('08:00', '12:00', 1)
    const refused = await desk.put(hoursPath(practitioner), mornings)
    expect(refused.body).toMatchObject({ status: 409, code: 'appointments_affected', affected: 1 })
    expect((await desk.get(hoursPath(practitioner))).body.version).toBe(1)

    const seen = await answered(preview({ availability: { practitionerId: practitioner.id, ...mornings } }), 200)
    expect(seen).toMatchObject({
      count: 1,
      holds: 1,
      nextCursor: null,
      items: [{ appointmentId: lost, patientId: patient.id, patient: { id: patient.id }, reasons: ['outside-hours'] }],
    })
    await hospital.settle()
    expect(await reasonsOf(lost)).toEqual([])

    const live = hospital.live.delivered.length
    await answered(desk.put(hoursPath(practitioner), { ...mornings, affected: seen.count }), 200)
    await hospital.settle()
    const changed = hospital.live.delivered.slice(live).filter(({ type }) => type === 'appointment.changed')
    expect(changed).toMatchObject([{ ids: { appointmentId: lost } }])
    expect((await get(kept)).support).toEqual({ status: 'supported', reasons: [] })
    expect(await get(lost)).toMatchObject({
      status: 'booked',
      support: { status: 'unsupported', reasons: ['outside-hours'] },
      changeableUntil: day(2, '19:00'),
    })
    expect((await client.get('/v1/holds')).body.items).toEqual([])
    expect((await client.post(`/v1/holds/${held.id}/renew`)).body.code).toBe('hold_expired')
    expect(await tasksOf(patient.id)).toMatchObject([
      { kind: 'rebook-appointment', assigneeRole: 'front-desk', source: { entity: 'Appointment', id: lost } },
    ])
    expect(await noticesOf(patient.id)).toContain('appointment-unsupported')

    await answered(desk.put(hoursPath(practitioner), everyDay('00:00', '24:00', 2)), 200)
    await hospital.settle()
    expect((await get(lost)).support).toEqual({ status: 'supported', reasons: [] })
    expect(await tasksOf(patient.id)).toEqual([])
    expect(await tasksOf(patient.id, 'done')).toHaveLength(1)
  })

  test('a sick day with nine visits flags them: each patient receives one notice, and each visit is one task', async () => {
    const practitioner = await hospital.addPractitioner()
    const visits = await severalBooked(9, practitioner, 1)
    const [elsewhere] = await severalBooked(1, practitioner, 3)
    await hospital.settle()
    const sick = { from: '2026-11-26T00:00', to: '2026-11-27T00:00', reason: 'sick', appointments: 'flag' }
    const seen = await answered(
      preview({ timeOff: { practitionerId: practitioner.id, from: sick.from, to: sick.to } }),
      200,
    )
    expect(seen).toMatchObject({ count: 9 })
    expect((await desk.post(timeOffPath(practitioner), sick)).body).toMatchObject({
      code: 'appointments_affected',
      affected: 9,
    })
    const added = await answered(desk.post(timeOffPath(practitioner), { ...sick, affected: 9 }), 201)
    expect(added).toMatchObject({ affected: 9, cancelled: [], availability: { version: 2, timeOff: [added.timeOff] } })
    await hospital.settle()
    for (const { id, patientId } of visits) {
      expect(await reasonsOf(id)).toEqual(['time-off'])
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'rebook-appointment', priority: 'urgent' }])
      expect((await noticesOf(patientId)).filter((each) => each === 'appointment-unsupported')).toHaveLength(1)
    }
    expect(await reasonsOf(elsewhere!.id)).toEqual([])
    // Hours of the same day go too: another reason, and no second notice.
    await answered(desk.put(hoursPath(practitioner), { ...everyDay('00:00', '01:00', 2), affected: 1 }), 200)
    await hospital.settle()
    expect((await reasonsOf(visits[0]!.id)).toSorted()).toEqual(['outside-hours', 'time-off'])
    expect(await tasksOf(visits[0]!.patientId)).toHaveLength(1)
    expect((await noticesOf(visits[0]!.patientId)).filter((each) => each === 'appointment-unsupported')).toHaveLength(1)
    await answered(desk.put(hoursPath(practitioner), everyDay('00:00', '24:00', 3)), 200)

    const removed = await desk.delete(`${timeOffPath(practitioner)}/${added.timeOff.id}`)
    expect(removed.body).toMatchObject({ timeOff: [], version: 5 })
    await hospital.settle()
    for (const { id, patientId } of visits) {
      expect((await get(id)).support.status).toBe('supported')
      expect(await tasksOf(patientId)).toEqual([])
    }
    expect((await desk.delete(`${timeOffPath(practitioner)}/${added.timeOff.id}`)).status).toBe(404)
  })

  test('a sick day cancels its nine visits in one act, and a repeated request cancels nothing more', async () => {
    const practitioner = await hospital.addPractitioner()
    const visits = await severalBooked(9, practitioner)
    const [elsewhere] = await severalBooked(1, practitioner, 3)
    await hospital.settle()
    const range = { from: '2026-11-27T00:00', to: '2026-11-28T00:00' }
    const sick = { ...range, reason: 'sick', appointments: 'cancel' }
    const seen = await answered(
      preview({ timeOff: { practitionerId: practitioner.id, ...range, appointments: 'cancel' } }),
      200,
    )
    expect((await desk.post(timeOffPath(practitioner), sick)).body.code).toBe('appointments_affected')
    const send = () =>
      desk.post(
        timeOffPath(practitioner),
        { ...sick, affected: seen.count },
        { idempotencyKey: `sick-day-in-november-${engine}` },
      )
    const first = await answered(send(), 201)
    expect(first.cancelled).toEqual(visits.map(({ id, patientId }) => ({ appointmentId: id, patientId })))
    expect(await answered(send(), 201)).toEqual(first)
    await hospital.settle()
    for (const { id, patientId } of visits) {
      expect(await get(id)).toMatchObject({ status: 'cancelled', version: 2 })
      expect(await noticesOf(patientId)).toContain('appointment-cancelled')
      expect(await tasksOf(patientId)).toEqual([])
    }
    expect((await get(elsewhere!.id)).status).toBe('booked')
    const rows = await hospital.keep('scheduling', ({ tx }) =>
      sql<{ reason: string; count: number }>`select cancellation_reason as reason, count(*)::integer as count
        from scheduling.appointments where practitioner_id = ${practitioner.id} and status = 'cancelled'
        group by cancellation_reason`.execute(tx),
    )
    expect(rows.rows).toEqual([{ reason: 'practitioner-unavailable', count: 9 }])
    // Each patient's record says so.
    const recorded = (await hospital.accessRows()).filter(({ operation }) => operation === 'addTimeOff')
    for (const { patientId } of visits) expect(recorded.map((row) => row.patientId)).toContain(patientId)
    const other = { ...(await hospital.addPatient()), practitioner }
    expect(await startsOf(other, day(2, '14:00'), day(2, '20:00'))).toEqual([])
    // It is off already: with `cancel` there is nothing to add, without it there is nothing to change.
    const again = await desk.post(timeOffPath(practitioner), sick)
    expect(again.body).toMatchObject({ cancelled: [], timeOff: first.timeOff, availability: { version: 2 } })
    const nothing = await desk.post(timeOffPath(practitioner), { ...sick, appointments: 'flag' })
    expect(nothing.body).toMatchObject({ code: 'windows_overlap', detail: expect.stringContaining('2026-11-27 00:00') })
  })

  test('an afternoon off is not offered, and the time before and after a visit may overlap it', async () => {
    const two = await twoPeople()
    const off = { from: '2026-12-01T13:00', to: '2026-12-01T15:00', reason: 'meeting', appointments: 'flag' }
    await answered(desk.post(timeOffPath(two.practitioner), off), 201)
    const starts = await startsOf(two, day(6, '17:20'), day(6, '20:40'))
    // The last one ends at 18:00, and its ten minutes afterwards are in the meeting.
    expect(starts).toEqual(['17:20', '17:40', '20:00', '20:20'].map((time) => day(6, time)))
    const refused = await hold(two, day(6, '18:00'))
    expect(refused.body.code).toBe('outside_hours')
  })

  test('time off that ends before it begins, or on a date that does not exist, is explained with its dates', async () => {
    const practitioner = await hospital.addPractitioner()
    const add = (from: string, to: string) =>
      desk.post(timeOffPath(practitioner), { from, to, reason: 'other', appointments: 'flag' })
    expect((await add('2026-12-02T09:00', '2026-12-01T09:00')).body.errors).toEqual([
      { pointer: '/to', code: 'out_of_order', message: 'Must be after 2026-12-02 09:00, when the range begins.' },
    ])
    expect((await add('2027-02-30T09:00', '2027-03-02T09:00')).body.errors).toMatchObject([
      { pointer: '/from', message: expect.stringContaining('2027-02-30') },
    ])
    expect((await add('2026-12-01T09:02', '2026-12-02T09:00')).body.code).toBe('invalid_request')
    const overlapping = { ...everyDay('09:00', '12:00', 1), exceptions: [] }
    overlapping.weekly.push({ weekday: 3, from: '11:00', to: '13:00' })
    const refused = await desk.put(hoursPath(practitioner), overlapping)
    expect(refused.body).toMatchObject({ code: 'windows_overlap', detail: expect.stringContaining('Wednesday') })
  })
})
