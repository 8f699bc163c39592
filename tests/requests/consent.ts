import type { components } from '@visitkit/contract'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'

type Schemas = components['schemas']

/** Consent texts, and patients' decisions about them. */
export const consentRequests: Requests<
  | 'listConsentDocuments'
  | 'publishConsentDocument'
  | 'getConsentDocument'
  | 'listConsentRequirements'
  | 'listConsents'
  | 'decideConsent'
  | 'revokeConsent'
  | 'getConsentEvidence'
  | 'listConsentUses'
> = {
  listConsentDocuments: () => ({ names: 'nothing' }),
  publishConsentDocument: async (hospital) => {
    const { id: documentId, title, sections } = await documentOn(hospital, 'recording')
    return {
      body: { documentId, language: 'en', purpose: 'recording', title, sections, material: false },
      names: 'organization',
    }
  },
  getConsentDocument: async (hospital) => ({
    path: { documentId: (await documentOn(hospital, 'recording')).id },
    names: 'organization',
  }),
  listConsentRequirements: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    query: { purposes: ['telehealth-treatment', 'recording'] },
    names: 'patient',
  }),
  listConsents: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    await grantConsent(hospital, patientId)
    return { path: { patientId }, names: 'patient' }
  },
  decideConsent: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    // Not to treatment: the state law on it is not tested here. Only a patient signs for substance use records, in writing.
    body:
      person.role === 'patient'
        ? { ...(await decisionOf(hospital, person.role, 'part-two-disclosure')), partTwo: partTwoTerms }
        : await decisionOf(hospital, person.role, 'recording'),
    names: 'patient',
  }),
  revokeConsent: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { consentId: await grantConsent(hospital, patientId) }, names: 'patient' }
  },
  getConsentEvidence: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { consentId: await grantConsent(hospital, patientId) }, names: 'patient' }
  },
  listConsentUses: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    return { path: { patientId, consentId: await grantConsent(hospital, patientId) }, names: 'patient' }
  },
}

const partTwoTerms = {
  patientName: 'Robin Sample',
  discloser: 'Lakeside Health',
  information: ['visits'],
  recipients: ['pharmacies'],
  namedRecipients: ['Sample Clinic'],
  purposes: ['treatment'],
  expiration: { kind: 'none' },
} satisfies Schemas['PartTwoTerms']

/** The current text for a purpose. */
const documentOn = async ({ desk }: Hospital, purpose: string): Promise<Schemas['ConsentDocument']> =>
  (await body(desk.get(`/v1/consent-documents?purpose=${purpose}&language=en`))).items[0]

const decisionOf = async (
  hospital: Hospital,
  role: Person['role'],
  purpose: string,
): Promise<Schemas['DecideConsent']> => {
  const { id, version, language, contentHash, sections } = await documentOn(hospital, purpose)
  const isOwn = role === 'patient' || role === 'proxy'
  return {
    documentId: id,
    version,
    language,
    contentHash,
    decision: 'granted',
    sectionsSeen: sections.map((section) => section.id),
    signature: { kind: isOwn ? 'typed' : 'attested', name: 'Pat Sample' },
    ...(!isOwn && { spoken: { saidBy: 'patient', channel: 'phone', state: 'AZ', textRead: true } }),
    zone: 'America/New_York',
  }
}

/** Consent that the patient gives, to telehealth unless it is to something else. */
export const grantConsent = async (
  hospital: Hospital,
  patientId: string,
  purpose = 'telehealth-treatment',
): Promise<string> => {
  const patient = await hospital.signIn({
    role: 'patient',
    personId: patientId,
    patientIds: [patientId],
    practitionerId: null,
  })
  const decision = await decisionOf(hospital, 'patient', purpose)
  return (await body(patient.post(`/v1/patients/${patientId}/consents`, decision))).id
}
