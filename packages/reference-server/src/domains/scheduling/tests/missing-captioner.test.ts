import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital, hospitalOpensAt } from '../../../test-kit/test-hospital.ts'
import { actsAt, dayAt as day, withSchedulingVerbs, type SchedulingHospital } from './clinic.testing.ts'
import { suppliesOf } from './resources.testing.ts'
import { nineOn, waitlistActs } from './waitlist.testing.ts'

describe.each(domainEngines)('a patient who needs captions, on %s:', (engine) => {
  let hospital: SchedulingHospital
  beforeAll(async () => {
    hospital = withSchedulingVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())
  beforeEach(() => hospital.clock.set(hospitalOpensAt))
  const { book } = actsAt(() => hospital)
  const { addType } = suppliesOf(() => hospital)
  const { join, entryOf, fullyBooked, accept } = waitlistActs(() => hospital)
  const needs = () => hospital.addPatient({ needsCaptions: true })
  const withPractitioner = async (who: Awaited<ReturnType<typeof needs>>) => ({
    ...who,
    practitioner: await hospital.addPractitioner(),
  })

  test('who says so and books a video visit is asked who types them, and the clinician reads it before the visit', async () => {
    const two = await withPractitioner(await hospital.addPatient())
    const own = await answered(two.client.get(`/v1/patients/${two.patient.id}`), 200)
    const stated = await two.client.patch(`/v1/patients/${two.patient.id}`, {
      needsCaptions: true,
      version: own.version,
    })
    expect([stated.status, stated.body.needsCaptions]).toEqual([200, true])
    const booked = await answered(book(two, day(1, '15:00')), 201)
    expect([booked.modality, booked.missingCaptioner]).toEqual(['video', {}])
    const path = `/v1/appointments/${booked.id}/missing-captioner`
    const explained = await answered(two.client.put(path, { reason: 'brings-someone' }), 200)
    expect(explained).toMatchObject({ missingCaptioner: { reason: 'brings-someone' }, version: 2 })
    const clinician = await hospital.as('practitioner', { practitionerId: two.practitioner.id })
    const read = await answered(clinician.get(`/v1/appointments/${booked.id}`), 200)
    expect(read.missingCaptioner).toEqual({ reason: 'brings-someone' })
    expect(
      await hospital.accessRows({ patientId: two.patient.id, operation: 'explainMissingCaptioner' }),
    ).toMatchObject([{ action: 'update', entity: 'Appointment', outcome: 'done', actorKind: 'patient' }])
    const desk = await hospital.as('front-desk')
    const changed = await answered(desk.put(path, { reason: 'captioner-invited' }), 200)
    expect(changed.missingCaptioner.reason).toBe('captioner-invited')
    expect((await desk.put(path, { reason: 'no reason' })).status).toBe(400)
  })

  test('is asked nothing for a visit without a call, and one who needs none never is', async () => {
    const inPerson = await addType({ modality: 'in-person' })
    const two = await withPractitioner(await needs())
    const wish = { visitTypeId: inPerson.id, start: day(1, '15:00'), practitionerId: two.practitioner.id }
    const held = await answered(two.client.post('/v1/holds', { ...wish, patientId: two.patient.id }), 201)
    const booked = await answered(
      two.client.post('/v1/appointments', { holdId: held.id, patientId: two.patient.id }),
      201,
    )
    expect(booked.missingCaptioner).toBeUndefined()
    const refused = await two.client.put(`/v1/appointments/${booked.id}/missing-captioner`, { reason: 'declined' })
    expect([refused.status, refused.body.code]).toEqual([409, 'captioner_not_missing'])
    const other = await withPractitioner(await hospital.addPatient())
    expect((await answered(book(other, day(1, '15:00')), 201)).missingCaptioner).toBeUndefined()
  })

  test('is asked in each visit of a series, after the waitlist, and when a request without an appointment is taken', async () => {
    const two = await withPractitioner(await needs())
    const type = await addType({ horizonDays: 366 })
    const visit = { visitTypeId: type.id, patientId: two.patient.id, practitionerId: two.practitioner.id }
    const series = await answered(
      two.client.post('/v1/appointment-series', { ...visit, starts: [day(2, '15:00'), day(3, '15:00')] }),
      201,
    )
    expect(series.appointments.map((one: { missingCaptioner?: object }) => one.missingCaptioner)).toEqual([{}, {}])

    const waiting = await needs()
    const { practitioner, cancel } = await fullyBooked('2026-11-30')
    await answered(join(waiting, '2026-11-30', { practitionerId: practitioner.id }), 201)
    await cancel()
    expect(await answered(accept(waiting, await entryOf(waiting)), 200)).toMatchObject({
      start: nineOn('2026-11-30'),
      missingCaptioner: {},
    })

    const urgent = await hospital.addPractitioner({ specialties: ['urgent-care'] })
    const asking = await needs()
    const request = await answered(
      asking.client.post('/v1/on-demand', {
        patientId: asking.patient.id,
        visitTypeId: hospital.types.get('urgent-care-visit')?.id,
      }),
      201,
    )
    const clinician = await hospital.as('practitioner', { practitionerId: urgent.id })
    expect((await answered(clinician.post(`/v1/on-demand/${request.id}/take`), 200)).missingCaptioner).toEqual({})
  })
})
