import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

type Schemas = components['schemas']

let hospital: SchedulingHospital
beforeAll(async () => {
  hospital = withSchedulingVerbs(await createTestHospital({ engine: 'postgres' }))
})
afterAll(() => hospital.stop())
beforeEach(() => hospital.clock.set(hospitalOpensAt))

const typeId = (code = 'urgent-care-visit'): string => {
  const type = hospital.types.get(code)
  if (!type) throw new Error(`no pack has a visit type ${code}`)
  return type.id
}
type Waiting = Awaited<ReturnType<SchedulingHospital['addPatient']>>

const signIn = ({ patient }: Waiting) => hospital.as('patient', { personId: patient.id })
const ask = async (who: Waiting, more: object = {}) =>
  (await signIn(who)).post('/v1/on-demand', { patientId: who.patient.id, visitTypeId: typeId(), ...more })
const asked = async (who: Waiting, more: object = {}): Promise<Schemas['OnDemandRequest']> =>
  (await answered(ask(who, more), 201)) as never
/** States with a practitioner: elsewhere a request is refused. */
const licensed = new Set<string>()
/** A patient in a state of their own, so that tests do not share a line. */
const waiting = async (state: string, more: object = {}) => {
  if (!licensed.has(state)) await clinician(state)
  const who = await hospital.addPatient({ state })
  return { who, request: await asked(who, more) }
}
/** A practitioner of urgent care who is licensed in this state, and their session. */
const clinician = async (state: string, change: Partial<Schemas['CreatePractitioner']> = {}) => {
  licensed.add(state)
  const practitioner = await hospital.addPractitioner({
    specialties: ['urgent-care'],
    licenses: [{ state, number: 'X-1', kind: 'full', status: 'active', expiresOn: '2028-12-31' }],
    ...change,
  })
  const { id: practitionerId } = practitioner
  const as = () => hospital.as('practitioner', { practitionerId })
  return {
    practitioner,
    as,
    take: async ({ id }: Pick<Schemas['OnDemandRequest'], 'id'>) => (await as()).post(`/v1/on-demand/${id}/take`),
    list: async (): Promise<Schemas['OnDemandRequest'][]> =>
      (await answered((await as()).get('/v1/on-demand'), 200)).items,
  }
}
const read = async (
  who: Waiting,
  { id }: Pick<Schemas['OnDemandRequest'], 'id'>,
): Promise<Schemas['OnDemandRequest']> => (await answered((await signIn(who)).get(`/v1/on-demand/${id}`), 200)) as never

describe('the line', () => {
  test('is first come, first served, and moves on when a request is taken', async () => {
    const doctor = await clinician('OH')
    const [first, second] = [await waiting('OH', { reason: 'A cough since Sunday' }), await waiting('OH')]
    expect(first.request).toMatchObject({
      status: 'waiting',
      position: 1,
      state: 'OH',
      renewBy: '2026-11-25T15:05:00Z',
    })
    expect(second.request.position).toBe(2)
    expect(await doctor.list()).toMatchObject([
      { id: first.request.id, reason: 'A cough since Sunday', patient: { id: first.who.patient.id } },
      { id: second.request.id },
    ])

    hospital.clock.set('2026-11-25T15:02:10Z')
    await hospital.settle()
    const before = hospital.live.delivered.length
    const appointment = await answered(doctor.take(first.request), 200)
    expect(appointment).toMatchObject({
      ...{
        start: '2026-11-25T15:05:00Z',
        end: '2026-11-25T15:20:00Z',
        status: 'booked',
        reason: 'A cough since Sunday',
      },
      practitioner: { id: doctor.practitioner.id },
    })
    await hospital.settle()
    const messages = hospital.live.delivered.slice(before)
    expect(messages.find(({ type }) => type === 'on-demand.changed')).toMatchObject({
      ids: { requestId: first.request.id, patientId: first.who.patient.id },
      audience: [`patient:${first.who.patient.id}`, 'role:practitioner'],
    })
    expect(await read(first.who, first.request)).toMatchObject({ status: 'taken', appointmentId: appointment.id })
    const visits = await answered((await signIn(first.who)).get('/v1/appointments'), 200)
    expect(visits.items).toMatchObject([{ id: appointment.id, status: 'booked' }])
    expect(await read(second.who, second.request)).toMatchObject({ status: 'waiting', position: 1 })
  })

  test('estimates the wait from the pace of the last hours, when it is known', async () => {
    const people = [await waiting('MI'), await waiting('MI'), await waiting('MI'), await waiting('MI')] as const
    expect(people[0].request.estimatedMinutes).toBeUndefined()
    await answered((await clinician('MI')).take(people[0].request), 200)
    expect((await read(people[3].who, people[3].request)).estimatedMinutes).toBeUndefined()
    hospital.clock.set('2026-11-25T15:04:00Z')
    await answered((await clinician('MI')).take(people[1].request), 200)
    // Two in four minutes: two minutes each.
    expect(await read(people[3].who, people[3].request)).toMatchObject({ position: 2, estimatedMinutes: 4 })
  })

  test('shows practitioners what they can take: specialty, license and language', async () => {
    const inState = await waiting('PA')
    await clinician('NJ', { languages: ['es-MX', 'en'] })
    const ids = async (one: Awaited<ReturnType<typeof clinician>>) => (await one.list()).map(({ id }) => id)
    expect(await ids(await clinician('PA'))).toEqual([inState.request.id])
    expect(await ids(await clinician('WA'))).toEqual([])
    expect(await ids(await clinician('PA', { specialties: ['cardiology'] }))).toEqual([])
    const expired = { state: 'PA', number: 'X-1', kind: 'full', status: 'active', expiresOn: '2026-11-01' } as const
    expect(await ids(await clinician('PA', { licenses: [expired] }))).toEqual([])
    const fresh = await hospital.addPatient({ state: 'NJ' })
    const inSpanish = await asked(fresh, { language: 'es' })
    expect(await ids(await clinician('NJ'))).not.toContain(inSpanish.id)
    expect(await ids(await clinician('NJ', { languages: ['es'] }))).toContain(inSpanish.id)
    const refused = await (await clinician('WA')).take(inState.request)
    expect(refused.body).toMatchObject({ status: 409, code: 'not_licensed' })
  })
})

describe('a page that was reloaded', () => {
  const own = async (client: SignedInClient): Promise<Schemas['OnDemandRequest'][]> =>
    (await answered(client.get('/v1/own-on-demand'), 200)).items

  test('reads its place while it waits, and for minutes that it was taken; then it is not listed', async () => {
    const doctor = await clinician('VT')
    await waiting('VT')
    const { who, request } = await waiting('VT', { reason: 'A cough since Sunday' })
    const client = await signIn(who)
    expect(await own(client)).toMatchObject([
      { id: request.id, status: 'waiting', position: 2, reason: 'A cough since Sunday' },
    ])
    hospital.clock.set('2026-11-25T15:04:00Z')
    const appointment = await answered(doctor.take(request), 200)
    hospital.clock.set('2026-11-25T15:08:59Z')
    expect(await own(await signIn(who))).toMatchObject([
      { id: request.id, status: 'taken', appointmentId: appointment.id },
    ])
    hospital.clock.set('2026-11-25T15:09:00Z')
    expect(await own(await signIn(who))).toEqual([])
  })

  test('of a visit that was cancelled lists nothing: the patient can ask again at once', async () => {
    const doctor = await clinician('RI')
    const { who, request } = await waiting('RI')
    const { id } = await answered(doctor.take(request), 200)
    expect(await own(await signIn(who))).toHaveLength(1)
    await answered((await doctor.as()).post(`/v1/appointments/${id}/cancel`, { reason: 'other' }), 200)
    expect(await own(await signIn(who))).toEqual([])
    expect((await asked(who)).status).toBe('waiting')
  })

  test('of one that left, or was gone too long, lists nothing', async () => {
    const [left, gone] = [await waiting('NH'), await waiting('NH')]
    await (await signIn(left.who)).delete(`/v1/on-demand/${left.request.id}`)
    expect(await own(await signIn(left.who))).toEqual([])
    hospital.clock.set('2026-11-25T15:04:59Z')
    expect(await own(await signIn(gone.who))).toHaveLength(1)
    hospital.clock.set('2026-11-25T15:05:00Z')
    expect(await own(await signIn(gone.who))).toEqual([])
  })

  test('with those that are over, for a copy of the record', async () => {
    const { who, request } = await waiting('VT')
    const client = await signIn(who)
    expect((await client.delete(`/v1/on-demand/${request.id}`)).status).toBe(204)
    expect(await own(client)).toEqual([])
    const { items } = await answered(client.get('/v1/own-on-demand?past=true'), 200)
    expect(items).toMatchObject([{ id: request.id, status: 'cancelled' }])
  })

  test('lists those of the people for whom its person books, page by page, and of no one else', async () => {
    const first = await waiting('ME', { reason: 'A private matter' })
    const second = await waiting('ME')
    const proxy = await hospital.addActor('proxy', first.who.patient.id, ['schedule'])
    const listed = await own(proxy.client)
    expect(listed.map(({ id }) => id)).toEqual([first.request.id])
    expect(listed[0]?.reason).toBeUndefined()
    await proxy.allow(['record'])
    expect(await own(proxy.client)).toEqual([])
    const parent = await hospital.addActor('patient', first.who.patient.id, ['schedule'])
    await answered(parent.client.get('/v1/own-on-demand?limit=1'), 200)
    expect((await own(await signIn(second.who))).map(({ id }) => id)).toEqual([second.request.id])
    expect(await own(await hospital.as('front-desk'))).toEqual([])
  })
})

describe('of requests at the same moment', () => {
  test('of twenty practitioners, one takes a request', async () => {
    const { who, request } = await waiting('TX')
    const doctors = await Promise.all(Array.from({ length: 20 }, () => clinician('TX')))
    const answers = await Promise.all(doctors.map((doctor) => doctor.take(request)))
    expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 19 }, () => 'request_ended'),
    ])
    expect((await answered((await signIn(who)).get('/v1/appointments'), 200)).items).toHaveLength(1)
  })

  test('one practitioner takes one: their time is taken, and the other patients wait on', async () => {
    const doctor = await clinician('FL')
    const people = await Promise.all(Array.from({ length: 5 }, () => waiting('FL')))
    const answers = await Promise.all(people.map(({ request }) => doctor.take(request)))
    expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
      200,
      ...Array.from({ length: 4 }, () => 'practitioner_busy'),
    ])
    expect(await doctor.list()).toHaveLength(4)
    hospital.clock.set('2026-11-25T15:04:00Z')
    expect((await doctor.take((await doctor.list())[0]!)).body.code).toBe('practitioner_busy')
    for (const { who, request } of people)
      if ((await read(who, request)).status === 'waiting')
        await answered((await signIn(who)).post(`/v1/on-demand/${request.id}/renew`), 200)
    hospital.clock.set('2026-11-25T15:08:00Z')
    // Fifteen minutes from three o’clock, and five after them, end at twenty past.
    expect((await doctor.take((await doctor.list())[0]!)).body.code).toBe('practitioner_busy')
  })

  test('a patient has one request', async () => {
    await clinician('GA')
    const who = await hospital.addPatient({ state: 'GA' })
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(who)))
    expect(answers.map(({ status, body }) => body.code ?? status).toSorted()).toEqual([
      201,
      ...Array.from({ length: 4 }, () => 'already_requested'),
    ])
  })
})

describe('a request ends', () => {
  test('when the patient leaves', async () => {
    const doctor = await clinician('IN')
    const { who, request } = await waiting('IN')
    for (let times = 0; times < 2; times++)
      expect((await (await signIn(who)).delete(`/v1/on-demand/${request.id}`)).status).toBe(204)
    expect(await doctor.list()).toEqual([])
    expect((await doctor.take(request)).body.code).toBe('request_ended')
    expect((await asked(who)).position).toBe(1)
  })

  test('when it is not renewed', async () => {
    const doctor = await clinician('IL')
    const { who, request } = await waiting('IL')
    const gone = await waiting('IL')
    hospital.clock.set('2026-11-25T15:04:59Z')
    const renewed = await answered((await signIn(who)).post(`/v1/on-demand/${request.id}/renew`), 200)
    expect(renewed.renewBy).toBe('2026-11-25T15:09:59Z')
    hospital.clock.set('2026-11-25T15:05:00Z')
    expect((await doctor.list()).map(({ id }) => id)).toEqual([request.id])
    expect((await doctor.take(gone.request)).body.code).toBe('request_ended')
    await hospital.runJob('scheduling.expire-on-demand')
    expect((await read(gone.who, gone.request)).status).toBe('expired')
    expect((await read(who, request)).status).toBe('waiting')
    const late = await (await signIn(gone.who)).post(`/v1/on-demand/${gone.request.id}/renew`)
    expect(late.body.code).toBe('request_ended')
  })
})

describe('a request is refused', () => {
  test('for a visit type without it, a state without a license, another age, and without the scope', async () => {
    await clinician('NY')
    const who = await hospital.addPatient()
    expect((await ask(who, { visitTypeId: typeId('cardiology-visit') })).body.code).toBe('slot_unavailable')
    expect((await ask(who, { state: 'HI' })).body.code).toBe('not_licensed')
    expect((await ask(who, { state: 'ZZ' })).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/state' }],
    })
    const { client } = await hospital.addActor('proxy', who.patient.id, ['record'])
    const body = { patientId: who.patient.id, visitTypeId: typeId() }
    expect((await client.post('/v1/on-demand', body)).body.code).toBe('outside_proxy_scope')
    const scheduler = await hospital.addActor('proxy', who.patient.id, ['schedule'])
    const { id } = await asked(who, { reason: 'A private matter' })
    const seen = await answered(scheduler.client.get(`/v1/on-demand/${id}`), 200)
    expect(seen.reason).toBeUndefined()
    expect((await (await hospital.as('front-desk')).get('/v1/on-demand')).status).toBe(403)
  })

  test('is stored encrypted: no reason in the events or in the row', async () => {
    await clinician('KY')
    const { request } = await waiting('KY', { reason: 'Zaunkoenig' })
    const text = await hospital.keep('scheduling', async ({ tx }) => {
      const { rows } = await sql<{ text: string }>`
        select row_to_json(request)::text as text from scheduling.on_demand_requests as request
        where id = ${request.id}::uuid`.execute(tx)
      return rows[0]?.text ?? ''
    })
    expect(text).toContain(request.patientId)
    expect(text).not.toContain(Buffer.from('Zaunkoenig').toString('hex'))
    expect(text).not.toContain('Zaunkoenig')
  })
})
