import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

const reason = 'My chest feels tight on stairs'

describe.each(domainEngines)('why a patient comes, on %s', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { twoPeople, book, hold } = actsAt(() => hospital)

  it('is read by the patient, the clinician and the front desk, and by no one else who sees the appointment', async () => {
    const two = await twoPeople()
    const { body } = await book(two, day(1, '16:00'), { reason })
    const path = `/v1/appointments/${body.id}`
    const seenBy = async (role: Parameters<SchedulingHospital['as']>[0]) =>
      answered((await hospital.as(role)).get(path), 200)
    expect(await answered(two.client.get(path), 200)).toMatchObject({ reason })
    expect(await seenBy('front-desk')).toMatchObject({ id: body.id, reason })
    for (const role of ['biller', 'service'] as const) {
      const seen = await seenBy(role)
      expect(seen).toMatchObject({ id: body.id, patientId: two.patient.id, status: 'booked' })
      expect(seen).not.toHaveProperty('reason')
    }
    const list = await answered((await hospital.as('biller')).get('/v1/appointments?limit=100'), 200)
    expect(list.items.map(({ id }: { id: string }) => id)).toContain(body.id)
    expect(JSON.stringify(list)).not.toContain(reason)
  })

  it('is not returned to an administrator who books, also when the answer is repeated', async () => {
    const two = { ...(await twoPeople()), client: await hospital.as('administrator') }
    const held = await hold(two, day(2, '16:00'))
    const body = { holdId: held.body.id, patientId: two.patient.id, reason }
    const key = { idempotencyKey: randomUUID() }
    const [first, again] = [
      await two.client.post('/v1/appointments', body, key),
      await two.client.post('/v1/appointments', body, key),
    ]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body).toEqual(first.body)
    expect(first.body).not.toHaveProperty('reason')
    const desk = await hospital.as('front-desk')
    expect(await answered(desk.get(`/v1/appointments/${first.body.id}`), 200)).toMatchObject({ reason })
  })

  it('is omitted for a purpose that it does not serve', async () => {
    const two = await twoPeople()
    const { body } = await book(two, day(3, '16:00'), { reason })
    const both = await hospital.as(['front-desk', 'biller'])
    const path = `/v1/appointments/${body.id}`
    expect(await answered(both.get(path), 200)).toMatchObject({ reason })
    expect(await answered(both.get(path, { headers: { 'x-purpose-of-use': 'HPAYMT' } }), 200)).not.toHaveProperty(
      'reason',
    )
    expect(await answered(both.get(path, { headers: { 'x-purpose-of-use': 'HOPERAT' } }), 200)).toMatchObject({
      reason,
    })
  })
})
