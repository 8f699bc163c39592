import { createPublicKey, verify } from 'node:crypto'
import type { components } from '@visitkit/contract'
import type { NoteContent, NoteFacts, NoteStatus } from './note.ts'
import {
  addendumHash,
  contentHash,
  attestationHash,
  type NoteAttestation,
  type SignatureContent,
  type SignedAs,
} from './note-attestation.ts'

export type NoteFault = components['schemas']['NoteFault']

/** A note as stored; null for content that the vault cannot decrypt. */
export interface StoredNote {
  readonly facts: NoteFacts
  /** Of every version, in order. */
  readonly versions: readonly { readonly version: number; readonly status: NoteStatus }[]
  /** Of the versions after the draft. */
  readonly contents: readonly { readonly version: number; readonly content: NoteContent | null }[]
  /** In chronological order. */
  readonly signatures: readonly {
    readonly as: SignedAs
    readonly version: number
    readonly signedAt: Date
    readonly signedById: string
    readonly sealed: SignatureContent | null
  }[]
}

/** Whether anything in the database indicates that the note was ever signed. */
export const wasSigned = ({ facts, versions, signatures }: StoredNote): boolean =>
  facts.status !== 'draft' || signatures.length > 0 || versions.some(({ status }) => status !== 'draft')

/**
 * Compares the stored note with what was signed, without trusting any column: the content is hashed again, every signature is verified with
 * a key of the deployment, and each must link to the previous one. Returns each fault once.
 */
export const verifyNote = (stored: StoredNote, isTrusted: (publicKey: string) => boolean): NoteFault[] => {
  const faults = new Set<NoteFault>()
  const { facts, versions, contents, signatures } = stored
  if (hasGap(versions, facts)) faults.add('version-missing')

  const statements = signatures.map(({ as, version, signedAt, signedById, sealed }) => {
    const attestation = sealed && isGenuine(sealed, isTrusted) ? parse(sealed.statement) : null
    if (attestation === null)
      faults.add(as === 'addendum' && sealed === null ? 'addendum-changed' : 'signature-invalid')
    else if (
      attestation.as !== as ||
      attestation.version !== version ||
      attestation.at !== signedAt.toISOString() ||
      attestation.by.memberId !== signedById
    )
      faults.add('signature-invalid')
    return attestation
  })
  statements.forEach((attestation, at) => {
    const before = signatures[at - 1]?.sealed?.statement
    const expected = at === 0 ? null : before === undefined ? undefined : attestationHash(before)
    if (attestation !== null && expected !== undefined && attestation.previous !== expected)
      faults.add('signature-invalid')
  })

  const author = statements.find((attestation) => attestation?.as === 'author')
  if (author) {
    const cosigned = statements.find((attestation) => attestation?.as === 'supervisor')
    if (!statements.every((attestation) => attestation === null || isAboutThis(attestation, facts)))
      faults.add('content-changed')
    const named = statements.findLast(
      (attestation) => attestation?.as === 'author' || attestation?.as === 'reassignment',
    )
    const supervisorId = named?.supervisor?.memberId ?? null
    if (facts.supervisorId !== supervisorId) faults.add('content-changed')
    if (cosigned && cosigned.by.memberId !== supervisorId) faults.add('signature-invalid')
    const completing = supervisorId === null ? author : cosigned
    if (completing !== null && facts.signedAt?.toISOString() !== completing?.at) faults.add('content-changed')
    for (const { version, content } of contents) {
      if (version >= author.version && (content === null || contentHash(content) !== author.contentHash))
        faults.add('content-changed')
    }
    const fromAuthor = versions.filter(({ version }) => version >= author.version)
    if (fromAuthor.some(({ status }) => status === 'draft')) faults.add('content-changed')
  }
  signatures.forEach(({ as, sealed }, at) => {
    const attestation = statements[at]
    const isOfContent = as === 'supervisor' || as === 'reassignment'
    if (isOfContent && attestation && author && attestation.contentHash !== author.contentHash)
      faults.add('signature-invalid')
    if (as === 'addendum' && attestation && addendumHash(sealed?.text ?? '') !== attestation.contentHash)
      faults.add('addendum-changed')
  })
  if (expectedSteps(signatures) !== actualSteps(versions)) faults.add('signature-invalid')
  if (facts.status !== versions.at(-1)?.status) faults.add('content-changed')
  return [...faults]
}

/** Earlier drafts may be missing; from the signed one on, every step must have its version, up to the last. */
const hasGap = (versions: StoredNote['versions'], facts: NoteFacts): boolean => {
  const first = versions.findIndex(({ status }) => status !== 'draft')
  const steps = versions.slice(Math.max(0, first - 1)).map(({ version }) => version)
  const last = steps.at(-1)
  return last !== facts.version || steps.some((version, at) => version !== last - steps.length + 1 + at)
}

/** Each signature belongs to exactly one version, in this order. */
const expectedSteps = (signatures: StoredNote['signatures']): string => signatures.map(({ version }) => version).join()
const actualSteps = (versions: StoredNote['versions']): string =>
  versions
    .filter(({ status }) => status !== 'draft')
    .map(({ version }) => version)
    .join()

const isAboutThis = (attestation: NoteAttestation, facts: NoteFacts): boolean =>
  attestation.noteId === facts.id &&
  attestation.visitId === facts.visitId &&
  attestation.patientId === facts.patientId &&
  attestation.practitionerId === facts.practitionerId &&
  attestation.templateCode === facts.templateCode &&
  attestation.kind === facts.kind &&
  attestation.specialty === facts.specialty &&
  attestation.language === facts.language &&
  attestation.modality === facts.modality &&
  attestation.visitAt === facts.visitAt.toISOString() &&
  attestation.draftedAt === facts.draftedAt.toISOString() &&
  attestation.savedAt === facts.savedAt.toISOString()

/** DER prefix (SubjectPublicKeyInfo) of an Ed25519 public key, without the key itself (RFC 8410). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')

const isGenuine = (
  { statement, signature, publicKey }: SignatureContent,
  isTrusted: (publicKey: string) => boolean,
): boolean => {
  const raw = Buffer.from(publicKey, 'base64url')
  if (raw.length !== 32 || !isTrusted(publicKey)) return false
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' })
  return verify(null, Buffer.from(statement, 'utf8'), key, Buffer.from(signature, 'base64url'))
}

/** Called only for a statement with a valid signature, so its format is known. */
const parse = (statement: string): NoteAttestation => JSON.parse(statement) as NoteAttestation
