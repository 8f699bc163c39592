import { createHash } from 'node:crypto'
import { canonicalJson, type CanonicalValue } from '../../../platform/audit/canonical-json.ts'
import type { Note, NoteContent, NoteFacts } from './note.ts'

/** `reassignment`: names another to co-sign what the author signed. */
export type SignedAs = 'author' | 'reassignment' | 'supervisor' | 'addendum'

/** What the server states, and signs, each time somebody puts their name to a note. `format` changes whenever a member does. */
export interface NoteAttestation {
  readonly format: 'visitkit.note-statement/1'
  readonly id: string
  readonly noteId: string
  readonly organizationId: string
  readonly visitId: string
  readonly patientId: string
  readonly practitionerId: string
  readonly templateCode: string
  readonly kind: string
  readonly specialty: string
  readonly language: string
  readonly modality: NoteFacts['modality']
  readonly visitAt: string
  readonly draftedAt: string
  readonly savedAt: string
  readonly as: SignedAs
  /** The version that the step made: from the author's on, every one holds the same content. */
  readonly version: number
  /** SHA-256, hex, of what was signed: the note, or the text of the addendum. */
  readonly contentHash: string
  /** Whose signature the author's waits for, by the name of that day. */
  readonly supervisor: { readonly memberId: string; readonly displayName: string } | null
  readonly by: { readonly memberId: string; readonly displayName: string }
  readonly at: string
  readonly session: { readonly id: string; readonly clientId: string; readonly authenticatedAt: string }
  /** SHA-256, hex, of the statement before it on the same note; null for the author's. One left out breaks the chain. */
  readonly previous: string | null
}

/** What the vault seals of a signature. */
export interface SignatureContent {
  /** Canonical JSON of a NoteStatement: the exact text that was signed. */
  readonly statement: string
  /** Base64url, Ed25519. */
  readonly signature: string
  readonly keyId: string
  /** Base64url of the raw 32 bytes. */
  readonly publicKey: string
  /** Of an addendum. */
  readonly text: string | null
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256, hex, over the canonical JSON (RFC 8785) of everything that a reader of the note is shown. */
export const contentHash = ({ templateCode, sections, diagnoses, vitals, services }: NoteContent): string =>
  sha256(canonicalJson(asJson({ templateCode, sections, diagnoses, vitals, services })))

export const addendumHash = (text: string): string => sha256(canonicalJson({ text }))

export const attestationHash = (statement: string): string => sha256(statement)

export const attestationText = (attestation: NoteAttestation): string => canonicalJson(asJson(attestation))

/** Plain data all through: what JSON makes of it is what is hashed. */
const asJson = (value: object): CanonicalValue => JSON.parse(JSON.stringify(value)) as CanonicalValue

/** Of a note as it stands before the step. */
export const noteAttestation = (
  note: Note,
  about: Pick<
    NoteAttestation,
    'id' | 'organizationId' | 'as' | 'contentHash' | 'supervisor' | 'by' | 'session' | 'previous'
  > & {
    readonly at: Date
  },
): NoteAttestation => ({
  format: 'visitkit.note-statement/1',
  id: about.id,
  noteId: note.id,
  organizationId: about.organizationId,
  visitId: note.visitId,
  patientId: note.patientId,
  practitionerId: note.practitionerId,
  templateCode: note.templateCode,
  kind: note.kind,
  specialty: note.specialty,
  language: note.language,
  modality: note.modality,
  visitAt: note.visitAt.toISOString(),
  draftedAt: note.draftedAt.toISOString(),
  savedAt: note.savedAt.toISOString(),
  as: about.as,
  version: note.version + 1,
  contentHash: about.contentHash,
  supervisor: about.supervisor,
  by: about.by,
  at: about.at.toISOString(),
  session: about.session,
  previous: about.previous,
})
