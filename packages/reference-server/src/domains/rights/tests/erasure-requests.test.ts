import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, hospitalOpensAt, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { samplePatient } from '../../directory/tests/lakeside.testing.ts'

type Request = components['schemas']['PrivacyRequest']
const later = '2036-11-26T15:00:00Z'

describe.each(domainEngines)('a patient’s wish that the record is erased, on %s', (engine) => {
  let hospital: TestHospital
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
  })
  afterAll(() => hospital.stop())
  beforeEach(() => hospital.clock.set(hospitalOpensAt))

  const officer = (): Promise<SignedInClient> => hospital.as('privacy-officer')
  const pathOf = (patientId: string): string => `/v1/patients/${patientId}/privacy-requests`
  const registered = async (): Promise<string> =>
    (await answered((await hospital.as('front-desk')).post('/v1/patients', samplePatient()), 201)).id
  const askOf = async (patientId: string): Promise<Request> => {
    const patient = await hospital.as('patient', { personId: patientId })
    return answered(patient.post(pathOf(patientId), { kind: 'erasure', what: 'I moved away.' }), 201)
  }
  const decide = async (id: string, body: object) => (await officer()).post(`/v1/privacy-requests/${id}/decision`, body)
  const deny = (id: string, ground: string) =>
    decide(id, { decision: 'denied', ground, text: 'We may not.', version: 1 })
  const accept = (id: string) => decide(id, { decision: 'accepted', text: 'We erase it.', version: 1 })
  const readBy = async (patientId: string): Promise<Request> => {
    const patient = await hospital.as('patient', { personId: patientId })
    return (await answered(patient.get(pathOf(patientId)), 200)).items[0]
  }

  it('is denied with the day until which the record has to be kept, and the patient reads it', async () => {
    const patientId = await registered()
    const { id, dueAt } = await askOf(patientId)
    expect(dueAt).toBe('2026-12-25T15:00:00.000Z')
    expect(await accept(id)).toMatchObject({ status: 409, body: { code: 'record_must_be_kept' } })
    expect((await deny(id, 'legal-hold')).body).toMatchObject({
      code: 'ground_missing',
      errors: [{ pointer: '/ground', message: 'Must be one of: must-be-kept.' }],
    })
    await answered(deny(id, 'must-be-kept'), 200)
    expect(await readBy(patientId)).toMatchObject({
      status: 'denied',
      decision: { ground: 'must-be-kept', keptUntil: '2036-11-25', text: 'We may not.' },
    })
  })

  it('is accepted once the time of the record is over, and no ground is left to deny it; then the record is erased', async () => {
    const patientId = await registered()
    hospital.clock.set(later)
    const { id } = await askOf(patientId)
    expect((await deny(id, 'must-be-kept')).body).toMatchObject({
      ...{ code: 'ground_missing', errors: [{ message: expect.stringContaining('None fits') }] },
    })
    await answered(accept(id), 200)
    expect(await readBy(patientId)).toMatchObject({ status: 'accepted', decision: { text: 'We erase it.' } })
    // The notice of the answer is sent first.
    await hospital.settle()
    await answered((await officer()).post('/v1/record-erasures', { patientId, basis: 'retention-ended' }), 201)
    await hospital.runJob('compliance.erase-records')
    expect((await (await hospital.as('front-desk')).get(`/v1/patients/${patientId}`)).status).toBe(410)
  })

  it('is not accepted under a legal hold, which is a ground of its own without a day', async () => {
    const patientId = await registered()
    hospital.clock.set(later)
    await answered(
      (await officer()).post('/v1/legal-holds', { patientId, reason: 'litigation', text: 'A letter.' }),
      201,
    )
    const { id } = await askOf(patientId)
    expect(await accept(id)).toMatchObject({ status: 409, body: { code: 'record_held' } })
    await answered(deny(id, 'legal-hold'), 200)
    const { decision } = await readBy(patientId)
    expect(decision?.ground).toBe('legal-hold')
    expect(decision).not.toHaveProperty('keptUntil')
  })
})
