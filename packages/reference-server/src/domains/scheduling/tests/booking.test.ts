import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

describe.each(domainEngines)('booking on %s', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { twoPeople, hold, book, startsOf } = actsAt(() => hospital)

  test('a patient finds a time, holds it, books it and sees it; no one else is offered it in the meantime', async () => {
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
    expect(await startsOf(two, start, day(1, '17:00'))).toContain(start)
    const other = { ...(await hospital.addPatient()), practitioner: two.practitioner }
    expect(await startsOf(other, start, day(1, '17:00'))).not.toContain(start)

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

  test('the reason for the visit is encrypted: database and events contain no word of it', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(1, '16:00'), { reason: 'Unmistakable words' })
    await hospital.keep('scheduling', async ({ tx }) => {
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
    const rows = (await hospital.accessRows({ patientId: two.patient.id })).map(({ operation, action, outcome }) => [
      operation,
      action,
      outcome,
    ])
    expect(rows).toEqual([
      ['holdSlot', 'create', 'done'],
      ['bookAppointment', 'create', 'done'],
      ['getAppointment', 'read', 'done'],
      ['listAppointments', 'search', 'done'],
    ])
    const stranger = (await hospital.addPatient()).client
    expect((await stranger.get(`/v1/appointments/${booked.body.id}`)).status).toBe(404)
    const refused = await hospital.accessRows({ operation: 'getAppointment' })
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
    expect(new Set(answers.map((response) => response.body.id)).size).toBe(1)
    expect((await two.client.get('/v1/appointments')).body.items).toHaveLength(1)
  })

  test('a patient cannot book for someone else, nor with a hold for another patient', async () => {
    const [one, other] = [await twoPeople(), await hospital.addPatient()]
    expect((await hold(one, day(2, '21:00'), { patientId: other.patient.id })).status).toBe(404)
    const held = await hold(one, day(2, '21:00'))
    expect(
      (await one.client.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })).status,
    ).toBe(404)
    const desk = await hospital.as('front-desk')
    const response = await desk.post('/v1/appointments', { holdId: held.body.id, patientId: other.patient.id })
    expect([response.status, response.body.code]).toEqual([409, 'slot_unavailable'])
  })

  test('the calendar file is given to the patient and recorded as an export', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(7, '10:00'), { reason: 'Palpitations' })
    const file = await two.client.get(`/v1/appointments/${booked.body.id}/calendar`, {
      headers: { 'accept-language': 'es' },
    })
    expect(file.status).toBe(200)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.body).toContain('SUMMARY:Cita con Lakeside Health')
    expect(file.body).not.toMatch(/cardio|palpitations|Dr\./i)
    const rows = await hospital.accessRows({ patientId: two.patient.id, operation: 'getAppointmentCalendar' })
    expect(rows).toMatchObject([{ action: 'export', outcome: 'done', entityId: booked.body.id }])
    const stranger = (await hospital.addPatient()).client
    expect((await stranger.get(`/v1/appointments/${booked.body.id}/calendar`)).status).toBe(404)
  })

  test('a list is paged in the order of time, by patient, practitioner, window and status', async () => {
    const two = await twoPeople()
    const times = ['10:00', '11:00', '12:00', '13:00', '14:00']
    for (const time of times) await book(two, day(8, time))
    const listed = async (sort: string): Promise<string[]> => {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { body: { items: { start: string }[]; nextCursor: string | null } } = await two.client.get(
          `/v1/appointments?limit=2&sort=${sort}${cursor && `&cursor=${cursor}`}`,
        )
        seen.push(...page.body.items.map(({ start }) => start))
        cursor = page.body.nextCursor
      }
      return seen
    }
    const starts = times.map((time) => day(8, time))
    expect(await listed('start')).toEqual(starts)
    expect(await listed('-start')).toEqual(starts.toReversed())

    const clinician = await hospital.as('practitioner', { practitionerId: two.practitioner.id })
    const window = new URLSearchParams({
      practitionerId: two.practitioner.id,
      from: day(8, '11:00'),
      to: day(8, '13:00'),
      status: 'booked',
    })
    const day8 = await clinician.get(`/v1/appointments?${window}`)
    expect(day8.body.items.map((item: { start: string }) => item.start)).toEqual([day(8, '11:00'), day(8, '12:00')])
    expect(day8.body.items[0].patient.id).toBe(two.patient.id)

    const stranger = (await hospital.addPatient()).client
    expect((await stranger.get(`/v1/appointments?practitionerId=${two.practitioner.id}`)).body.items).toEqual([])
    expect((await stranger.get(`/v1/appointments?patientId=${two.patient.id}`)).status).toBe(404)
    expect((await two.client.get('/v1/appointments?cursor=nonsense')).body.code).toBe('cursor_invalid')
  })

  test('unknown ids, ids of another organization and malformed ids get the same response', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(9, '10:00'))
    const elsewhere = await hospital.as('front-desk', { organizationId: newId() })
    expect((await elsewhere.get(`/v1/appointments/${booked.body.id}`)).status).toBe(404)
    for (const id of [newId(), 'appointment', '__proto__']) {
      const response = await two.client.get(`/v1/appointments/${id}`)
      expect([id, response.status, response.body.code]).toEqual([id, 404, 'not_found'])
    }
  })

  test('the practitioner of a past appointment is still named after they have left', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(9, '10:00'))
    const administrator = await hospital.as('administrator')
    const { id, version } = two.practitioner
    await answered(administrator.patch(`/v1/practitioners/${id}`, { active: false, version, affected: 1 }), 200)
    const read = await two.client.get(`/v1/appointments/${booked.body.id}`)
    expect(read.body.practitioner.id).toBe(two.practitioner.id)
    // Calendars are refreshed after a second.
    const { visitTypeId } = booked.body
    const query = { visitTypeId, practitionerId: id, from: day(10, '10:00'), to: day(10, '12:00') }
    const search = async () => (await two.client.get(`/v1/slots?${new URLSearchParams(query)}`)).status
    await expect.poll(search, { timeout: 10_000 }).toBe(404)
  })
})
