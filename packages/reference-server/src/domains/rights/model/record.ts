import type { components } from '@visitkit/contract'

type Schemas = components['schemas']

/** What a section of a copied record contains: the shapes of the contract, as the patient reads them. */
export interface RecordItems {
  patient: Schemas['Patient']
  background: Schemas['PatientBackground']
  preferences: Schemas['CommunicationPreferences']
  people: Schemas['Proxy']
  consents: Schemas['Consent']
  evidence: Schemas['ConsentEvidence']
  appointments: Schemas['Appointment']
  waitlist: Schemas['WaitlistEntry']
  onDemand: Schemas['OnDemandRequest']
  intake: Schemas['IntakeForm']
  visits: Schemas['Visit']
  guests: Schemas['VisitGuest']
  notes: Schemas['Note']
  recordings: Schemas['VisitRecording']
  vitals: Schemas['NoteVitals']
  allergies: Schemas['Allergy']
  conditions: Schemas['ChartCondition']
  reportedMedicines: Schemas['ReportedMedication']
  prescriptions: Schemas['Prescription']
  refills: Schemas['RefillRequest']
  pharmacy: Schemas['Pharmacy']
  labOrders: Schemas['LabOrder']
  labResults: Schemas['LabResult']
  summaries: Schemas['VisitSummary']
  carePlan: Schemas['CarePlan']
  outcomes: Schemas['Outcome']
  surveys: Schemas['Survey']
  threads: Schemas['Thread']
  notices: Schemas['Delivery']
  texts: Schemas['PatientText']
  coverages: Schemas['Coverage']
  estimates: Schemas['Estimate']
  statement: Schemas['StatementVisit']
  payments: Schemas['Payment']
  claims: Schemas['PatientClaim']
  requests: Schemas['PrivacyRequest']
  accessQuestions: Schemas['AccessQuestion']
  disclosures: Schemas['AccountedDisclosure']
  accesses: Schemas['Access']
}

export type RecordSection = keyof RecordItems

/** In the order in which the copy shows them. */
export const recordSections = [
  'patient',
  'background',
  'preferences',
  'people',
  'consents',
  'evidence',
  'appointments',
  'waitlist',
  'onDemand',
  'intake',
  'visits',
  'guests',
  'summaries',
  'notes',
  'recordings',
  'vitals',
  'allergies',
  'conditions',
  'reportedMedicines',
  'prescriptions',
  'refills',
  'pharmacy',
  'labOrders',
  'labResults',
  'carePlan',
  'outcomes',
  'surveys',
  'threads',
  'notices',
  'texts',
  'coverages',
  'estimates',
  'statement',
  'payments',
  'claims',
  'requests',
  'accessQuestions',
  'disclosures',
  'accesses',
] as const satisfies readonly RecordSection[]

/** A file of the patient. `bytes` is null when the files before it fill the copy: then the copy names it. */
export interface RecordFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array | null
}

export interface PatientRecord {
  readonly patientId: string
  readonly sections: { readonly [Section in RecordSection]: readonly RecordItems[Section][] }
  /** Sections that the right of the person who asks does not cover. */
  readonly outsideRight: readonly RecordSection[]
  readonly files: readonly RecordFile[]
  /** Of the forms in `intake`, by code and version. */
  readonly questionnaires: ReadonlyMap<string, Schemas['Questionnaire']>
}

export const questionnaireKey = (code: string, version: number): string => `${code} ${version}`
