import type { CarersOf } from '../../platform/care/care-ports.ts'
import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { AllergyContent } from './model/allergy.ts'
import type { Condition } from './model/condition.ts'
import { localDay } from './model/local-day.ts'
import type { DiagnosisCatalog } from './model/diagnosis-catalog.ts'
import { isFinal, type Note, type NoteDiagnosis, type NoteService } from './model/note.ts'
import { sectionOf, type TemplateCatalog } from './model/note-template.ts'
import { readAllergies } from './store/allergies.ts'
import { noteCarers } from './store/caregivers.ts'
import { listConditionsByPatient } from './store/conditions.ts'
import { findNoteByVisit } from './store/notes.ts'
import { listSignaturesByNote } from './store/signatures.ts'

/** What a signed note says that others act on: orders, claims, the summary. */
export interface SignedNote {
  readonly noteId: string
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  /** When the last signature that it needed was made. */
  readonly signedAt: Date
  readonly version: number
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly services: readonly NoteService[]
  /** The sections that are written for the patient. */
  readonly instructions: readonly PatientInstruction[]
  /** What was added after it was signed, in that order: the note itself never changes, so a correction of it stands here alone. */
  readonly addenda: readonly { readonly text: string; readonly at: Date; readonly by: string }[]
}

export interface KnownAllergies {
  /** False while nobody has asked: no items then say nothing. */
  readonly asked: boolean
  /** Those in force. */
  readonly items: readonly (AllergyContent & { readonly id: string })[]
}

export interface PatientInstruction {
  readonly sectionCode: string
  readonly heading: readonly { readonly language: string; readonly text: string }[]
  readonly text: string
}

/**
 * What downstream may ask of documentation, within the asker's organization and reach. Whatever opens a record notes the access. Nothing
 * here, and nothing else in the server, reaches a psychotherapy note.
 */
export interface DocumentationProvides {
  /** Null while the note is not signed by everybody who has to. */
  signedNote(context: ReadContext, visitId: string): Promise<SignedNote | null>
  allergies(context: ReadContext, patientId: string): Promise<KnownAllergies>
  /** Of the diagnoses of signed notes those that are active: the latest 100, the latest first. */
  conditions(
    context: ReadContext,
    patientId: string,
  ): Promise<readonly Pick<Condition, 'code' | 'display' | 'firstNotedAt' | 'lastNotedAt' | 'lastNoteId'>[]>
  /** Wordings of ICD-10-CM codes in force on the day of `at` in a place; unknown codes are left out. A code set is nobody's: no reading, no access. */
  diagnosisNames(codes: readonly string[], at: Date, zone: string): ReadonlyMap<string, string>
  /** Who cares for these patients, as far as is known here. Opens nothing and notes no access. */
  readonly carersOf: CarersOf
}

const most = 100

export const documentationProvides = (
  database: Pick<Database, 'reader'>,
  { templates, diagnoses }: { readonly templates: TemplateCatalog; readonly diagnoses: DiagnosisCatalog },
): DocumentationProvides => {
  const dbFor = ({ caller }: ReadContext) =>
    database.reader({ domain: 'documentation', organizationId: caller.organizationId })
  return {
    carersOf: (organizationId, patientIds, since) =>
      noteCarers(database.reader({ domain: 'documentation', organizationId }), patientIds, since),
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
