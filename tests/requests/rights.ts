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
  | 'chooseCorrectionRecipients'
  | 'recordCorrectionNotification'
  | 'getCorrectionLetterPdf'
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
  chooseCorrectionRecipients: async (hospital, person) => ({
    path: { requestId: (await corrected(hospital, person)).id },
    body: { notify: [], others: [clinic], version: 2 },
    names: 'patient',
  }),
  recordCorrectionNotification: async (hospital, person) => {
    const { id: requestId, askedAt, recipients } = await agreed(hospital, person)
    const outcome = {
      outcome: 'notified',
      on: askedAt.slice(0, 10),
      channel: 'mail',
      note: 'Sent with a cover page.',
    } as const
    return {
      path: { requestId, recipientId: recipients?.[0]?.id ?? '' },
      body: { ...outcome, version: 3 },
      names: 'patient',
    }
  },
  getCorrectionLetterPdf: async (hospital, person) => {
    const { id: requestId, patientId, recipients } = await agreed(hospital, person)
    return { path: { requestId, recipientId: recipients?.[0]?.id ?? '' }, names: 'nothing', concerns: [patientId] }
  },
}

const clinic = { name: 'Exampleville Clinic', address: '5 Example Road' }

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

const corrected = async (hospital: Hospital, person: Person): Promise<Asked> => {
  const request = await requested(hospital, person)
  const officer = await hospital.person('privacy-officer')
  const decision = { decision: 'accepted', text: 'We corrected it.', version: 1 }
  return body(officer.post(`/v1/privacy-requests/${request.id}/decision`, decision))
}

/** The patient named a clinic that should know. */
const agreed = async (hospital: Hospital, person: Person): Promise<Asked> => {
  const { id, patientId } = await corrected(hospital, person)
  const patient = await hospital.signIn({
    role: 'patient',
    personId: patientId,
    patientIds: [patientId],
    practitionerId: null,
  })
  return body(patient.post(`/v1/privacy-requests/${id}/recipients`, { notify: [], others: [clinic], version: 2 }))
}
