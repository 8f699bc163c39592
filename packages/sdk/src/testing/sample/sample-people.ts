import type { Me, Organization, Patient, PatientSummary, PractitionerSummary } from '../../generated/models.ts'
import { both } from './sample-texts.ts'

/** All persons are fictitious. Telephone numbers are from the range that is reserved for fiction. */
export const sampleOrganization: Organization = {
  id: 'org-sample',
  name: 'Sample Health',
  region: 'us-east',
  zone: 'America/New_York',
  languages: ['en', 'es'],
  brand: { name: 'Sample Health', accentColor: '#1f5fa8' },
  contact: {
    phone: '555-0100',
    address: ['1 Sample Avenue', 'Sampleton, OH 00000'],
    emergencyNumber: '911',
    crisisLine: '988',
  },
  videoVendor: 'peer',
  chartReach: 'assigned',
  machineCaptions: false,
  callRecording: true,
  version: 1,
}

export const samplePatient: Patient = {
  id: 'patient-robin',
  name: { given: 'Robin', family: 'Example' },
  birthDate: '1984-02-29',
  sex: 'unknown',
  email: 'robin@example.org',
  phone: '555-0111',
  address: { line1: '1 Example Street', city: 'Sampleton', state: 'OH', postalCode: '00000' },
  call: { rule: 'recorded', phone: '555-0111' },
  letters: {
    rule: 'recorded',
    address: { line1: '1 Example Street', city: 'Sampleton', state: 'OH', postalCode: '00000' },
  },
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  recordNumber: 'SAMPLE-1',
  version: 1,
}

const summary = (id: string, displayName: string, age: number, more: Partial<PatientSummary> = {}): PatientSummary => ({
  id,
  displayName,
  age,
  state: 'OH',
  language: 'en',
  zone: 'America/New_York',
  ...more,
})

export const samplePatientSummary = summary(samplePatient.id, 'Robin Example', 42)

/** Others in the clinician's queue and in the search of staff. */
export const sampleOtherPatients = [
  summary('patient-alex', 'Alex Sample', 31, { language: 'es', interpreterLanguage: 'es' }),
  summary('patient-kim', 'Kim Specimen', 67),
]

export const samplePatientOf = (id: string): PatientSummary | undefined =>
  [samplePatientSummary, ...sampleOtherPatients].find((one) => one.id === id)

const practitioner = (
  id: string,
  displayName: string,
  title: PractitionerSummary['title'],
  specialty: string,
  languages: string[],
): PractitionerSummary => ({
  id,
  displayName,
  title,
  specialties: [specialty],
  languages,
  zone: 'America/New_York',
  states: ['OH', 'NY'],
})

const familyPhysician = both('Family physician', 'Médico de familia')

/** The patient's practitioner. */
export const sampleClinician = practitioner('practitioner-jo', 'Dr. Jo Sample', familyPhysician, 'primary-care', [
  'en',
  'es',
])

export const samplePractitioners: PractitionerSummary[] = [
  sampleClinician,
  {
    ...practitioner('practitioner-lee', 'Dr. Lee Placeholder', familyPhysician, 'primary-care', ['en']),
    states: ['OH', 'NY', 'KY'],
  },
  practitioner('practitioner-max', 'Dr. Max Specimen', both('Cardiologist', 'Cardiólogo'), 'cardiology', ['en']),
]

const everything = { organizationId: sampleOrganization.id } as const

export const sampleMe: Readonly<Record<'patient' | 'practitioner', Me>> = {
  patient: {
    ...everything,
    personId: samplePatient.id,
    kind: 'patient',
    displayName: 'Robin Example',
    roles: ['patient'],
    patients: [samplePatientSummary],
    practitionerId: null,
    permissions: [
      'access-question:ask',
      'access-question:read',
      'access:read',
      'appointment:book',
      'appointment:read',
      'consent:decide',
      'consent:read',
      'consent:revoke',
      'consent-document:read',
      'guest:manage',
      'guest:read',
      'intake:answer',
      'intake:read',
      'live:open',
      'patient:read',
      'patient:update',
      'patient-background:read',
      'patient-background:write',
      'practitioner:read',
      'questionnaire:read',
      'session:own',
      'slot:search',
      'visit:check-in',
      'visit:join',
      'visit:read',
      'visit:wait',
      'visit-type:read',
    ],
  },
  practitioner: {
    ...everything,
    personId: 'member-jo',
    kind: 'member',
    displayName: 'Dr. Jo Sample',
    roles: ['practitioner'],
    patients: [],
    practitionerId: sampleClinician.id,
    permissions: [
      'alert:acknowledge',
      'alert:read',
      'appointment:book',
      'appointment:decide',
      'appointment:override',
      'appointment:read',
      'availability:manage',
      'availability:read',
      'care-plan:read',
      'chart:read',
      'chart:write',
      'consent:decide',
      'consent:read',
      'cover:end',
      'cover:read',
      'cover:take',
      'guest:admit',
      'guest:manage',
      'guest:read',
      'emergency-access:open',
      'intake:read',
      'lab-order:read',
      'lab-order:write',
      'lab-result:match',
      'lab-result:read',
      'lab-result:review',
      'lab-test:read',
      'live:open',
      'medication:read',
      'note:read',
      'note:sign',
      'note:write',
      'note-template:read',
      'patient:read',
      'patient:search',
      'patient-background:read',
      'patient-background:write',
      'patient-pharmacy:read',
      'patient-pharmacy:write',
      'privacy-request:read',
      'partner-message:resolve',
      'pharmacy-message:resolve',
      'pharmacy:read',
      'practitioner:read',
      'prescription:read',
      'prescription:sign',
      'prescription:write',
      'proxy:read',
      'psychotherapy-note:own',
      'queue:manage',
      'queue:read',
      'questionnaire:read',
      'referral:read',
      'refill:decline',
      'resource:read',
      'service-code:read',
      'session:own',
      'slot:search',
      'task:read',
      'task:write',
      'visit:admit',
      'visit:admit-in-emergency',
      'visit:end',
      'visit:join',
      'visit:read',
      'visit-type:read',
    ],
  },
}
