import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'

describe.each(domainEngines)('a patient whose record was replaced, on %s', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  const { twoPeople, hold, book, typeId } = actsAt(() => hospital)

  const replace = async (patientId: string): Promise<void> => {
    const [desk, { patient: current }] = [await hospital.as('front-desk'), await hospital.addPatient()]
    const { version } = await answered(desk.get(`/v1/patients/${patientId}`), 200)
    await answered(
      desk.put(`/v1/patients/${patientId}/link`, { replacedBy: current.id, reason: 'registered-twice', version }),
      200,
    )
  }
  const refusal = { status: 409, body: { code: 'record_replaced', detail: expect.stringContaining('Use that one') } }

  test('gets no new visit, neither a series, nor a place in a line, from anyone', async () => {
    const two = await twoPeople()
    const { client, patient, practitioner } = two
    const held = await hold(two, day(1, '16:00'))
    await replace(patient.id)
    const booking = { holdId: held.body.id, patientId: patient.id }
    expect(await client.post('/v1/appointments', booking)).toMatchObject(refusal)
    expect(await (await hospital.as('front-desk')).post('/v1/appointments', booking)).toMatchObject(refusal)
    const visit = { patientId: patient.id, visitTypeId: typeId() }
    const period = { from: day(1, '00:00').slice(0, 10), to: day(9, '00:00').slice(0, 10) }
    expect(await client.post('/v1/waitlist', { ...visit, ...period })).toMatchObject(refusal)
    const starts = [day(2, '15:00'), day(9, '15:00')]
    const series = { ...visit, practitionerId: practitioner.id, starts }
    expect(await client.post('/v1/appointment-series', series)).toMatchObject(refusal)
    const now = { patientId: patient.id, visitTypeId: hospital.types.get('urgent-care-visit')?.id }
    await hospital.addPractitioner({ specialties: ['urgent-care'] })
    expect(await client.post('/v1/on-demand', now)).toMatchObject(refusal)
    expect((await client.get(`/v1/appointments?patientId=${patient.id}`)).body.items).toEqual([])
  })

  test('keeps the visits that were booked before, and can move them', async () => {
    const two = await twoPeople()
    const booked = await book(two, day(2, '16:00'))
    await replace(two.patient.id)
    const held = await hold(two, day(3, '16:00'), { appointmentId: booked.body.id })
    const after = await two.client.post(`/v1/appointments/${booked.body.id}/reschedule`, { holdId: held.body.id })
    expect([after.status, after.body.start], JSON.stringify([held.body, after.body])).toEqual([200, day(3, '16:00')])
  })
})
