import type { components } from '@visitkit/contract'
import { notAwaitingCosign, noteNotSigned, noteSigned, versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type NoteStatus = Schemas['NoteStatus']
export type NoteSection = Schemas['NoteSection']
export type NoteDiagnosis = Schemas['NoteDiagnosis'] & { readonly display: string }
export type Vital = Schemas['Vital']
export type NoteService = Schemas['NoteService']

/** The PHI of a note, encrypted as one value with every version. FHIR: Composition with its sections. */
export interface NoteContent {
  readonly templateCode: string
  readonly sections: readonly NoteSection[]
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly vitals: readonly Vital[]
  readonly services: readonly NoteService[]
  /** Sections that the server wrote from intake and check-in, and that no person has changed. */
  readonly prefilled: readonly string[]
  /**
   * The subset of `prefilled` without any of the patient's words: only alerts, scores and check-in data. They contain no clinical
   * assessment.
   */
  readonly derived: readonly string[]
}

/** A note without its text, which is enough for lists and status decisions. */
export interface NoteFacts {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  /** The treating practitioner, who writes and signs the note. */
  readonly practitionerId: string
  readonly templateCode: string
  /** LOINC code of the document type. */
  readonly kind: string
  readonly specialty: string
  /** Language of the headings and of prefilled content. */
  readonly language: string
  readonly modality: Schemas['Modality']
  /** As it was when the note was drafted (42 CFR part 2). */
  readonly isAboutSubstanceUse: boolean
  readonly status: NoteStatus
  readonly visitAt: Date
  readonly draftedAt: Date
  readonly savedAt: Date
  /** When the last required signature was made. */
  readonly signedAt: Date | null
  /** The supervisor (a member) whose co-signature it needs or needed. */
  readonly supervisorId: string | null
  /** Incremented by every step. Each version has a row in the history. */
  readonly version: number
}
export interface Note extends NoteFacts {
  readonly content: NoteContent
}

/**
 * draft -> signed, or draft -> awaiting-cosign -> signed, with any number of supervisor changes in between; then any number of addenda.
 * Every function here returns the note after the step or throws a problem.
 */
const stepped = <N extends NoteFacts>(note: N, change: Partial<N>): N => ({
  ...note,
  ...change,
  version: note.version + 1,
})

export const isFinal = ({ status }: Pick<NoteFacts, 'status'>): boolean => status === 'signed' || status === 'addended'

export const requireDraft = ({ status }: Pick<NoteFacts, 'status'>): void => {
  if (status !== 'draft') throw noteSigned()
}

export const requireVersion = (note: Pick<NoteFacts, 'version'>, read: number): void => {
  if (note.version !== read) throw versionConflict()
}

export const requireFinal = (note: Pick<NoteFacts, 'status'>): void => {
  if (!isFinal(note)) throw noteNotSigned()
}

export const save = (note: Note, content: NoteContent, kind: string, read: number, now: Date): Note => {
  requireDraft(note)
  requireVersion(note, read)
  return stepped(note, { content, kind, templateCode: content.templateCode, savedAt: now })
}

/** Completeness and the permission to sign are checked before. `at` is the time in the signed statement. */
export const sign = (note: Note, supervisorId: string | null, read: number, at: Date): Note => {
  requireDraft(note)
  requireVersion(note, read)
  return supervisorId === null
    ? stepped(note, { status: 'signed', signedAt: at })
    : stepped(note, { status: 'awaiting-cosign', supervisorId })
}

export const cosign = (note: Note, at: Date): Note => {
  if (note.status !== 'awaiting-cosign') throw notAwaitingCosign()
  return stepped(note, { status: 'signed', signedAt: at })
}

/** Changes the supervisor: the one whom the author named may be away or gone. */
export const reassign = (note: Note, supervisorId: string, read: number): Note => {
  if (note.status !== 'awaiting-cosign') throw notAwaitingCosign()
  requireVersion(note, read)
  return stepped(note, { supervisorId })
}

export const addend = (note: Note): Note => {
  requireFinal(note)
  return stepped(note, { status: 'addended' })
}
