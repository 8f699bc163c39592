import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { checkInBody, withVisitVerbs } from '../../visits/tests/hospital.testing.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

type Mode = components['schemas']['BookingMode']
const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const hours = 3_600_000

describe.each(domainEngines)('booking modes, on %s:', (engine) => {
  let hospital: SchedulingHospital
  let types: Record<Mode, string>
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
    const administrator = await hospital.as('administrator')
    const { id: _, active: __, version: ___, ...like } = hospital.types.get('cardiology-follow-up')!
    const create = async (mode: Mode): Promise<string> => {
      const body = { ...like, code: `follow-up-${mode}`, bookingMode: mode, minimumNoticeMinutes: 60 }
      const created = await answered(administrator.post('/v1/visit-types', body), 201)
      expect(created.bookingMode).toBe(mode)
      return created.id
    }
    types = { instant: await create('instant'), request: await create('request'), view: await create('view') }
  })
  afterAll(() => hospital.stop())
  const { twoPeople, hold } = actsAt(() => hospital)

  const request = async (two: TwoPeople, start: string, more: object = {}): Promise<TestResponse> => {
    const held = await answered(hold(two, start, { visitTypeId: types.request }), 201)
    return two.client.post('/v1/appointments', { holdId: held.id, patientId: two.patient.id, ...more })
  }
  const atDesk = async (two: TwoPeople): Promise<TwoPeople> => ({ ...two, client: await hospital.as('front-desk') })
  const statusOf = async ({ client }: TwoPeople, id: string): Promise<string> =>
    (await client.get(`/v1/appointments/${id}`)).body.status
  const eventTypes = async (appointmentId: string): Promise<string[]> => {
    const { rows } = await sql<{ type: string }>`select type from platform.outbox
      where type like 'scheduling.appointment%' and data ->> 'appointmentId' = ${appointmentId} order by id`.execute(
      hospital.platform.database.owner(),
    )
    return rows.map(({ type }) => type.replace('scheduling.appointment-', ''))
  }

  test('types from before there were modes, and those of the packs, are booked at once', async () => {
    const { id } = hospital.types.get('cardiology-visit')!
    await sql`update scheduling.visit_types set definition = definition - 'bookingMode', xid = pg_current_xact_id(),
      version = version + 1 where id = ${id}::uuid`.execute(hospital.platform.database.owner())
    const administrator = await hospital.as('administrator')
    const { items } = (await administrator.get('/v1/visit-types?limit=100')).body
    const modeOf = new Map(items.map((type: components['schemas']['VisitType']) => [type.id, type.bookingMode]))
    expect([id, hospital.types.get('cardiology-follow-up')!.id, types.view].map((each) => modeOf.get(each))).toEqual([
      'instant',
      'instant',
      'view',
    ])
    const { version } = items.find((type: { id: string }) => type.id === types.instant)
    const path = `/v1/visit-types/${types.instant}`
    expect((await administrator.patch(path, { bookingMode: 'request', version })).body.bookingMode).toBe('request')
  })

  test('times that are only shown are refused to patients with what to do, and booked by staff', async () => {
    const two = await twoPeople()
    const query = new URLSearchParams({ visitTypeId: types.view, from: day(1, '15:00'), to: day(1, '16:00') })
    expect((await answered(two.client.get(`/v1/slots?${query}`), 200)).items.length).toBeGreaterThan(0)
    const proxy = await hospital.addActor('proxy', two.patient.id, ['schedule'])
    for (const client of [two.client, proxy.client]) {
      const refused = await hold({ ...two, client }, day(1, '15:00'), { visitTypeId: types.view })
      expect([refused.status, refused.body.code]).toEqual([409, 'call_to_book'])
      expect(refused.body.detail).toContain('Call the clinic')
    }
    const desk = await atDesk(two)
    const held = await answered(hold(desk, day(1, '15:00'), { visitTypeId: types.view }), 201)
    const booked = await desk.client.post('/v1/appointments', { holdId: held.id, patientId: two.patient.id })
    expect(booked.body).toMatchObject({ status: 'booked' })
    // Nor can the patient move it to another time.
    const path = { visitTypeId: types.view, appointmentId: booked.body.id }
    expect(outcome(await hold(two, day(1, '17:00'), path))).toBe('call_to_book')
  })

  test('a request reserves the time, is not booked, and cannot be checked in', async () => {
    const two = await twoPeople()
    const requested = await request(two, day(1, '15:00'), { reason: 'Palpitations' })
    expect(requested.body).toMatchObject({ status: 'requested', answerBy: day(1, '14:00'), reason: 'Palpitations' })
    const other = { ...two, ...(await hospital.addPatient()) }
    expect(outcome(await hold(other, day(1, '15:00'), { visitTypeId: types.request }))).toBe('slot_taken')
    const elsewhere = { ...two, practitioner: await hospital.addPractitioner() }
    expect(outcome(await hold(elsewhere, day(1, '15:00')))).toBe('patient_busy')
    expect(await eventTypes(requested.body.id)).toEqual(['requested'])
    await withVisitVerbs(hospital).grant({ role: 'patient', personId: two.patient.id, patientIds: [two.patient.id] })
    const path = `/v1/appointments/${requested.body.id}`
    expect(outcome(await two.client.post(`${path}/check-in`, checkInBody('NY')))).toBe('check_in_not_allowed')
    const moved = { visitTypeId: types.request, appointmentId: requested.body.id }
    expect(outcome(await hold(await atDesk(two), day(1, '17:00'), moved))).toBe('not_changeable')
    expect((await two.client.get(`${path}/calendar`)).body).toContain('STATUS:TENTATIVE')
  })

  test('an approved request is booked: only then do the events of a booking follow', async () => {
    const two = await twoPeople()
    const { id } = (await request(two, day(2, '15:00'))).body
    const desk = await atDesk(two)
    const path = `/v1/appointments/${id}`
    expect(outcome(await two.client.post(`${path}/approve`))).toBe('forbidden')
    const approved = await desk.client.post(`${path}/approve`)
    expect(approved.body).toMatchObject({ status: 'booked', version: 2 })
    expect(approved.body).not.toHaveProperty('answerBy')
    expect(await statusOf(two, id)).toBe('booked')
    expect(await eventTypes(id)).toEqual(['requested', 'approved', 'booked'])
    expect(outcome(await desk.client.post(`${path}/approve`))).toBe('not_requested')
    expect(outcome(await desk.client.post(`${path}/decline`, { reason: 'other' }))).toBe('not_requested')
    // The patient agreed on this time with the clinic, and moves it with the clinic.
    const move = { visitTypeId: types.request, appointmentId: id }
    expect(outcome(await hold(two, day(2, '17:00'), move))).toBe('call_to_book')
  })

  test('a declined request frees the time, for the patient too', async () => {
    const two = await twoPeople()
    const { id } = (await request(two, day(3, '15:00'))).body
    const practitioner = await hospital.as('practitioner', { practitionerId: two.practitioner.id })
    const declined = await practitioner.post(`/v1/appointments/${id}/decline`, { reason: 'not-suitable' })
    expect(declined.body).toMatchObject({ status: 'cancelled' })
    expect(await eventTypes(id)).toEqual(['requested', 'declined'])
    expect(outcome(await request(two, day(3, '15:00')))).toBe(201)
  })

  test('of an approval and a withdrawal at the same moment, one counts', async () => {
    const two = await twoPeople()
    const desk = await atDesk(two)
    for (let round = 0; round < 5; round++) {
      const { id } = (await request(two, day(4, `1${round}:00`))).body
      const answers = await Promise.all([
        desk.client.post(`/v1/appointments/${id}/approve`),
        two.client.post(`/v1/appointments/${id}/cancel`, { reason: 'no-longer-needed' }),
      ])
      const [approved, cancelled] = answers.map(outcome)
      // Approved first, it can be cancelled in its time of grace.
      expect([
        [200, 200],
        ['not_requested', 200],
      ]).toContainEqual([approved, cancelled])
      expect(await statusOf(two, id)).toBe('cancelled')
    }
  })

  test('a request counts as an open appointment, and staff book at once', async () => {
    const two = await twoPeople()
    const desk = await atDesk(two)
    const held = await answered(hold(desk, day(5, '15:00'), { visitTypeId: types.request }), 201)
    const booked = await desk.client.post('/v1/appointments', { holdId: held.id, patientId: two.patient.id })
    expect(booked.body.status).toBe('booked')
    for (const time of ['16:00', '17:00', '18:00', '19:00', '20:00'])
      expect(outcome(await request(two, day(5, time)))).toBe(201)
    expect(outcome(await hold(two, day(5, '21:00'), { visitTypeId: types.request }))).toBe('too_many_appointments')
  })

  test('times are offered for a request only if the clinic has time to answer', async () => {
    const two = await twoPeople()
    // One hour of notice, and two for the answer: the hospital opens at 15:00.
    const query = new URLSearchParams({ visitTypeId: types.request, from: day(0, '15:00'), to: day(0, '20:00') })
    const first = async ({ client }: TwoPeople): Promise<string> =>
      (await answered(client.get(`/v1/slots?${query}`), 200)).items[0].start
    expect(await first(two)).toBe(day(0, '18:00'))
    expect(await first(await atDesk(two))).toBe(day(0, '16:00'))
    expect(outcome(await hold(two, day(0, '17:00'), { visitTypeId: types.request }))).toBe('notice_too_short')
  })

  test('an unanswered request is declined after a day, and never later than its notice', async () => {
    const two = await twoPeople()
    const [near, far] = [(await request(two, day(0, '20:00'))).body, (await request(two, day(8, '15:00'))).body]
    expect([near.answerBy, far.answerBy]).toEqual([day(0, '19:00'), day(1, '15:00')])
    const run = (at: string, plus = 0): Promise<void> =>
      hospital.runJob('scheduling.decline-unanswered-requests', new Date(Date.parse(at) + plus))
    await run(near.answerBy, -1)
    expect(await statusOf(two, near.id)).toBe('requested')
    await run(near.answerBy)
    expect([await statusOf(two, near.id), await statusOf(two, far.id)]).toEqual(['cancelled', 'requested'])
    await run(day(0, '15:00'), 24 * hours)
    expect(await statusOf(two, far.id)).toBe('cancelled')
    const declined = (await eventsOf(hospital, 'scheduling.appointment-declined')).flatMap(({ patientId, reason }) =>
      patientId === two.patient.id ? [reason] : [],
    )
    expect(declined).toEqual(['not-answered', 'not-answered'])
    expect(outcome(await request(two, day(0, '20:00')))).toBe(201)
  })

  test('the front desk has a task until the request is answered or withdrawn', async () => {
    const desk = await hospital.as('front-desk')
    const open = async (id: string) =>
      (await desk.get('/v1/tasks?limit=100')).body.items.filter(
        ({ source }: { source?: { id: string } }) => source?.id === id,
      )
    const two = await twoPeople()
    const answers = [
      (path: string) => desk.post(`${path}/approve`),
      (path: string) => desk.post(`${path}/decline`, { reason: 'practitioner-unavailable' }),
      (path: string) => two.client.post(`${path}/cancel`, { reason: 'no-longer-needed' }),
    ]
    for (const [index, answer] of answers.entries()) {
      const { id, answerBy } = (await request(two, day(6 + index, '15:00'))).body
      await hospital.settle()
      const [task, ...more] = await open(id)
      expect(more).toEqual([])
      expect(task).toMatchObject({ kind: 'answer-request', assigneeRole: 'front-desk', status: 'open' })
      expect(Date.parse(task.dueAt)).toBeLessThanOrEqual(Date.parse(answerBy))
      expect(outcome(await answer(`/v1/appointments/${id}`))).toBe(200)
      await hospital.settle()
      expect(await open(id)).toEqual([])
    }
  })
})
