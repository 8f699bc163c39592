import { createHash } from 'node:crypto'
import { canonicalJson, type CanonicalValue } from '../../../platform/audit/canonical-json.ts'
import type { Note, NoteContent, NoteFacts } from './note.ts'

/** `reassignment`: names another person to co-sign what the author signed. */
export type SignedAs = 'author' | 'reassignment' | 'supervisor' | 'addendum'

/** The signed statement of each signature on a note. `format` changes whenever a property does. */
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
  /** The version that the step created. From the author's signature on, all versions have the same content. */
  readonly version: number
  /** SHA-256 (hex) of the signed content: the note, or the text of the addendum. */
  readonly contentHash: string
  /** The supervisor whose co-signature is required, with their name at the time. */
  readonly supervisor: { readonly memberId: string; readonly displayName: string } | null
  readonly by: { readonly memberId: string; readonly displayName: string }
  readonly at: string
  readonly session: { readonly id: string; readonly clientId: string; readonly authenticatedAt: string }
  /** SHA-256 (hex) of the previous statement on the same note; null for the author's. A missing statement breaks the chain. */
  readonly previous: string | null
}

/** The encrypted part of a signature. */
export interface SignatureContent {
  /** Canonical JSON of a NoteStatement: the exact signed text. */
  readonly statement: string
  /** Base64url, Ed25519. */
  readonly signature: string
  readonly keyId: string
  /** Base64url of the raw 32 bytes. */
  readonly publicKey: string
  /** The text, for addenda only. */
  readonly text: string | null
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** SHA-256 (hex) over the canonical JSON (RFC 8785) of everything that a reader of the note sees. */
export const contentHash = ({ templateCode, sections, diagnoses, vitals, services }: NoteContent): string =>
  sha256(canonicalJson(asJson({ templateCode, sections, diagnoses, vitals, services })))

export const addendumHash = (text: string): string => sha256(canonicalJson({ text }))

export const attestationHash = (statement: string): string => sha256(statement)

export const attestationText = (attestation: NoteAttestation): string => canonicalJson(asJson(attestation))

/** Plain data at every level, because the hash is over its JSON. */
const asJson = (value: object): CanonicalValue => JSON.parse(JSON.stringify(value)) as CanonicalValue

/** Of the note before the step. */
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
