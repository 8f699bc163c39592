import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import type { TestResponse } from '../../../platform/http/tests/http-client.testing.ts'
import { loadSchedulingPolicy } from '../kernel/packs/load-policy.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital, type TwoPeople } from './clinic.testing.ts'

const openAppointments = { perPatient: 3, perVisitType: 2, visitTypes: { 'cardiology-visit': 1 } }

describe.each(domainEngines)('open appointments of one patient, on %s', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    const schedulingPolicy = { ...(await loadSchedulingPolicy()), openAppointments }
    hospital = withSchedulingVerbs(await createTestHospital({ engine, overrides: { packs: { schedulingPolicy } } }))
  })
  afterAll(() => hospital.stop())
  const { twoPeople, typeId, hold, book } = actsAt(() => hospital)

  const confirm = ({ client, patient }: TwoPeople, held: TestResponse): Promise<TestResponse> =>
    client.post('/v1/appointments', { holdId: held.body.id, patientId: patient.id })
  const outcomes = (answers: readonly TestResponse[]): unknown[] =>
    answers.map(({ status, body }) => [status, body.code]).toSorted()

  test('are limited: the next time is refused when it is chosen, with the field and what to do', async () => {
    const two = await twoPeople()
    for (const time of ['10:00', '11:00']) expect((await book(two, day(1, time))).status).toBe(201)
    const refused = await hold(two, day(1, '12:00'))
    expect([refused.status, refused.body.code]).toEqual([409, 'too_many_appointments'])
    expect(refused.body.detail).toContain('Cancel one that is not needed, or call the clinic.')
    expect(refused.body.errors).toMatchObject([{ pointer: '/patientId', code: 'too_many_appointments' }])
  })

  test('are limited in all, and for a visit type as the policy says', async () => {
    const two = await twoPeople()
    const consultation = { visitTypeId: typeId('cardiology-visit') }
    const held = await hold(two, day(2, '10:00'), consultation)
    expect((await confirm(two, held)).status).toBe(201)
    expect((await hold(two, day(2, '12:00'), consultation)).body.code).toBe('too_many_appointments')
    for (const time of ['14:00', '15:00']) expect((await book(two, day(2, time))).status).toBe(201)
    const other = await hospital.addPractitioner({ specialties: ['dermatology'] })
    const elsewhere = { visitTypeId: typeId('dermatology-visit'), practitionerId: other.id }
    expect((await hold(two, day(2, '17:00'), elsewhere)).body.code).toBe('too_many_appointments')
  })

  test('cannot pass the limit by booking several held times at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const two = await twoPeople()
      expect((await book(two, day(3, '09:00'))).status).toBe(201)
      const held = [
        await hold(two, day(3, '10:00')),
        await hold(two, day(3, '11:00')),
        await hold(two, day(3, '12:00')),
      ]
      expect(outcomes(await Promise.all(held.map((each) => confirm(two, each))))).toEqual([
        [201, undefined],
        [409, 'too_many_appointments'],
        [409, 'too_many_appointments'],
      ])
      expect((await two.client.get('/v1/appointments')).body.items).toHaveLength(2)
    }
  })

  test('count for the patient: a proxy at the same moment does not pass the limit either', async () => {
    const two = await twoPeople()
    const proxy = await hospital.addActor('proxy', two.patient.id, ['schedule'])
    expect((await book(two, day(4, '09:00'))).status).toBe(201)
    const own = await hold(two, day(4, '10:00'))
    const byProxy = await hold({ ...two, client: proxy.client }, day(4, '11:00'))
    const answers = await Promise.all([confirm(two, own), confirm({ ...two, client: proxy.client }, byProxy)])
    expect(outcomes(answers)).toEqual([
      [201, undefined],
      [409, 'too_many_appointments'],
    ])
  })

  test('leave room again when one is cancelled or over', async () => {
    const two = await twoPeople()
    const first = await book(two, day(5, '10:00'))
    await book(two, day(5, '11:00'))
    expect((await hold(two, day(5, '12:00'))).status).toBe(409)
    await two.client.post(`/v1/appointments/${first.body.id}/cancel`, { reason: 'no-longer-needed' })
    expect((await book(two, day(5, '12:00'))).status).toBe(201)
    expect((await hold(two, day(5, '13:00'))).status).toBe(409)
    hospital.clock.set(day(5, '12:00'))
    const signedInAgain = { ...two, client: await hospital.as('patient', { personId: two.patient.id }) }
    expect((await hold(signedInAgain, day(5, '18:00'))).status).toBe(201)
  })

  test('do not bind staff, who see the patient in front of them', async () => {
    const two = await twoPeople()
    for (const time of ['10:00', '11:00']) expect((await book(two, day(7, time))).status).toBe(201)
    const desk = { ...two, client: await hospital.as('front-desk') }
    for (const time of ['12:00', '13:00']) expect((await book(desk, day(7, time))).status).toBe(201)
  })
})
