import type { components } from '@visitkit/contract'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import { shortVisitType } from '../../packages/reference-server/src/test-kit/create-clinic.ts'
import { body, type Hospital, type Person } from '../hospital/create-hospital.ts'
import { accessiblePatient, type Requests } from './prepared-request.ts'
import { lisinopril } from './prescriptions.ts'
import type { Booking } from './scheduling.ts'
import { waitingVisit } from './visits.ts'

type Schemas = components['schemas']
type Note = Schemas['Note']

/** The clinical document of a visit, and what it leaves in the chart. */
export const documentationRequests: Requests<
  | 'listNoteTemplates'
  | 'openNote'
  | 'getNote'
  | 'saveNote'
  | 'listPatientNotes'
  | 'listPatientVitals'
  | 'listWaitingNotes'
  | 'listNoteVersions'
  | 'compareNoteVersions'
  | 'signNote'
  | 'cosignNote'
  | 'nameSupervisor'
  | 'addendNote'
  | 'correctVital'
  | 'verifyNote'
  | 'getNotePdf'
  | 'getPsychotherapyNote'
  | 'savePsychotherapyNote'
  | 'searchDiagnosisCodes'
  | 'listTextMacros'
  | 'putTextMacro'
  | 'removeTextMacro'
  | 'putSharedTextMacro'
  | 'removeSharedTextMacro'
  | 'listOrderSets'
  | 'putOrderSet'
  | 'listAllergies'
  | 'addAllergy'
  | 'noKnownAllergies'
  | 'changeAllergy'
  | 'listReportedMedications'
  | 'addReportedMedication'
  | 'changeReportedMedication'
  | 'listConditions'
  | 'changeCondition'
> = {
  listNoteTemplates: () => ({ names: 'nothing' }),
  openNote: async (hospital, person) => ({
    path: { visitId: (await endedVisit(hospital, person)).id },
    names: 'patient',
  }),
  getNote: async (hospital, person) => ({
    path: { noteId: (await signedNote(hospital, person)).id },
    names: 'patient',
  }),
  saveNote: async (hospital, person) => {
    const note = await draftNote(hospital, person)
    return { path: { noteId: note.id }, body: completeNoteBody(note), names: 'patient' }
  },
  listPatientNotes: async (hospital, person) => ({
    path: { patientId: (await signedNote(hospital, person)).patientId },
    names: 'patient',
  }),
  listPatientVitals: async (hospital, person) => ({
    path: { patientId: (await signedNote(hospital, person)).patientId },
    names: 'patient',
  }),
  listWaitingNotes: async (hospital, person) => ({
    query: { status: 'draft' },
    names: 'nothing',
    concerns: [(await draftNote(hospital, person)).patientId],
  }),
  listNoteVersions: async (hospital, person) => ({
    path: { noteId: (await draftNote(hospital, person)).id },
    names: 'patient',
  }),
  compareNoteVersions: async (hospital, person) => ({
    path: { noteId: (await savedNote(hospital, person)).id },
    query: { from: 1, to: 2 },
    names: 'patient',
  }),
  signNote: async (hospital, person) => {
    const { id: noteId, version } = await savedNote(hospital, person)
    return { path: { noteId }, body: { version }, names: 'patient' }
  },
  cosignNote: async (hospital, person) => {
    const author = await hospital.person('practitioner')
    const { id: noteId, version } = await savedNote(hospital, author)
    await body(author.post(`/v1/notes/${noteId}/sign`, { version, supervisorId: person.personId }))
    return { path: { noteId }, names: 'patient' }
  },
  nameSupervisor: async (hospital, person) => {
    const { id, version } = await savedNote(hospital, person)
    const [named, other] = [await hospital.person('practitioner'), await hospital.person('practitioner')]
    const waiting = await body(person.post(`/v1/notes/${id}/sign`, { version, supervisorId: named.personId }))
    return {
      path: { noteId: id },
      body: { supervisorId: other.personId, version: waiting.version },
      names: 'patient',
    }
  },
  addendNote: async (hospital, person) => ({
    path: { noteId: (await signedNote(hospital, person)).id },
    body: { text: 'The patient called back.' },
    names: 'patient',
  }),
  correctVital: async (hospital, person) => {
    const { id: noteId, observations } = await signedNote(hospital, person)
    const [vital] = observations
    if (!vital) throw new Error('The note has no vitals.')
    return {
      path: { noteId, vitalId: vital.id },
      body: { status: 'corrected', value: vital.value + 1, changes: 0 },
      names: 'patient',
    }
  },
  verifyNote: async (hospital, person) => ({
    path: { noteId: (await signedNote(hospital, person)).id },
    names: 'patient',
  }),
  getNotePdf: async (hospital, person) => {
    const { id: noteId, patientId } = await signedNote(hospital, person)
    return { path: { noteId }, names: 'patient', concerns: [patientId] }
  },
  getPsychotherapyNote: async (hospital, person) => {
    const { id: visitId } = await behavioralHealthVisit(hospital, person)
    await body(person.put(`/v1/visits/${visitId}/psychotherapy-note`, { text: 'For the therapist.', version: 0 }))
    return { path: { visitId }, names: 'person' }
  },
  savePsychotherapyNote: async (hospital, person) => ({
    path: { visitId: (await behavioralHealthVisit(hospital, person)).id },
    body: { text: 'For the therapist.', version: 0 },
    names: 'person',
  }),
  searchDiagnosisCodes: () => ({ query: { search: 'hypertension' }, names: 'nothing' }),
  listTextMacros: async (hospital) => {
    await sharedMacro(hospital)
    return { names: 'nothing' }
  },
  putTextMacro: () => ({ path: { name: 'ros' }, body: { text: 'No fever.', version: 0 }, names: 'nothing' }),
  removeTextMacro: async (_hospital, person) => {
    await person.put('/v1/text-macros/plan', { text: 'Rest.', version: 0 })
    return { path: { name: 'plan' }, names: 'person' }
  },
  putSharedTextMacro: () => ({ path: { name: unusedName() }, body: { text: 'Well.', version: 0 }, names: 'nothing' }),
  removeSharedTextMacro: async (hospital) => ({ path: { name: await sharedMacro(hospital) }, names: 'nothing' }),
  listOrderSets: () => ({ names: 'nothing' }),
  putOrderSet: () => {
    const { diagnosisCode: _, pharmacyId: __, acknowledgments: ___, ...prescription } = lisinopril()
    return {
      path: { code: unusedName() },
      body: {
        name: [{ language: 'en', text: 'High blood pressure' }],
        specialties: [],
        diagnosisCodes: ['I10'],
        sections: [{ code: 'plan', text: 'Rest.' }],
        labTests: [],
        prescriptions: [prescription],
        active: true,
        version: 0,
      },
      names: 'nothing',
    }
  },
  listAllergies: async (hospital, person) => ({
    path: { patientId: (await allergy(hospital, await accessiblePatient(hospital, person))).patientId },
    names: 'patient',
  }),
  addAllergy: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: penicillin,
    names: 'patient',
  }),
  noKnownAllergies: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    names: 'patient',
  }),
  changeAllergy: async (hospital, person) => {
    const { id: allergyId, patientId, version } = await allergy(hospital, await accessiblePatient(hospital, person))
    return { path: { patientId, allergyId }, body: { status: 'resolved', version }, names: 'patient' }
  },
  listReportedMedications: async (hospital, person) => ({
    path: { patientId: (await reportedMedication(hospital, await accessiblePatient(hospital, person))).patientId },
    names: 'patient',
  }),
  addReportedMedication: async (hospital, person) => ({
    path: { patientId: await accessiblePatient(hospital, person) },
    body: fishOil,
    names: 'patient',
  }),
  changeReportedMedication: async (hospital, person) => {
    const patientId = await accessiblePatient(hospital, person)
    const { id: reportedMedicationId, version } = await reportedMedication(hospital, patientId)
    return {
      path: { patientId, reportedMedicationId },
      body: { ...fishOil, status: 'stopped', version },
      names: 'patient',
    }
  },
  listConditions: async (hospital, person) => ({
    path: { patientId: (await signedNote(hospital, person)).patientId },
    names: 'patient',
  }),
  changeCondition: async (hospital, person) => {
    const { patientId } = await signedNote(hospital, person)
    const { items } = await body(person.get(`/v1/patients/${patientId}/conditions`))
    const [{ id: conditionId, version }] = items as [Schemas['ChartCondition']]
    return { path: { patientId, conditionId }, body: { status: 'resolved', version }, names: 'patient' }
  },
}

const penicillin = {
  substance: { rxcui: '7980', name: 'Penicillin G' },
  reaction: 'Hives',
  severity: 'moderate',
} satisfies Pick<Schemas['Allergy'], 'substance' | 'reaction' | 'severity'>

/** A practitioner for what this person requests: themselves, or a colleague. */
const treatingPerson = (hospital: Hospital, person: Person): Promise<Person> =>
  person.practitionerId === null ? hospital.onDuty() : Promise.resolve(person)

/** A completed visit. */
export const endedVisit = async (
  hospital: Hospital,
  person: Person,
  booking: Booking = {},
): Promise<Schemas['Visit']> => {
  const practitioner = await treatingPerson(hospital, person)
  const { id } = await waitingVisit(hospital, person, booking)
  await body(practitioner.post(`/v1/visits/${id}/admit`))
  return body(practitioner.post(`/v1/visits/${id}/end`, { outcome: 'completed' }))
}

export const draftNote = async (hospital: Hospital, person: Person): Promise<Note> => {
  const { id } = await endedVisit(hospital, person)
  return body((await treatingPerson(hospital, person)).post(`/v1/visits/${id}/note`))
}

/** Everything that a signature needs. */
export const completeNoteBody = (note: Note): Schemas['SaveNote'] => ({
  sections: note.sections.map(({ code }) => ({ code, text: `Sample text of ${code}.` })),
  diagnoses: [{ code: 'I10' }],
  vitals: [{ loinc: '8867-4', value: 72, unit: '/min', source: 'patient-reported' }],
  services: [{ codeSystem: 'HCPCS', code: 'G2012', units: 1, diagnosisPointers: [1] }],
  version: note.version,
})

export const savedNote = async (hospital: Hospital, person: Person): Promise<Note> => {
  const note = await draftNote(hospital, person)
  return body((await treatingPerson(hospital, person)).put(`/v1/notes/${note.id}`, completeNoteBody(note)))
}

export const signedNote = async (hospital: Hospital, person: Person): Promise<Note> => {
  const { id, version } = await savedNote(hospital, person)
  return body((await treatingPerson(hospital, person)).post(`/v1/notes/${id}/sign`, { version }))
}

export const allergy = async (hospital: Hospital, patientId: string): Promise<Schemas['Allergy']> =>
  body((await hospital.onDuty()).post(`/v1/patients/${await hospital.treat(patientId)}/allergies`, penicillin))

const fishOil = { medication: { name: 'Fish oil' }, directions: 'One capsule with lunch' }

const reportedMedication = async (hospital: Hospital, patientId: string): Promise<Schemas['ReportedMedication']> =>
  body((await hospital.onDuty()).post(`/v1/patients/${await hospital.treat(patientId)}/reported-medications`, fishOil))

/** A completed behavioral health session of this practitioner. */
const behavioralHealthVisit = async (hospital: Hospital, person: Person): Promise<Schemas['Visit']> => {
  const { id: visitTypeId } = await body(
    hospital.administrator.post('/v1/visit-types', {
      ...shortVisitType,
      code: `session-${newId()}`,
      specialty: 'behavioral-health',
    }),
  )
  // Only practitioners of the specialty are offered for it.
  const { id: practitionerId } = await hospital.practitioner(undefined, { specialties: ['behavioral-health'] })
  return endedVisit(hospital, person, { visitTypeId, practitionerId })
}

const unusedName = (): string => `own-${newId().slice(-8)}`

/** A text macro of the organization. */
const sharedMacro = async (hospital: Hospital): Promise<string> => {
  const name = unusedName()
  await body(hospital.administrator.put(`/v1/shared-text-macros/${name}`, { text: 'Lungs are clear.', version: 0 }))
  return name
}
