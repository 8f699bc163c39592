import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from '../../follow-up/tests/ward.testing.ts'

describe.each(domainEngines)('what the patient says before a visit, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const booked = async (visitType = 'primary-care-follow-up') => {
    const patientId = await ward.addPatient()
    const appointment = await ward.book(patientId, visitType)
    return { patientId, appointment, path: `/v1/appointments/${appointment.id}/reason` }
  }
  const queueOf = async () =>
    answered((await ward.asDoctor()).get(`/v1/practitioners/${ward.doctor.practitionerId}/queue`), 200)

  it('changes the reason in the queue and at the start of the note, until the visit is over', async () => {
    const { patientId, appointment, path } = await booked()
    const reason = 'My knee hurts since Sunday'
    ward.moveTo(appointment.checkInFrom)
    const patient = await ward.asPatient(patientId)
    expect(await answered(patient.put(path, { reason }), 200)).toMatchObject({
      reason,
      version: appointment.version + 1,
    })
    expect((await queueOf()).expected).toMatchObject([{ id: appointment.id, reason }])
    const { id } = await ward.checkIn(appointment)
    expect((await queueOf()).items).toMatchObject([{ visitId: id, reason }])
    const doctor = await ward.asDoctor()
    await answered(doctor.post(`/v1/visits/${id}/admit`), 200)
    await ward.settle()
    const { sections } = await answered(doctor.post(`/v1/visits/${id}/note`), 200)
    expect(sections[0].text).toBe(`Written before the visit: ${reason}`)
    await answered(doctor.post(`/v1/visits/${id}/end`, { outcome: 'completed' }), 200)
    await ward.settle()
    expect(await answered(patient.put(path, { reason: 'Something else' }), 409)).toMatchObject({
      code: 'not_changeable',
    })
  })

  it('belongs to the patient and to who joins visits for them', async () => {
    const { patientId, path } = await booked()
    const body = { reason: 'A sample reason' }
    expect((await (await ward.asPatient(await ward.addPatient())).put(path, body)).status).toBe(404)
    const books = await ward.asProxy(patientId, ['schedule'])
    expect((await books.put(path, body)).status).toBe(403)
    await answered((await ward.asProxy(patientId, ['visit'])).put(path, body), 200)
    expect((await (await ward.as('biller')).put(path, body)).status).toBe(403)
  })

  it('is asked what has changed only after an earlier visit, and a visit does not wait for the answer', async () => {
    const { patientId, appointment } = await booked('primary-care-visit')
    const codesOf = async (id: string): Promise<string[]> => {
      const { items } = await answered((await ward.asPatient(patientId)).get(`/v1/appointments/${id}/intake`), 200)
      return items.map(({ questionnaireCode }: { questionnaireCode: string }) => questionnaireCode)
    }
    expect(await codesOf(appointment.id)).toEqual(['general-check'])
    await ward.visited(patientId)
    const next = await ward.book(patientId, 'primary-care-visit')
    expect(await codesOf(next.id)).toEqual(['still-right', 'general-check'])
    const patient = await ward.asPatient(patientId)
    const form = `/v1/appointments/${next.id}/intake/still-right/submit`
    const unchanged = { linkId: 'unchanged', values: [{ boolean: false }] }
    expect(await answered(patient.post(form, { answers: [unchanged], version: 0 }), 422)).toMatchObject({
      code: 'answers_missing',
    })
    const changes = { linkId: 'changes', values: [{ text: 'I stopped the blue pills' }] }
    await answered(patient.post(form, { answers: [unchanged, changes], version: 0 }), 200)
    const follow = await ward.book(patientId, 'primary-care-follow-up', 2_000)
    ward.moveTo(follow.checkInFrom)
    await ward.checkIn(follow)
    const { items } = await queueOf()
    expect(items.find(({ appointmentId }: { appointmentId: string }) => appointmentId === follow.id)).toMatchObject({
      readiness: { intake: 'not-required' },
    })
  })
})
