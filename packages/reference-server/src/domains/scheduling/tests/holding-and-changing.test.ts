import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { storeWrites } from '../../../platform/database/changes/store-writes.ts'
import { takeTime } from '../kernel/store/busy.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())
const { typeId, twoPeople, hold, book, startsOf } = actsAt(() => hospital)

test('a retry storm of one hold is one hold', async () => {
  const two = await twoPeople()
  const idempotencyKey = randomUUID()
  const body = {
    visitTypeId: typeId(),
    start: day(1, '16:00'),
    patientId: two.patient.id,
    practitionerId: two.practitioner.id,
  }
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => two.client.post('/v1/holds', body, { idempotencyKey })),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  expect(new Set(answers.map((response) => response.body.id)).size).toBe(1)
})

test('a hold is renewed, expires, and is then given to someone else', async () => {
  const [one, other] = [await twoPeople(), await hospital.addPatient()]
  const second = { ...other, practitioner: one.practitioner }
  const start = day(2, '16:00')
  const held = await hold(one, start)
  hospital.clock.advance({ minutes: 4 })
  const renewed = await one.client.post(`/v1/holds/${held.body.id}/renew`)
  expect(renewed.body).toMatchObject({ renewalsLeft: 1, expiresAt: '2026-11-25T15:09:00Z' })
  hospital.clock.advance({ minutes: 4, seconds: 59 })
  expect((await hold(second, start)).body.code).toBe('slot_taken')
  hospital.clock.advance({ seconds: 1 })
  const taken = await hold(second, start)
  expect(taken.status).toBe(201)
  for (const late of [
    await one.client.post(`/v1/holds/${held.body.id}/renew`),
    await one.client.post('/v1/appointments', { holdId: held.body.id, patientId: one.patient.id }),
  ]) {
    expect(late.status).toBe(409)
    expect(late.body.code).toBe('hold_expired')
  }
  hospital.clock.set(hospitalOpensAt)
})

test('a hold does not book when another server, whose clock is ahead, has given its time to someone else', async () => {
  const one = await twoPeople()
  const start = day(2, '16:00')
  const held = await hold(one, start)
  const ahead = new Date(held.body.expiresAt)
  const other = { id: randomUUID(), practitionerId: one.practitioner.id, expiresAt: null, heldBy: null }
  const range = { from: new Date(start), to: new Date(Date.parse(start) + 30 * 60_000) }
  const isTaken = await hospital.keep('scheduling', ({ tx }) =>
    storeWrites(tx, hospital.organizationId, [takeTime({ ...other, ...range }, ahead)]),
  )
  expect(isTaken).toBe(true)
  const late = await one.client.post('/v1/appointments', { holdId: held.body.id, patientId: one.patient.id })
  expect([late.status, late.body.code]).toEqual([409, 'hold_expired'])
})

test('a released hold is free at once; releasing it again changes nothing, and a booked time is not released', async () => {
  const two = await twoPeople()
  const start = day(2, '18:00')
  const held = await hold(two, start)
  expect((await two.client.delete(`/v1/holds/${held.body.id}`)).status).toBe(204)
  expect(await startsOf(two, start, day(2, '19:00'))).toContain(start)
  const again = await hold(two, start)
  await two.client.post('/v1/appointments', { holdId: again.body.id, patientId: two.patient.id })
  expect((await two.client.delete(`/v1/holds/${held.body.id}`)).status).toBe(204)
  expect((await two.client.delete(`/v1/holds/${again.body.id}`)).status).toBe(204)
  expect(await startsOf(two, start, day(2, '19:00'))).not.toContain(start)
})

test('only its holder can renew, release or book a hold; so can the front desk', async () => {
  const [one, other] = [await twoPeople(), await hospital.addPatient()]
  const held = await hold(one, day(2, '20:00'), { patientId: undefined })
  expect(held.status).toBe(201)
  expect((await other.client.post(`/v1/holds/${held.body.id}/renew`)).status).toBe(404)
  expect((await other.client.delete(`/v1/holds/${held.body.id}`)).status).toBe(404)
  expect(
    (await other.client.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })).status,
  ).toBe(404)
  const desk = await hospital.as('front-desk')
  const booked = await desk.post('/v1/appointments', { holdId: held.body.id, patientId: one.patient.id })
  expect(booked.status, JSON.stringify(booked.body)).toBe(201)
  expect(booked.body.patient).toMatchObject({ id: one.patient.id })
})

test('a patient has at most three holds at once; expired ones do not count', async () => {
  const two = await twoPeople()
  for (const time of ['10:00', '11:00', '12:00']) expect((await hold(two, day(3, time))).status).toBe(201)
  const fourth = await hold(two, day(3, '13:00'))
  expect([fourth.status, fourth.body.code]).toEqual([409, 'too_many_holds'])
  expect(await startsOf(two, day(3, '13:00'), day(3, '14:00'))).toContain(day(3, '13:00'))
})

test('age and license are checked when the time is held, and again when it is booked', async () => {
  const { practitioner } = await twoPeople()
  const child = await hospital.addPatient({ birthDate: '2015-01-01' })
  const away = await hospital.addPatient({ state: 'CA' })
  const start = day(4, '10:00')
  expect((await hold({ ...child, practitioner }, start)).body.code).toBe('age_out_of_range')
  expect((await hold({ ...away, practitioner }, start)).body.code).toBe('not_licensed')
  const held = await hold({ ...away, practitioner }, start, { patientId: undefined })
  const booked = await away.client.post('/v1/appointments', { holdId: held.body.id, patientId: away.patient.id })
  expect([booked.status, booked.body.code]).toEqual([409, 'not_licensed'])
})

test('a visit for another state shows it, and moves within it: no license is needed at home', async () => {
  const { practitioner } = await twoPeople()
  const away = { ...(await hospital.addPatient({ state: 'CA' })), practitioner }
  const held = await hold(away, day(4, '11:00'), { state: 'NY' })
  const booked = await away.client.post('/v1/appointments', { holdId: held.body.id, patientId: away.patient.id })
  expect([booked.status, booked.body.state]).toEqual([201, 'NY'])
  const { id } = booked.body
  const later = await hold(away, day(4, '13:00'), { appointmentId: id })
  const moved = await away.client.post(`/v1/appointments/${id}/reschedule`, { holdId: later.body.id })
  expect([moved.status, moved.body.state, moved.body.start]).toEqual([200, 'NY', day(4, '13:00')])
})

test('a visit moves to another state, where the clinician needs a license', async () => {
  const licensed = (state: string) =>
    ({ state, number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }) as const
  const practitioner = await hospital.addPractitioner({ licenses: [licensed('NY'), licensed('NJ')] })
  const two = { ...(await hospital.addPatient()), practitioner }
  const booked = await book(two, day(4, '15:00'))
  expect([booked.status, booked.body.state]).toEqual([201, 'NY'])
  const { id } = booked.body
  const start = day(5, '15:00')
  const query = (state: string) =>
    two.client.get(
      `/v1/slots?${new URLSearchParams({
        ...{ visitTypeId: typeId(), practitionerId: practitioner.id, patientId: two.patient.id, appointmentId: id },
        ...{ state, from: start, to: day(5, '16:00') },
      })}`,
    )
  expect((await query('CA')).body.items).toEqual([])
  expect((await query('NJ')).body.items.length).toBeGreaterThan(0)
  expect((await hold(two, start, { appointmentId: id, state: 'CA' })).body.code).toBe('not_licensed')
  const held = await hold(two, start, { appointmentId: id, state: 'NJ' })
  const moved = await two.client.post(`/v1/appointments/${id}/reschedule`, { holdId: held.body.id })
  expect([moved.status, moved.body.state, moved.body.start]).toEqual([200, 'NJ', start])
})

test('times off the grid, outside the hours, too soon and too far ahead cannot be held', async () => {
  const two = {
    ...(await hospital.addPatient()),
    practitioner: await hospital.addPractitioner({}, { from: '09:00', to: '17:00' }),
  }
  const refusals = [
    [day(4, '14:05'), 'outside_hours', ['14:00', '14:20', '14:40']],
    [day(4, '14:00').replace(':00Z', ':01Z'), 'outside_hours', ['14:00', '14:20', '14:40']],
    [day(4, '03:00'), 'outside_hours', ['21:00', '21:20', '21:40']],
    [day(0, '18:40'), 'notice_too_short', ['19:00', '19:20', '19:40']],
    [day(181, '15:00'), 'beyond_horizon', ['20:00', '20:20', '20:40']],
  ] as const
  for (const [start, code, nearest] of refusals) {
    const { status, body } = await hold(two, start)
    expect([start, status, body.code, body.nearest?.map((each: string) => each.slice(11, 16))]).toEqual([
      start,
      409,
      code,
      nearest,
    ])
  }
  expect((await hold(two, day(0, '19:00'))).status).toBe(201)
})

test('any practitioner: two people who request one time get one practitioner each, a third gets `slot_taken`', async () => {
  const code = 'behavioral-health-session'
  const [a, b] = [
    await hospital.addPractitioner({ specialties: ['behavioral-health'] }),
    await hospital.addPractitioner({ specialties: ['behavioral-health'] }),
  ]
  const people = await Promise.all([1, 2, 3].map(() => hospital.addPatient()))
  const answers = await Promise.all(
    people.map(({ client, patient }) =>
      client.post('/v1/holds', { visitTypeId: typeId(code), start: day(5, '15:00'), patientId: patient.id }),
    ),
  )
  const held = answers.filter(({ status }) => status === 201)
  expect(new Set(held.map(({ body }) => body.practitioner.id))).toEqual(new Set([a.id, b.id]))
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(['slot_taken'])
})

test('an appointment is moved to a held time: the old time is free, the new one is taken', async () => {
  const two = await twoPeople()
  const [before, after] = [day(6, '10:00'), day(6, '12:00')]
  const booked = await book(two, before, { reason: 'As before' })
  const held = await hold(two, after)
  const moved = await two.client.post(`/v1/appointments/${booked.body.id}/reschedule`, { holdId: held.body.id })
  expect(moved.status, JSON.stringify(moved.body)).toBe(200)
  expect(moved.body).toMatchObject({ id: booked.body.id, start: after, version: 2, reason: 'As before' })
  const starts = await startsOf(two, day(6, '09:00'), day(6, '13:00'))
  expect(starts).toContain(before)
  expect(starts).not.toContain(after)
})

test('a cancelled time is free at once; cancelling again is refused', async () => {
  const two = await twoPeople()
  const start = day(6, '10:00')
  const booked = await book(two, start)
  const cancel = () => two.client.post(`/v1/appointments/${booked.body.id}/cancel`, { reason: 'no-longer-needed' })
  expect((await cancel()).body).toMatchObject({ status: 'cancelled', version: 2 })
  expect(await startsOf(two, start, day(6, '11:00'))).toContain(start)
  const again = await cancel()
  expect([again.status, again.body.code]).toEqual([409, 'not_changeable'])
})

test('after the deadline the patient must call and the front desk can still cancel', async () => {
  const two = await twoPeople()
  const booked = await book(two, day(0, '20:00'))
  const cancel = { reason: 'patient-request' }
  hospital.clock.advance({ minutes: 15, seconds: 1 })
  const late = await two.client.post(`/v1/appointments/${booked.body.id}/cancel`, cancel)
  expect([late.status, late.body.code]).toEqual([409, 'too_late_to_change'])
  const desk = await hospital.as('front-desk')
  expect((await desk.post(`/v1/appointments/${booked.body.id}/cancel`, cancel)).status).toBe(200)
  hospital.clock.set(hospitalOpensAt)
})

test('a proxy whose right to schedule has ended can neither hold nor cancel', async () => {
  const two = await twoPeople()
  const booked = await book(two, day(7, '10:00'))
  const { client: proxy, allow } = await hospital.addActor('proxy', two.patient.id, ['schedule'])
  const asProxy = { ...two, client: proxy }
  expect((await hold(asProxy, day(7, '12:00'))).status).toBe(201)
  await allow(['visit'])
  const refused = await hold(asProxy, day(7, '14:00'))
  expect([refused.status, refused.body.code]).toEqual([403, 'outside_proxy_scope'])
  expect((await proxy.post(`/v1/appointments/${booked.body.id}/cancel`, { reason: 'other' })).status).toBe(403)
})

test.each(['proxy', 'patient'] as const)(
  'a %s who acts for another can do what the right allows, however they sign in',
  async (kind) => {
    const two = await twoPeople()
    const booked = await book(two, day(8, '10:00'), { reason: 'between us' })
    const { client: other, allow, end } = await hospital.addActor(kind, two.patient.id, ['schedule', 'visit', 'record'])
    const asOther = { ...two, client: other }
    const path = `/v1/appointments/${booked.body.id}`
    const listed = async () => (await other.get('/v1/appointments')).body.items
    const search = () => {
      const { visitTypeId } = booked.body
      const [from, to] = [day(8, '12:00'), day(8, '13:00')]
      return other.get(`/v1/slots?${new URLSearchParams({ visitTypeId, from, to, patientId: two.patient.id })}`)
    }
    expect((await other.get(path)).body.reason).toBe('between us')

    await allow(['schedule'])
    const forScheduling = await other.get(path)
    expect(forScheduling.body).toMatchObject({ id: booked.body.id, start: booked.body.start })
    expect([forScheduling, ...(await listed())].some((shown) => 'reason' in (shown.body ?? shown))).toBe(false)
    expect((await search()).status).toBe(200)

    await allow(['visit'])
    expect((await other.get(path)).status).toBe(200)
    expect((await search()).status).toBe(403)
    expect((await hold(asOther, day(8, '12:00'))).status).toBe(403)
    expect((await other.post(`${path}/cancel`, { reason: 'other' })).status).toBe(403)

    await end()
    expect((await other.get(path)).status).toBe(404)
    expect((await other.get(`${path}/calendar`)).status).toBe(404)
    expect((await other.get(`/v1/appointments?patientId=${two.patient.id}`)).status).toBe(404)
    expect(await listed()).toEqual([])
  },
)
