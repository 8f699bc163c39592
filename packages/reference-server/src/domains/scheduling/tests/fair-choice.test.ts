import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

/** A hospital of its own for each test: every cardiologist counts. */
describe.each(domainEngines)('“anyone”, on %s', (engine) => {
  let hospital: SchedulingHospital
  const open = async (): Promise<void> => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  }
  const { typeId, hold } = actsAt(() => hospital)

  /** Books a time with any practitioner, for a new patient, at the front desk. */
  const bookAnyone = async (start: string, more: object = {}): Promise<string> => {
    const desk = await hospital.as('front-desk')
    const { patient } = await hospital.addPatient()
    const wish = { visitTypeId: typeId(), start, patientId: patient.id, ...more }
    const held = await answered(desk.post('/v1/holds', wish), 201)
    const booked = await answered(desk.post('/v1/appointments', { holdId: held.id, patientId: patient.id }), 201)
    return booked.practitioner.id
  }
  const count = (ids: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {}
    for (const id of ids) counts[id] = (counts[id] ?? 0) + 1
    return counts
  }
  /** Two times a day for thirty days, out of order, as patients choose. */
  const sixtyStarts = Array.from({ length: 60 }, (_, n) => (n * 37) % 60).map((n) =>
    day(1 + Math.floor(n / 2), n % 2 === 0 ? '15:00' : '19:00'),
  )

  /** Four times a day: a few visits more or less matter little. */
  const manyStarts = Array.from({ length: 120 }, (_, n) => (n * 37) % 120).map((n) =>
    day(1 + Math.floor(n / 4), ['13:00', '15:00', '17:00', '19:00'][n % 4] ?? '13:00'),
  )

  describe('of equal practitioners', () => {
    beforeAll(open)
    afterAll(() => hospital.stop())

    test('is fair over the days: of sixty visits in a month, each of five has twelve, give or take two', async () => {
      const five = await Promise.all(Array.from({ length: 5 }, () => hospital.addPractitioner()))
      const chosen: string[] = []
      for (const start of sixtyStarts) chosen.push(await bookAnyone(start))
      const counts = count(chosen)
      expect(Object.keys(counts)).toHaveLength(5)
      for (const { id } of five) {
        expect(counts[id]).toBeGreaterThanOrEqual(10)
        expect(counts[id]).toBeLessThanOrEqual(14)
      }
    })
  })

  describe('of practitioners with weights', () => {
    beforeAll(open)
    afterAll(() => hospital.stop())

    test('is someone with three times the weight three times as often', async () => {
      const [much, little] = [await hospital.addPractitioner(), await hospital.addPractitioner()]
      const administrator = await hospital.as('administrator')
      const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: '00:00', to: '24:00' }))
      for (const [{ id }, weight] of [[much, 30] as const, [little, 10] as const]) {
        const rules = { zone: 'America/New_York', weekly, exceptions: [], weight, version: 1 }
        const put = await answered(administrator.put(`/v1/practitioners/${id}/availability`, rules), 200)
        expect(put.weight).toBe(weight)
        expect((await administrator.get(`/v1/practitioners/${id}/availability`)).body.weight).toBe(weight)
      }
      const chosen: string[] = []
      for (const start of manyStarts) chosen.push(await bookAnyone(start))
      const counts = count(chosen)
      const ratio = (counts[much.id] ?? 0) / (counts[little.id] ?? 0)
      expect(ratio).toBeGreaterThan(2.3)
      expect(ratio).toBeLessThan(4)
    })
  })

  describe('as last time', () => {
    beforeAll(open)
    afterAll(() => hospital.stop())

    const preferred = (two: Omit<TwoPeople, 'practitioner'>, start: string, more: object = {}): Promise<TestResponse> =>
      two.client.post('/v1/holds', {
        ...{ visitTypeId: typeId(), start, patientId: two.patient.id, prefer: 'same-practitioner' },
        ...more,
      })
    const lastOf = async ({ client, patient }: Omit<TwoPeople, 'practitioner'>): Promise<unknown> => {
      const query = new URLSearchParams({
        ...{ visitTypeId: typeId(), from: day(2, '15:00'), to: day(2, '16:00') },
        ...{ patientId: patient.id, prefer: 'same-practitioner' },
      })
      return (await answered(client.get(`/v1/slots?${query}`), 200)).lastPractitionerId
    }

    test('is the practitioner of the last completed visit of the specialty, if free, and someone else if not', async () => {
      const known = await hospital.addPractitioner()
      const others = await Promise.all(Array.from({ length: 4 }, () => hospital.addPractitioner()))
      const two = await hospital.addPatient()
      expect(await lastOf(two)).toBeUndefined()
      expect((await preferred(two, day(1, '15:00'))).status).toBe(201)
      const held = await answered(hold({ ...two, practitioner: known }, day(1, '19:00')), 201)
      const visit = await answered(
        two.client.post('/v1/appointments', { holdId: held.id, patientId: two.patient.id }),
        201,
      )
      // Booked is not seen.
      expect(await lastOf(two)).toBeUndefined()
      await sql`update scheduling.appointments set status = 'completed' where id = ${visit.id}::uuid`.execute(
        hospital.platform.database.owner(),
      )
      // The known one is the busiest: without a wish, anyone else would be chosen.
      for (const time of ['20:00', '21:00', '22:00', '23:00'])
        expect((await hold({ ...(await hospital.addPatient()), practitioner: known }, day(2, time))).status).toBe(201)
      expect(await lastOf(two)).toBe(known.id)
      for (const time of ['15:00', '15:20', '15:40', '16:00', '16:20'])
        expect((await preferred(two, day(2, time))).body.practitioner.id).toBe(known.id)
      const without = await preferred(two, day(2, '17:00'), { prefer: undefined })
      expect(others.map(({ id }) => id)).toContain(without.body.practitioner.id)
      const elsewhere = await preferred(two, day(2, '20:00'), { replacesHoldId: without.body.id })
      expect([elsewhere.status, others.some(({ id }) => id === elsewhere.body.practitioner.id)]).toEqual([201, true])
    })

    test('needs a patient', async () => {
      const desk = await hospital.as('front-desk')
      const wish = { visitTypeId: typeId(), start: day(3, '15:00'), prefer: 'same-practitioner' }
      const refused = await desk.post('/v1/holds', wish)
      expect([refused.status, refused.body.errors]).toMatchObject([400, [{ pointer: '/patientId' }]])
      const query = new URLSearchParams({ ...wish, from: day(3, '15:00'), to: day(3, '16:00') })
      query.delete('start')
      const search = await desk.get(`/v1/slots?${query}`)
      expect([search.status, search.body.errors]).toMatchObject([400, [{ pointer: 'query:patientId' }]])
    })
  })
})
