import type { Note, NoteVitals, Vital } from '../../generated/models.ts'
import { sampleTemplateOf } from './sample-note-templates.ts'
import { sampleClinician, samplePatient } from './sample-people.ts'
import { instant, minute } from './sample-state.ts'
import { observed } from './sample-vitals.ts'

export const sampleAuthor = { memberId: 'member-jo', displayName: 'Dr. Jo Sample' }
/** A fictional SHA-256 of the signed content, in hexadecimal. */
export const sampleContentHash = '5a'.repeat(32)

const pressure: Vital[] = [
  { loinc: '8480-6', value: 152, unit: 'mm[Hg]', source: 'patient-reported' },
  { loinc: '8462-4', value: 94, unit: 'mm[Hg]', source: 'patient-reported' },
]

/** The note of the visit three weeks ago. */
export const pastNote = (now: number): Note => {
  const at = instant(now - 21 * 1440 * minute)
  return {
    id: 'note-past',
    visitId: 'visit-past',
    patientId: samplePatient.id,
    practitionerId: sampleClinician.id,
    author: sampleAuthor,
    templateCode: 'soap',
    ...sampleTemplateOf('soap'),
    kind: '11506-3',
    status: 'signed',
    sections: [
      {
        code: 'subjective',
        text: 'Headaches in the morning for two weeks. No chest pain. Home readings around 150 over 95.',
      },
      { code: 'objective', text: 'Comfortable, speaks in whole sentences.' },
      { code: 'assessment', text: 'Blood pressure is too high at home on several days.' },
      { code: 'plan', text: 'Lisinopril 10 mg once a day. Basic metabolic panel in two weeks.' },
      { code: 'instructions', text: 'Take one tablet each morning. Write down your blood pressure twice a day.' },
    ],
    diagnoses: [{ code: 'I10', display: 'Essential (primary) hypertension' }],
    vitals: pressure,
    observations: observed('note-past', at, pressure),
    services: [{ codeSystem: 'local', code: 'TELE30', units: 1, diagnosisPointers: [1] }],
    supervisor: null,
    signatures: [{ by: sampleAuthor, at, as: 'author', contentHash: sampleContentHash }],
    addenda: [],
    missing: [],
    missingParts: [],
    prefilled: [],
    derived: [],
    psychotherapyNotes: false,
    visitDay: at.slice(0, 10),
    createdAt: at,
    savedAt: at,
    version: 4,
  }
}

/** Vitals of the two visits before that, whose notes are not in the sample. */
export const olderVitals = (now: number): NoteVitals[] => {
  const measured = (noteId: string, days: number, values: readonly [number, number, number, number]): NoteVitals => {
    const source = 'patient-reported' as const
    const [systolic, diastolic, pulse, pounds] = values
    const at = instant(now - days * 1440 * minute)
    return {
      noteId,
      at,
      vitals: observed(noteId, at, [
        { loinc: '8480-6', value: systolic, unit: 'mm[Hg]', source },
        { loinc: '8462-4', value: diastolic, unit: 'mm[Hg]', source },
        { loinc: '8867-4', value: pulse, unit: '/min', source },
        { loinc: '29463-7', value: pounds, unit: '[lb_av]', source },
      ]),
    }
  }
  return [measured('note-older', 56, [158, 96, 78, 184.5]), measured('note-oldest', 91, [166, 101, 86, 190])]
}
