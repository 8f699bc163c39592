import { sign, type KeyObject } from 'node:crypto'
import { publicPart } from '../../../platform/audit/key-of-words.testing.ts'
import { addend, cosign, reassign, sign as signNote, type Note, type NoteContent } from './note.ts'
import {
  addendumHash,
  contentHash,
  noteAttestation,
  attestationHash,
  attestationText,
  type NoteAttestation,
  type SignedAs,
} from './note-attestation.ts'
import type { StoredNote } from './verify-note.ts'

const content: NoteContent = {
  templateCode: 'primary-care',
  sections: [{ code: 'assessment', text: 'Fictional: seasonal cough, no fever. “Rests at home.”' }],
  diagnoses: [{ code: 'J06.9', display: 'Acute upper respiratory infection, unspecified' }],
  vitals: [],
  services: [],
  prefilled: [],
  derived: [],
}

const draft: Note = {
  id: '0192f0c0-0000-7000-8000-00000000a001',
  visitId: '0192f0c0-0000-7000-8000-00000000a002',
  patientId: '0192f0c0-0000-7000-8000-00000000a003',
  practitionerId: '0192f0c0-0000-7000-8000-00000000a004',
  templateCode: 'primary-care',
  kind: '34131-3',
  specialty: 'primary-care',
  language: 'en',
  modality: 'video',
  isAboutSubstanceUse: false,
  status: 'draft',
  visitAt: new Date('2026-11-25T15:00:00Z'),
  draftedAt: new Date('2026-11-25T15:20:00Z'),
  savedAt: new Date('2026-11-25T15:24:00Z'),
  signedAt: null,
  supervisorId: null,
  version: 2,
  content,
}

const named = (memberId: string) => ({ memberId, displayName: `Dr. ${memberId} (fictional)` })

/** Rows of a note as stored: written, signed for one supervisor, reassigned to another, co-signed, with two addenda. */
export const signedNote = (key: KeyObject): StoredNote => {
  const signatures: StoredNote['signatures'][number][] = []
  const versions: StoredNote['versions'][number][] = [
    { version: 1, status: 'draft' },
    { version: 2, status: 'draft' },
  ]
  let previous: string | null = null
  const step = (
    before: Note,
    after: (at: Date) => Note,
    by: string,
    { as, supervisor = null, text = null }: { as: SignedAs; supervisor?: string | null; text?: string | null },
  ): Note => {
    const at = new Date(Date.parse('2026-11-25T15:30:00Z') + signatures.length * 60_000)
    const made: NoteAttestation = noteAttestation(before, {
      id: `0192f0c0-0000-7000-8000-00000000b00${signatures.length}`,
      organizationId: '0192f0c0-0000-7000-8000-00000000c001',
      as,
      contentHash: text === null ? contentHash(before.content) : addendumHash(text),
      supervisor: supervisor === null ? null : named(supervisor),
      by: named(by),
      at,
      session: { id: 'session-1', clientId: 'portal', authenticatedAt: '2026-11-25T15:29:00.000Z' },
      previous,
    })
    const statement = attestationText(made)
    const sealed = { ...resigned(statement, key), text }
    previous = attestationHash(statement)
    const next = after(at)
    versions.push({ version: next.version, status: next.status })
    signatures.push({ as, version: made.version, signedAt: at, signedById: by, sealed })
    return next
  }
  const awaiting = step(draft, (at) => signNote(draft, 'grace', 2, at), 'ada', { as: 'author', supervisor: 'grace' })
  const given = step(awaiting, () => reassign(awaiting, 'linus', 3), 'ada', { as: 'reassignment', supervisor: 'linus' })
  const signed = step(given, (at) => cosign(given, at), 'linus', { as: 'supervisor', supervisor: 'linus' })
  const once = step(signed, () => addend(signed), 'ada', { as: 'addendum', text: 'Fictional: the cough is gone.' })
  const { content: kept, ...facts } = step(once, () => addend(once), 'ada', {
    as: 'addendum',
    text: 'Fictional: and has not come back.',
  })
  return {
    facts,
    versions,
    contents: versions.filter(({ version }) => version > 2).map(({ version }) => ({ version, content: kept })),
    signatures,
  }
}

/** The signature of the deployment's key over a statement. */
export const resigned = (statement: string, key: KeyObject) => ({
  statement,
  signature: sign(null, Buffer.from(statement, 'utf8'), key).toString('base64url'),
  keyId: 'fictional',
  publicKey: publicPart(key),
})
