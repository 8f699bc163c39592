import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

const outcome = ({ status, body }: TestResponse): unknown => (status < 300 ? status : body.code)
const everyDay = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))

describe.each(domainEngines)('limits per day and week, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { typeId, hold, book, startsOf } = actsAt(() => hospital)

  const limited = async (limits: components['schemas']['BookingLimits']): Promise<TwoPeople['practitioner']> => {
    const practitioner = await hospital.addPractitioner()
    const administrator = await hospital.as('administrator')
    const rules = { zone: 'America/New_York', weekly: everyDay, exceptions: [], limits, version: 1 }
    const put = await answered(administrator.put(`/v1/practitioners/${practitioner.id}/availability`, rules), 200)
    expect(put.limits).toEqual(limits)
    return practitioner
  }
  const someone = async (practitioner: TwoPeople['practitioner']): Promise<TwoPeople> => ({
    practitioner,
    ...(await hospital.addPatient()),
  })
  const exclusionsOf = async ({ client, practitioner }: TwoPeople, from: string, to: string): Promise<unknown> => {
    const query = new URLSearchParams({
      visitTypeId: typeId(),
      from,
      to,
      practitionerId: practitioner.id,
      explain: 'true',
    })
    return (await answered(client.get(`/v1/slots?${query}`), 200)).exclusions
  }

  test('are kept with the availability, and are gone when it is saved without', async () => {
    const practitioner = await limited({ perDay: 2, perWeek: 7 })
    const administrator = await hospital.as('administrator')
    const path = `/v1/practitioners/${practitioner.id}/availability`
    expect((await administrator.get(path)).body.limits).toEqual({ perDay: 2, perWeek: 7 })
    const rules = { zone: 'America/New_York', weekly: everyDay, exceptions: [], version: 2 }
    await answered(administrator.put(path, rules), 200)
    expect((await administrator.get(path)).body).not.toHaveProperty('limits')
  })

  test('a full day is not offered, says why, and is refused with the nearest times of other days', async () => {
    const practitioner = await limited({ perDay: 2 })
    const last = await someone(practitioner)
    expect((await book(await someone(practitioner), day(2, '15:00'))).status).toBe(201)
    expect(await startsOf(last, day(2, '16:00'), day(2, '17:00'))).toHaveLength(3)
    // A live hold counts as an appointment does.
    const held = await someone(practitioner)
    expect((await hold(held, day(2, '18:00'))).status).toBe(201)
    // The day of New York: 05:00 to 05:00.
    expect(await startsOf(last, day(2, '05:00'), day(3, '05:00'))).toEqual([])
    expect(await startsOf(last, day(2, '04:40'), day(3, '05:20'))).toEqual([day(2, '04:40'), day(3, '05:00')])
    expect(await exclusionsOf(last, day(2, '16:00'), day(2, '17:00'))).toEqual([
      { practitionerId: practitioner.id, reason: 'daily-limit', starts: 3 },
    ])
    const refused = await hold(last, day(2, '16:00'))
    expect(outcome(refused)).toBe('day_full')
    expect(refused.body.nearest).toHaveLength(3)
    expect(outcome(await hold(last, refused.body.nearest[0]))).toBe(201)
    // When the hold is released, there is a place again.
    const [{ id }] = (await held.client.get('/v1/holds')).body.items
    expect((await held.client.delete(`/v1/holds/${id}`)).status).toBe(204)
    expect(outcome(await hold(last, day(2, '16:00')))).toBe(201)
  })

  test('a week begins on Monday in the zone of the practitioner', async () => {
    const practitioner = await limited({ perWeek: 2 })
    const last = await someone(practitioner)
    // The hospital opens on Wednesday, 25 November: Monday is the 30th.
    for (const time of [day(6, '15:00'), day(11, '15:00')])
      expect((await book(await someone(practitioner), time)).status).toBe(201)
    expect(outcome(await hold(last, day(12, '04:40')))).toBe('week_full')
    expect(outcome(await hold(last, day(5, '05:00')))).toBe('week_full')
    expect(await exclusionsOf(last, day(8, '15:00'), day(8, '16:00'))).toEqual([
      { practitionerId: practitioner.id, reason: 'weekly-limit', starts: 3 },
    ])
    expect(outcome(await hold(last, day(5, '04:40')))).toBe(201)
    expect(outcome(await hold(last, day(12, '05:00')))).toBe(201)
  })

  test('neither the own hold that is replaced nor the visit that moves is counted', async () => {
    const practitioner = await limited({ perDay: 1 })
    const two = await someone(practitioner)
    expect(outcome(await hold(two, day(3, '15:00')))).toBe(201)
    expect(await startsOf(two, day(3, '18:00'), day(3, '19:00'))).toHaveLength(3)
    // It does not overlap, but has the only place.
    expect(outcome(await hold(two, day(3, '18:00')))).toBe(201)
    expect((await two.client.get('/v1/holds')).body.items.map(({ start }: { start: string }) => start)).toEqual([
      day(3, '18:00'),
    ])
    const booked = await book(two, day(3, '19:00'))
    expect(booked.status).toBe(201)
    expect(outcome(await hold(two, day(3, '21:00')))).toBe('day_full')
    const moved = await hold(two, day(3, '21:00'), { appointmentId: booked.body.id })
    expect(outcome(moved)).toBe(201)
    const path = `/v1/appointments/${booked.body.id}/reschedule`
    expect(outcome(await two.client.post(path, { holdId: moved.body.id }))).toBe(200)
    expect(outcome(await hold(await someone(practitioner), day(3, '15:00')))).toBe('day_full')
  })

  test('a visit cannot be moved to a full day', async () => {
    const practitioner = await limited({ perDay: 1 })
    const two = await someone(practitioner)
    expect((await book(await someone(practitioner), day(4, '15:00'))).status).toBe(201)
    const booked = await book(two, day(5, '15:00'))
    expect(outcome(await hold(two, day(4, '18:00'), { appointmentId: booked.body.id }))).toBe('day_full')
  })

  test('a cancelled visit leaves its place; staff may book beyond the limit', async () => {
    const practitioner = await limited({ perDay: 1 })
    const two = await someone(practitioner)
    const booked = await book(two, day(6, '15:00'))
    const desk = { ...(await someone(practitioner)), client: await hospital.as('front-desk') }
    expect(outcome(await hold(desk, day(6, '18:00')))).toBe('day_full')
    const override = { reason: 'Cannot wait until tomorrow.' }
    expect(outcome(await hold(desk, day(6, '18:00'), { override }))).toBe(201)
    const other = await someone(practitioner)
    await two.client.post(`/v1/appointments/${booked.body.id}/cancel`, { reason: 'no-longer-needed' })
    // The override counts.
    expect(outcome(await hold(other, day(6, '21:00')))).toBe('day_full')
  })

  test('“anyone” is someone who has a place left', async () => {
    const practitioner = await limited({ perDay: 1 })
    const other = await hospital.addPractitioner()
    expect((await book(await someone(practitioner), day(8, '10:00'))).status).toBe(201)
    const people = await Promise.all(Array.from({ length: 8 }, () => hospital.addPatient()))
    const wish = { visitTypeId: typeId(), start: day(8, '18:00') }
    const held = await Promise.all(
      people.map(({ client, patient }) => client.post('/v1/holds', { ...wish, patientId: patient.id })),
    )
    const practitionerIds = held.flatMap(({ body }) => body.practitioner?.id ?? [])
    expect(practitionerIds).not.toContain(practitioner.id)
    expect(practitionerIds).toContain(other.id)
  })

  test('of fifty at once, exactly five get a place; for the others the day is full', async () => {
    const practitioner = await limited({ perDay: 5 })
    const people = await Promise.all(Array.from({ length: 50 }, () => someone(practitioner)))
    const starts = Array.from({ length: 50 }, (_, n) =>
      new Date(Date.parse(day(9, '05:00')) + Math.floor(n / 2) * 40 * 60_000).toISOString().replace('.000', ''),
    )
    const answers = await Promise.all(people.map((two, n) => hold(two, starts[n]!)))
    const tally = Map.groupBy(answers, outcome)
    expect(tally.get(201)).toHaveLength(5)
    expect([...tally.keys()].filter((each) => ![201, 'day_full', 'slot_taken'].includes(each as never))).toEqual([])
    expect(tally.get('day_full')?.length ?? 0).toBeGreaterThan(20)
  })
})
