import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

/** What patients ask about their own record. */
export const rightsRequests: Requests<
  | 'getRecordCopy'
  | 'createPrivacyRequest'
  | 'listPrivacyRequests'
  | 'listWaitingPrivacyRequests'
  | 'decidePrivacyRequest'
  | 'extendPrivacyRequest'
  | 'disagreeWithDenial'
> = {
  getRecordCopy: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { query: { patientId }, names: 'patient', concerns: [patientId] }
  },
  createPrivacyRequest: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: asked,
    names: 'patient',
  }),
  listPrivacyRequests: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  listWaitingPrivacyRequests: () => ({ query: { limit: 1 }, names: 'nothing' }),
  decidePrivacyRequest: async (hospital, person) => ({
    path: { requestId: (await requested(hospital, person)).id },
    body: { decision: 'accepted', text: 'We corrected it.', version: 1 },
    names: 'patient',
  }),
  extendPrivacyRequest: async (hospital, person) => ({
    path: { requestId: (await requested(hospital, person)).id },
    body: { reason: 'We ask the laboratory.', version: 1 },
    names: 'patient',
  }),
  disagreeWithDenial: async (hospital, person) => ({
    path: { requestId: (await denied(hospital, person)).id },
    body: { text: 'I never smoked.', version: 2 },
    names: 'patient',
  }),
}

const asked = { kind: 'correction', what: 'It says that I smoke.', why: 'I never did.' } as const

type Asked = components['schemas']['PrivacyRequest']

const requested = async (hospital: Hospital, person: Person): Promise<Asked> => {
  const patientId = await accessiblePatient(hospital, person)
  const patient = await hospital.signIn({
    role: 'patient',
    personId: patientId,
    patientIds: [patientId],
    practitionerId: null,
  })
  return body(patient.post(`/v1/patients/${patientId}/privacy-requests`, asked))
}

const denied = async (hospital: Hospital, person: Person): Promise<Asked> => {
  const request = await requested(hospital, person)
  const officer = await hospital.person('privacy-officer')
  const decision = { decision: 'denied', ground: 'accurate-and-complete', text: 'It is correct.', version: 1 }
  return body(officer.post(`/v1/privacy-requests/${request.id}/decision`, decision))
}
