import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/database/new-id.ts'
import { startClinic, clinicOpensAt, type TestClinic } from './testing.ts'

const day = (offset: number, time: string): string =>
  `${new Date(Date.parse(clinicOpensAt) + offset * 86_400_000).toISOString().slice(0, 10)}T${time}:00Z`

describe.each(['pglite', 'postgres'] as const)('booking on %s', (engine) => {
  let clinic: TestClinic
  beforeAll(async () => {
    clinic = await startClinic(engine)
  })
  afterAll(() => clinic.server.stop())

  const typeId = (code = 'cardiology-follow-up'): string => clinic.types.get(code)!.id
  /** A practitioner and a patient who have never met anyone else. */
  const twoPeople = async () => ({ practitioner: await clinic.addPractitioner(), ...(await clinic.addPatient()) })
  type Two = Awaited<ReturnType<typeof twoPeople>>
  const hold = ({ client, practitioner, patient }: Two, start: string, more: object = {}) =>
    client.post('/v1/holds', {
      visitTypeId: typeId(),
      start,
      practitionerId: practitioner.id,
      patientId: patient.id,
      ...more,
    })
  const book = async (two: Two, start: string, more: object = {}) => {
    const held = await hold(two, start)
    expect(held.status, JSON.stringify(held.body)).toBe(201)
    return two.client.post('/v1/appointments', { holdId: held.body.id, patientId: two.patient.id, ...more })
  }
  const startsOf = async (
    { client, practitioner }: Pick<Two, 'client' | 'practitioner'>,
    from: string,
    to: string,
  ): Promise<string[]> => {
    const query = new URLSearchParams({ visitTypeId: typeId(), from, to, practitionerId: practitioner.id })
    const answer = await client.get(`/v1/slots?${query}`)
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body.items.map((slot: { start: string }) => slot.start)
  }

  test('a patient finds a time, holds it, books it and sees it; nobody else is offered it meanwhile', async () => {
    const two = await twoPeople()
    const start = day(1, '16:00')
    expect(await startsOf(two, start, day(1, '17:00'))).toContain(start)

    const held = await hold(two, start)
    expect(held.body).toMatchObject({
      start,
      end: day(1, '16:20'),
      expiresAt: '2026-11-25T15:05:00Z',
      renewalsLeft: 2,
      patientId: two.patient.id,
    })
    expect(await startsOf(two, start, day(1, '17:00'))).not.toContain(start)

    const booked = await two.client.post('/v1/appointments', {
      holdId: held.body.id,
      patientId: two.patient.id,
      reason: 'My chest feels tight on stairs',
      language: 'en',
    })
    expect(booked.status, JSON.stringify(booked.body)).toBe(201)
    expect(booked.body).toMatchObject({
      patientId: two.patient.id,
      practitioner: { id: two.practitioner.id, states: ['NY'] },
      start,
      status: 'booked',
      reason: 'My chest feels tight on stairs',
      specialty: 'cardiology',
      requiredConsents: ['telehealth-treatment'],
      changeableUntil: day(0, '16:00'),
      checkInFrom: day(1, '15:30'),
      version: 1,
    })
    expect(booked.headers.get('location')).toBe(`/v1/appointments/${booked.body.id}`)

    const read = await two.client.get(`/v1/appointments/${booked.body.id}`)
    expect(read.body).toEqual(booked.body)
    const list = await two.client.get('/v1/appointments')
    expect(list.body).toEqual({ items: [booked.body], nextCursor: null })
  })

  test('the reason for the visit is sealed: the database and the events hold no word of it', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(1, '16:00'), { reason: 'Unmistakable words' })
    await clinic.server.keep('scheduling', async ({ tx }) => {
      const row = await tx
        .withTables<{ 'scheduling.appointments': { id: string; sealed: Uint8Array } }>()
        .selectFrom('scheduling.appointments')
        .selectAll()
        .where('id', '=', booked.body.id)
        .executeTakeFirstOrThrow()
      expect(JSON.stringify({ ...row, sealed: Buffer.from(row.sealed).toString('latin1') })).not.toContain(
        'Unmistakable',
      )
    })
  })

  test('every access is recorded: who booked, read and searched, for which patient, and who was refused', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(1, '16:00'))
    await two.client.get(`/v1/appointments/${booked.body.id}`)
    await two.client.get('/v1/appointments?limit=1')
    const rows = (await clinic.server.accessRows({ patientId: two.patient.id })).map(
      ({ operation, action, outcome }) => [operation, action, outcome],
    )
    expect(rows).toEqual([
      ['holdSlot', 'create', 'done'],
      ['bookAppointment', 'create', 'done'],
      ['getAppointment', 'read', 'done'],
      ['listAppointments', 'search', 'done'],
    ])
    const stranger = (await clinic.addPatient()).client
    expect((await stranger.get(`/v1/appointments/${booked.body.id}`)).status).toBe(404)
    const refused = await clinic.server.accessRows({ operation: 'getAppointment' })
    expect(refused.at(-1)).toMatchObject({
      outcome: 'refused',
      refusal: 'not_found',
      patientId: null,
      entityId: booked.body.id,
    })
  })

  test('a retry storm of one booking is one appointment', async () => {
    const two = await twoPeople()
    const held = await hold(two, day(1, '16:00'))
    const idempotencyKey = randomUUID()
    const body = { holdId: held.body.id, patientId: two.patient.id }
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => two.client.post('/v1/appointments', body, { idempotencyKey })),
    )
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect((await two.client.get('/v1/appointments')).body.items).toHaveLength(1)
  })

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
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
  })

  test('a hold is renewed, runs out, and is then given to someone else', async () => {
    const [one, other] = [await twoPeople(), await clinic.addPatient()]
    const second = { ...other, practitioner: one.practitioner }
    const start = day(2, '16:00')
    const held = await hold(one, start)
    clinic.server.clock.advance({ minutes: 4 })
    const renewed = await one.client.post(`/v1/holds/${held.body.id}/renew`)
    expect(renewed.body).toMatchObject({ renewalsLeft: 1, expiresAt: '2026-11-25T15:09:00Z' })
    clinic.server.clock.advance({ minutes: 4, seconds: 59 })
    expect((await hold(second, start)).body.code).toBe('slot_taken')
    clinic.server.clock.advance({ seconds: 1 })
    const taken = await hold(second, start)
    expect(taken.status).toBe(201)
    for (const late of [
      await one.client.post(`/v1/holds/${held.body.id}/renew`),
      await one.client.post('/v1/appointments', { holdId: held.body.id, patientId: one.patient.id }),
    ]) {
      expect(late.status).toBe(409)
      expect(late.body.code).toBe('hold_expired')
    }
    clinic.server.clock.set(clinicOpensAt)
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

  test("a hold is its holder's: nobody else may renew, release or book it; the front desk may", async () => {
    const [one, other] = [await twoPeople(), await clinic.addPatient()]
    const held = await hold(one, day(2, '20:00'), { patientId: undefined })
    expect(held.status).toBe(201)
    expect((await other.client.post(`/v1/holds/${held.body.id}/renew`)).status).toBe(404)
    expect((await other.client.delete(`/v1/holds/${held.body.id}`)).status).toBe(404)
    expect(
      (await other.client.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })).status,
    ).toBe(404)
    const desk = await clinic.server.as('front-desk')
    const booked = await desk.post('/v1/appointments', { holdId: held.body.id, patientId: one.patient.id })
    expect(booked.status, JSON.stringify(booked.body)).toBe(201)
    expect(booked.body.patient).toMatchObject({ id: one.patient.id })
  })

  test('a patient cannot book for someone else, nor with a hold placed for another patient', async () => {
    const [one, other] = [await twoPeople(), await clinic.addPatient()]
    expect((await hold(one, day(2, '21:00'), { patientId: other.patient.id })).status).toBe(404)
    const held = await hold(one, day(2, '21:00'))
    expect(
      (await one.client.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })).status,
    ).toBe(404)
    const desk = await clinic.server.as('front-desk')
    const answer = await desk.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })
    expect([answer.status, answer.body.code]).toEqual([409, 'slot_unavailable'])
  })

  test('a patient keeps at most three times at once, counted by holds that are still held', async () => {
    const two = await twoPeople()
    for (const time of ['10:00', '11:00', '12:00']) expect((await hold(two, day(3, time))).status).toBe(201)
    const fourth = await hold(two, day(3, '13:00'))
    expect([fourth.status, fourth.body.code]).toEqual([409, 'too_many_holds'])
    expect(await startsOf(two, day(3, '13:00'), day(3, '14:00'))).toContain(day(3, '13:00'))
  })

  test('age and licence are checked when the time is held, and again when it is booked', async () => {
    const { practitioner } = await twoPeople()
    const child = await clinic.addPatient({ birthDate: '2015-01-01' })
    const away = await clinic.addPatient({ state: 'CA' })
    const start = day(4, '10:00')
    expect((await hold({ ...child, practitioner }, start)).body.code).toBe('age_outside')
    expect((await hold({ ...away, practitioner }, start)).body.code).toBe('not_licensed')
    const held = await hold({ ...away, practitioner }, start, { patientId: undefined })
    const booked = await away.client.post('/v1/appointments', { holdId: held.body.id, patientId: away.patient.id })
    expect([booked.status, booked.body.code]).toEqual([409, 'not_licensed'])
  })

  test('times off the grid, outside the hours, too soon and too far ahead cannot be held', async () => {
    const two = {
      ...(await clinic.addPatient()),
      practitioner: await clinic.addPractitioner({}, { from: '09:00', to: '17:00' }),
    }
    for (const start of [
      day(4, '14:05'),
      day(4, '14:00').replace(':00Z', ':01Z'),
      day(4, '03:00'),
      day(0, '18:40'),
      day(181, '15:00'),
    ]) {
      const answer = await hold(two, start)
      expect([start, answer.status, answer.body.code]).toEqual([start, 409, 'slot_unavailable'])
    }
    expect((await hold(two, day(0, '19:00'))).status).toBe(201)
  })

  test('any practitioner: two people who ask for one time get one practitioner each, a third is told that it is taken', async () => {
    const code = 'behavioral-health-session'
    const [a, b] = [
      await clinic.addPractitioner({ specialties: ['behavioral-health'] }),
      await clinic.addPractitioner({ specialties: ['behavioral-health'] }),
    ]
    const people = await Promise.all([1, 2, 3].map(() => clinic.addPatient()))
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
    const cancel = () => two.client.post(`/v1/appointments/${booked.body.id}/cancel`, { because: 'no-longer-needed' })
    expect((await cancel()).body).toMatchObject({ status: 'cancelled', version: 2 })
    expect(await startsOf(two, start, day(6, '11:00'))).toContain(start)
    const again = await cancel()
    expect([again.status, again.body.code]).toEqual([409, 'not_changeable'])
  })

  test('inside the notice the patient is sent to the telephone and the front desk can still cancel', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(0, '20:00'))
    const cancel = { because: 'patient-request' }
    const late = await two.client.post(`/v1/appointments/${booked.body.id}/cancel`, cancel)
    expect([late.status, late.body.code]).toEqual([409, 'too_late_to_change'])
    const desk = await clinic.server.as('front-desk')
    expect((await desk.post(`/v1/appointments/${booked.body.id}/cancel`, cancel)).status).toBe(200)
  })

  test('a proxy whose right to schedule has ended can neither hold nor cancel', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(7, '10:00'))
    const proxy = await clinic.server.as('proxy', { personId: newId(), patientIds: [two.patient.id] })
    const asProxy = { ...two, client: proxy }
    expect((await hold(asProxy, day(7, '12:00'))).status).toBe(201)
    clinic.unscoped.add(proxy.caller.personId)
    expect((await hold(asProxy, day(7, '14:00'))).status).toBe(404)
    expect((await proxy.post(`/v1/appointments/${booked.body.id}/cancel`, { because: 'other' })).status).toBe(404)
  })

  test('the calendar file is handed out to the patient and recorded as an export', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(7, '10:00'), { reason: 'Palpitations' })
    const file = await two.client.get(`/v1/appointments/${booked.body.id}/calendar`, {
      headers: { 'accept-language': 'es' },
    })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.body).toContain('SUMMARY:Cita con Lakeside Health')
    expect(file.body).not.toMatch(/cardio|palpitations|Dr\./i)
    const rows = await clinic.server.accessRows({ patientId: two.patient.id, operation: 'getAppointmentCalendar' })
    expect(rows).toMatchObject([{ action: 'export', outcome: 'done', entityId: booked.body.id }])
    const stranger = (await clinic.addPatient()).client
    expect((await stranger.get(`/v1/appointments/${booked.body.id}/calendar`)).status).toBe(404)
  })

  test('a list is walked page by page in the order of time, by patient, practitioner, window and status', async () => {
    const two = await twoPeople()
    const times = ['10:00', '11:00', '12:00', '13:00', '14:00']
    for (const time of times) await book(two, day(8, time))
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { body: { items: { start: string }[]; nextCursor: string | null } } = await two.client.get(
        `/v1/appointments?limit=2${cursor && `&cursor=${cursor}`}`,
      )
      seen.push(...page.body.items.map(({ start }) => start))
      cursor = page.body.nextCursor
    }
    expect(seen).toEqual(times.map((time) => day(8, time)))

    const clinician = await clinic.server.as('practitioner', { practitionerId: two.practitioner.id })
    const window = new URLSearchParams({
      practitionerId: two.practitioner.id,
      from: day(8, '11:00'),
      to: day(8, '13:00'),
      status: 'booked',
    })
    const day8 = await clinician.get(`/v1/appointments?${window}`)
    expect(day8.body.items.map((item: { start: string }) => item.start)).toEqual([day(8, '11:00'), day(8, '12:00')])
    expect(day8.body.items[0].patient.id).toBe(two.patient.id)

    const stranger = (await clinic.addPatient()).client
    expect((await stranger.get(`/v1/appointments?practitionerId=${two.practitioner.id}`)).body.items).toEqual([])
    expect((await stranger.get(`/v1/appointments?patientId=${two.patient.id}`)).status).toBe(404)
    expect((await two.client.get('/v1/appointments?cursor=nonsense')).body.code).toBe('cursor_invalid')
  })

  test('ids that name nothing, another organization or no id at all are answered alike', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(9, '10:00'))
    const elsewhere = await clinic.server.as('front-desk', { organizationId: newId() })
    expect((await elsewhere.get(`/v1/appointments/${booked.body.id}`)).status).toBe(404)
    for (const id of [newId(), 'appointment', '__proto__']) {
      const answer = await two.client.get(`/v1/appointments/${id}`)
      expect([id, answer.status, answer.body.code]).toEqual([id, 404, 'not_found'])
    }
  })

  test('the practitioner of a past appointment is still named after they have left', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(9, '10:00'))
    clinic.changePractitioner(two.practitioner.id, { active: false })
    await new Promise((resolve) => setTimeout(resolve, 1_050))
    const read = await two.client.get(`/v1/appointments/${booked.body.id}`)
    expect(read.body.practitioner.id).toBe(two.practitioner.id)
    expect(await startsOf(two, day(10, '10:00'), day(10, '12:00'))).toEqual([])
  })
})
