import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)

describe.each(domainEngines)('who asks, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { typeId, twoPeople, hold, book, startsOf } = actsAt(() => hospital)
  const heldTimes = async ({ client }: Pick<TwoPeople, 'client'>): Promise<string[]> =>
    (await client.get('/v1/holds')).body.items.map(({ start }: { start: string }) => start.slice(11, 16))

  test('a patient changes their mind by one step, again and again: one hold, never in their own way', async () => {
    const two = await twoPeople()
    for (const time of ['15:20', '15:40', '15:20', '15:40', '16:00', '15:40']) {
      expect(outcome(await hold(two, day(1, time)))).toBe(201)
      expect(await startsOf(two, day(1, '15:00'), day(1, '16:20'))).toEqual(
        ['15:00', '15:20', '15:40', '16:00'].map((each) => day(1, each)),
      )
    }
    // 20 minutes and 10 more: each hold overlaps the one before.
    expect(await heldTimes(two)).toEqual(['15:40'])
    const other = { ...(await hospital.addPatient()), practitioner: two.practitioner }
    expect(await startsOf(other, day(1, '15:00'), day(1, '16:20'))).not.toContain(day(1, '15:40'))
    expect(outcome(await hold(other, day(1, '15:40')))).toBe('slot_taken')
  })

  test('a hold can replace another one that does not overlap', async () => {
    const two = await twoPeople()
    const first = await hold(two, day(1, '15:00'))
    expect(outcome(await hold(two, day(1, '18:00'), { replacesHoldId: first.body.id }))).toBe(201)
    expect(await heldTimes(two)).toEqual(['18:00'])
    // It has ended: there is nothing to replace, and nothing to refuse.
    expect(outcome(await hold(two, day(1, '19:00'), { replacesHoldId: first.body.id }))).toBe(201)
    expect(await heldTimes(two)).toEqual(['19:00', '18:00'])
  })

  test('a refused hold loses nothing: the one before is still there', async () => {
    const two = await twoPeople()
    const other = { ...(await hospital.addPatient()), practitioner: two.practitioner }
    expect(outcome(await hold(other, day(1, '16:00')))).toBe(201)
    const first = await hold(two, day(1, '15:00'))
    const refused = await hold(two, day(1, '16:00'), { replacesHoldId: first.body.id })
    expect(outcome(refused)).toBe('slot_taken')
    expect(refused.body.nearest).toHaveLength(3)
    expect(await heldTimes(two)).toEqual(['15:00'])
    const [start] = refused.body.nearest
    expect(outcome(await hold(two, start, { replacesHoldId: first.body.id }))).toBe(201)
    expect(await heldTimes(two)).toEqual([start.slice(11, 16)])
  })

  test('a hold for another patient is in the way, and so are two holds that one would overlap', async () => {
    const two = await twoPeople()
    const desk = await hospital.as('front-desk')
    const atDesk = { ...two, client: desk }
    const someone = { ...atDesk, patient: (await hospital.addPatient()).patient }
    expect(outcome(await hold(atDesk, day(1, '15:00')))).toBe(201)
    expect(outcome(await hold(someone, day(1, '15:00')))).toBe('held_by_you')
    expect(outcome(await hold(atDesk, day(1, '15:40')))).toBe(201)
    expect(outcome(await hold(atDesk, day(1, '15:20')))).toBe('held_by_you')
    expect(await heldTimes(atDesk)).toEqual(['15:40', '15:00'])
  })

  test('a hold for another patient can be replaced by name, over its own time', async () => {
    const two = await twoPeople()
    const desk = await hospital.as('front-desk')
    const atDesk = { ...two, client: desk }
    const someone = { ...atDesk, patient: (await hospital.addPatient()).patient }
    const first = await hold(atDesk, day(3, '15:00'))
    const second = await hold(someone, day(3, '15:00'), { replacesHoldId: first.body.id })
    expect(second.body).toMatchObject({ patientId: someone.patient.id, start: day(3, '15:00') })
    expect((await desk.get('/v1/holds')).body.items.map(({ id }: { id: string }) => id)).not.toContain(first.body.id)
  })

  test('a visit moves by one step, over its own old time, and the time between stays taken for others', async () => {
    const two = await twoPeople()
    const other = { ...(await hospital.addPatient()), practitioner: two.practitioner }
    const { body: booked } = await book(two, day(1, '16:00'))
    const query = { visitTypeId: typeId(), from: day(1, '15:40'), to: day(1, '16:40'), appointmentId: booked.id }
    const offered = await two.client.get(`/v1/slots?${new URLSearchParams(query)}`)
    expect(offered.body.items.map(({ start }: { start: string }) => start)).toEqual(
      ['15:40', '16:00', '16:20'].map((time) => day(1, time)),
    )
    const held = await hold(two, day(1, '16:20'), { appointmentId: booked.id })
    expect(held.body).toMatchObject({ appointmentId: booked.id })
    expect(outcome(await hold(other, day(1, '16:00')))).toBe('slot_taken')
    expect(outcome(await hold(other, day(1, '16:20')))).toBe('slot_taken')
    // It moves this appointment and books no other.
    const asNew = { holdId: held.body.id, patientId: two.patient.id }
    expect(outcome(await two.client.post('/v1/appointments', asNew))).toBe('slot_unavailable')
    const moved = await two.client.post(`/v1/appointments/${booked.id}/reschedule`, { holdId: held.body.id })
    expect(moved.body).toMatchObject({ start: day(1, '16:20'), version: 2 })
    expect(outcome(await hold(other, day(1, '15:40')))).toBe(201)
    const back = await hold(two, day(1, '16:00'), { appointmentId: booked.id })
    expect(outcome(back)).toBe('slot_taken')
    const overlapping = await hospital.keep('scheduling', ({ tx }) =>
      sql<{ count: number }>`select count(*)::integer as count from scheduling.busy as one join scheduling.busy as other
        on other.practitioner_id = one.practitioner_id and other.id > one.id and other.during && one.during
        where one.active and other.active and one.practitioner_id = ${two.practitioner.id}`.execute(tx),
    )
    expect(overlapping.rows[0]?.count).toBe(0)
  })

  test('only the patient of an appointment can be named when it moves, and only its visit type', async () => {
    const two = await twoPeople()
    const { body: booked } = await book(two, day(1, '16:00'))
    const someone = await hospital.addPatient()
    const pointer = async (change: object) =>
      (await hold(two, day(1, '17:00'), { appointmentId: booked.id, ...change })).body.errors?.[0].pointer
    expect(await pointer({ patientId: someone.patient.id })).toBe('/patientId')
    expect(await pointer({ visitTypeId: typeId('dermatology-visit') })).toBe('/visitTypeId')
    const query = { visitTypeId: typeId(), from: day(1, '15:00'), to: day(1, '16:00'), appointmentId: booked.id }
    const searched = await two.client.get(
      `/v1/slots?${new URLSearchParams({ ...query, patientId: someone.patient.id })}`,
    )
    expect(searched.body.errors[0].pointer).toBe('query:patientId')
    const asSomeone = { ...someone, practitioner: two.practitioner }
    expect(outcome(await hold(asSomeone, day(1, '17:00'), { appointmentId: booked.id }))).toBe('not_found')
  })

  test('a patient is in one place at a time: not offered, not held, not booked, not moved', async () => {
    const two = await twoPeople()
    const elsewhere = { ...two, practitioner: await hospital.addPractitioner() }
    // Held before the other visit is booked.
    const early = await hold(elsewhere, day(1, '16:00'))
    await book(two, day(1, '16:00'))
    const booking = { holdId: early.body.id, patientId: two.patient.id }
    expect(outcome(await two.client.post('/v1/appointments', booking))).toBe('patient_busy')
    const refused = await hold(elsewhere, day(1, '16:00'))
    expect([outcome(refused), refused.body.nearest]).toEqual([
      'patient_busy',
      ['15:20', '15:40', '16:20'].map((time) => day(1, time)),
    ])
    const query = { visitTypeId: typeId(), from: day(1, '15:40'), to: day(1, '16:40'), patientId: two.patient.id }
    const { items } = (await two.client.get(`/v1/slots?${new URLSearchParams(query)}`)).body
    expect(items.map(({ start }: { start: string }) => start)).not.toContain(day(1, '16:00'))
    const { body: later } = await book(elsewhere, day(1, '18:00'))
    expect(outcome(await hold(elsewhere, day(1, '16:00'), { appointmentId: later.id }))).toBe('patient_busy')
  })

  test('of two bookings of a patient for one time at the same moment, one is stored', async () => {
    const places = await Promise.all([1, 2, 3].map(() => hospital.addPractitioner()))
    const two = await twoPeople()
    // The bookings of a patient are counted one after the other. Those of staff are not: only the constraint decides.
    for (const [client, time] of [
      [two.client, '20:00'],
      [await hospital.as('front-desk'), '21:00'],
    ] as const) {
      const held = await Promise.all(places.map((practitioner) => hold({ ...two, client, practitioner }, day(1, time))))
      const answers = await Promise.all(
        held.map(({ body }) => client.post('/v1/appointments', { holdId: body.id, patientId: two.patient.id })),
      )
      expect(answers.map(outcome).toSorted()).toEqual([201, 'patient_busy', 'patient_busy'])
    }
  })

  test('a hold that was left is soon free, and a page that is only reloaded has it back', async () => {
    const two = await twoPeople()
    const other = { ...(await hospital.addPatient()), practitioner: two.practitioner }
    const held = await hold(two, day(2, '16:00'))
    const act = (name: string) => two.client.post(`/v1/holds/${held.body.id}/${name}`)
    expect(outcome(await act('leave'))).toBe(204)
    const [listed] = (await two.client.get('/v1/holds')).body.items
    expect(listed.expiresAt).toBe(new Date(Date.parse(hospitalOpensAt) + 30_000).toISOString().replace('.000Z', 'Z'))
    expect((await act('renew')).body).toEqual(held.body)
    expect(outcome(await act('leave'))).toBe(204)
    hospital.clock.advance({ seconds: 30 })
    expect(await heldTimes(two)).toEqual([])
    expect(outcome(await hold(other, day(2, '16:00')))).toBe(201)
    hospital.clock.set(hospitalOpensAt)
  })

  test('only their own holds are listed', async () => {
    const [one, other] = [await twoPeople(), await twoPeople()]
    await hold(one, day(2, '16:00'))
    expect(await heldTimes(other)).toEqual([])
    expect(await heldTimes({ client: await hospital.as('front-desk') })).not.toContain(day(2, '16:00'))
  })

  test('a time that was offered can be held for two minutes, although its notice passes', async () => {
    const two = await twoPeople()
    const [offered] = await startsOf(two, hospitalOpensAt, day(0, '23:00'))
    expect(offered).toBe(day(0, '19:00'))
    hospital.clock.advance({ minutes: 2 })
    expect(await startsOf(two, hospitalOpensAt, day(0, '23:00'))).not.toContain(offered)
    expect(outcome(await hold(two, day(0, '19:00')))).toBe(201)
    hospital.clock.advance({ seconds: 1 })
    const refused = await hold(two, day(0, '19:00'))
    expect(outcome(refused)).toBe('notice_too_short')
    expect(refused.body.nearest[0]).toBe(day(0, '19:20'))
    hospital.clock.set(hospitalOpensAt)
  })

  test('the language of a search is kept by the hold and the booking', async () => {
    const specialties = ['dermatology']
    await hospital.addPractitioner({ specialties, languages: ['en'] })
    const spanish = await hospital.addPractitioner({ specialties, languages: ['en', 'es'] })
    const english = await hospital.addPractitioner({ specialties, languages: ['en'] })
    const { client, patient } = await hospital.addPatient()
    const wish = { visitTypeId: typeId('dermatology-visit'), start: day(1, '16:00'), patientId: patient.id }
    const held = await client.post('/v1/holds', { ...wish, language: 'es' })
    expect(held.body).toMatchObject({ practitioner: { id: spanish.id }, language: 'es' })
    const refused = await client.post('/v1/holds', { ...wish, practitionerId: english.id, language: 'es' })
    expect(outcome(refused)).toBe('language_not_spoken')
    const booked = await client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id })
    expect(booked.body).toMatchObject({ language: 'es' })
  })

  test('a second booking of one hold says that it is booked', async () => {
    const two = await twoPeople()
    const held = await hold(two, day(2, '16:00'))
    const booking = { holdId: held.body.id, patientId: two.patient.id }
    expect(outcome(await two.client.post('/v1/appointments', booking))).toBe(201)
    expect(outcome(await two.client.post('/v1/appointments', booking))).toBe('already_booked')
  })

  test('a mistake can be undone for a quarter of an hour, whatever the notice', async () => {
    const two = await twoPeople()
    const { body: booked } = await book(two, day(0, '20:00'))
    expect(booked.changeableUntil).toBe('2026-11-25T15:15:00Z')
    const other = await hold(two, day(0, '20:20'), { appointmentId: booked.id })
    const moved = await two.client.post(`/v1/appointments/${booked.id}/reschedule`, { holdId: other.body.id })
    expect(moved.body).toMatchObject({ start: day(0, '20:20'), changeableUntil: '2026-11-25T15:15:00Z' })
    hospital.clock.advance({ minutes: 15, seconds: 1 })
    const late = await hold(two, day(0, '21:00'), { appointmentId: booked.id })
    expect(outcome(late)).toBe('too_late_to_change')
    hospital.clock.set(hospitalOpensAt)
  })
})
