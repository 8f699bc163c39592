import type { ListCareParticipants } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { AllergyContent } from './model/allergy.ts'
import type { Condition } from './model/condition.ts'
import { localDay } from './model/local-day.ts'
import type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
import { isFinal, type Note, type NoteDiagnosis, type NoteService } from './model/note.ts'
import { sectionOf, type TemplateCatalog } from './model/note-template.ts'
import { readAllergies } from './store/allergies.ts'
import { listNoteCareParticipants } from './store/care-participants.ts'
import { listConditionsByPatient } from './store/conditions.ts'
import { personUuidOf } from '../../platform/database/ids/require-uuid.ts'
import { countNotesAwaiting, findNoteByVisit } from './store/notes.ts'
import { listReportedMedicationsByPatient } from './store/reported-medications.ts'
import { listSignaturesByNote } from './store/signatures.ts'

/** The content of a signed note that other domains act on: orders, claims, the summary. */
export interface SignedNote {
  readonly noteId: string
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  /** When the last required signature was made. */
  readonly signedAt: Date
  readonly version: number
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly services: readonly NoteService[]
  /** The sections for the patient. */
  readonly instructions: readonly PatientInstruction[]
  /** Addenda in chronological order. The note itself never changes, so corrections are here only. */
  readonly addenda: readonly { readonly text: string; readonly at: Date; readonly by: string }[]
}

export interface KnownAllergies {
  /** False if the patient was never asked: then an empty list does not mean that there are none. */
  readonly asked: boolean
  /** Active allergies. */
  readonly items: readonly (AllergyContent & { readonly id: string })[]
}

export interface PatientInstruction {
  readonly sectionCode: string
  readonly heading: readonly { readonly language: string; readonly text: string }[]
  readonly text: string
}

/**
 * What downstream domains can read, for the caller's organization and access. A function that decrypts a record also records the access. No
 * function here, or elsewhere in the server, reads a psychotherapy note for other domains.
 */
export interface DocumentationProvides {
  /** Notes that wait for the caller's signature. Decrypts nothing and records no access. */
  countNotesAwaiting(context: ReadContext): Promise<number>
  /** Null while a required signature is missing. */
  signedNote(context: ReadContext, visitId: string): Promise<SignedNote | null>
  allergies(context: ReadContext, patientId: string): Promise<KnownAllergies>
  /** What the patient takes that was not prescribed here: active entries only. */
  reportedMedications(
    context: ReadContext,
    patientId: string,
  ): Promise<readonly { readonly rxcui?: string; readonly name: string }[]>
  /** The active diagnoses of signed notes: the latest 100, the latest first. */
  conditions(
    context: ReadContext,
    patientId: string,
  ): Promise<readonly Pick<Condition, 'code' | 'display' | 'firstNotedAt' | 'lastNotedAt' | 'lastNoteId'>[]>
  /**
   * Wordings of ICD-10-CM codes in effect on the day of `at` in `zone`. Unknown codes are left out. A code set belongs to no patient: no
   * access is recorded.
   */
  diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
  /** Practitioners and members with a relationship to these patients, as known to this domain. Decrypts nothing and records no access. */
  readonly listCareParticipants: ListCareParticipants
}

const most = 100

export const documentationProvides = (
  database: Pick<Database, 'reader'>,
  { templates, diagnoses }: { readonly templates: TemplateCatalog; readonly diagnoses: DiagnosisCatalog },
): DocumentationProvides => {
  const dbFor = ({ caller }: ReadContext) =>
    database.reader({ domain: 'documentation', organizationId: caller.organizationId })
  return {
    countNotesAwaiting: (context) =>
      countNotesAwaiting(dbFor(context), {
        practitionerId: context.caller.practitionerId,
        supervisorId: personUuidOf(context.caller),
      }),
    listCareParticipants: (organizationId, patientIds, since) =>
      listNoteCareParticipants(database.reader({ domain: 'documentation', organizationId }), patientIds, since),
    diagnosisNames: (codes, at, zone) => {
      const day = localDay(at, zone)
      return new Map(
        codes.flatMap((code): [string, string][] => {
          const found = diagnoses.find(code, day)
          return found === null ? [] : [[code, found.display]]
        }),
      )
    },
    signedNote: async (context, visitId) => {
      const note = await findNoteByVisit(dbFor(context), context, visitId)
      if (note === null || !isFinal(note) || note.signedAt === null) return null
      const { id: noteId, patientId, practitionerId, signedAt, version } = note
      const { diagnoses, services } = note.content
      const instructions = instructionsOf(note, templates)
      const signatures = note.status === 'addended' ? await listSignaturesByNote(dbFor(context), context, note) : []
      return {
        noteId,
        visitId: note.visitId,
        patientId,
        practitionerId,
        signedAt,
        version,
        diagnoses,
        services,
        instructions,
        addenda: signatures
          .filter(({ as }) => as === 'addendum')
          .map(({ sealed, statement: { at, by } }) => ({
            text: sealed.text ?? '',
            at: new Date(at),
            by: by.displayName,
          })),
      }
    },
    allergies: async (context, patientId) => {
      const { asked, items } = await readAllergies(dbFor(context), context, patientId)
      const inForce = items.filter(({ status }) => status === 'active')
      return {
        asked,
        items: inForce.map(({ id, substance, reaction, severity }) => ({
          id,
          substance,
          ...(reaction !== undefined && { reaction }),
          severity,
        })),
      }
    },
    reportedMedications: async (context, patientId) => {
      const found = await listReportedMedicationsByPatient(dbFor(context), context, patientId, ['active'])
      return found.map(({ medication }) => medication)
    },
    conditions: async (context, patientId) => {
      const found = await listConditionsByPatient(dbFor(context), context, patientId, ['active'], {
        after: null,
        take: most,
      })
      return found.map(({ code, display, firstNotedAt, lastNotedAt, lastNoteId }) => ({
        code,
        display,
        firstNotedAt,
        lastNotedAt,
        lastNoteId,
      }))
    },
  }
}

const instructionsOf = (
  { templateCode, draftedAt, content }: Note,
  templates: TemplateCatalog,
): PatientInstruction[] => {
  const template = templates.find(templateCode, draftedAt)
  return content.sections.flatMap(({ code, text }) => {
    const section = sectionOf(template, code)
    return section?.forPatient === true && text.trim() !== ''
      ? [{ sectionCode: code, heading: section.heading, text }]
      : []
  })
}
