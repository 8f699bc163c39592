import type { components } from '@visitkit/contract'
import { notAwaitingCosign, noteNotSigned, noteSigned, versionConflict } from '../problems.ts'

type Schemas = components['schemas']
export type NoteStatus = Schemas['NoteStatus']
export type NoteSection = Schemas['NoteSection']
export type NoteDiagnosis = Schemas['NoteDiagnosis'] & { readonly display: string }
export type Vital = Schemas['Vital']
export type NoteService = Schemas['NoteService']

/** What of a note is PHI: sealed as one value with every version. FHIR: Composition with its sections. */
export interface NoteContent {
  readonly templateCode: string
  readonly sections: readonly NoteSection[]
  readonly diagnoses: readonly NoteDiagnosis[]
  readonly vitals: readonly Vital[]
  readonly services: readonly NoteService[]
  /** Sections that the server wrote from intake and check-in, and nobody has changed. */
  readonly prefilled: readonly string[]
  /** Those of them without a word of the patient's: alerts, scores and check-in alone. No clinician has assessed anything in them. */
  readonly derived: readonly string[]
}

/** A note without its text: lists and decisions about its life need no more. */
export interface NoteFacts {
  readonly id: string
  readonly visitId: string
  readonly patientId: string
  /** Who treated, and so who writes and signs it. */
  readonly practitionerId: string
  readonly templateCode: string
  /** LOINC code of the kind of document. */
  readonly kind: string
  readonly specialty: string
  /** Of the headings, and of what the server wrote. */
  readonly language: string
  readonly modality: Schemas['Modality']
  readonly status: NoteStatus
  readonly visitAt: Date
  readonly draftedAt: Date
  readonly savedAt: Date
  /** When the last signature that it needed was made. */
  readonly signedAt: Date | null
  /** Whose signature it waits for, or waited for: a member. */
  readonly supervisorId: string | null
  /** Raised by every step; each has its row in the history. */
  readonly version: number
}
export interface Note extends NoteFacts {
  readonly content: NoteContent
}

/**
 * draft -> signed, or draft -> awaiting-cosign -> signed, with another to co-sign in between as often as needed; then addended as often as needed. Every function here returns the note after
 * the step or throws the refusal.
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

/** Whether it is complete, and who may sign, is decided before. `at`: as the statement that is signed says. */
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

/** Another is to co-sign: whom the author named may be away, or gone. */
export const reassign = (note: Note, supervisorId: string, read: number): Note => {
  if (note.status !== 'awaiting-cosign') throw notAwaitingCosign()
  requireVersion(note, read)
  return stepped(note, { supervisorId })
}

export const addend = (note: Note): Note => {
  requireFinal(note)
  return stepped(note, { status: 'addended' })
}
