import type { Reading } from '../../../platform/contracts/context.ts'
import type { Note } from '../model/note.ts'
import {
  noteStatement,
  statementHash,
  statementText,
  type NoteStatement,
  type SealedSignature,
  type SignedAs,
} from '../model/note-statement.ts'
import type { DocumentationContext } from '../ports.ts'
import { signaturesOf, type Signature } from '../store/signatures.ts'

export interface SignedStep {
  readonly statement: NoteStatement
  readonly sealed: SealedSignature
  /** Those before it, and it: no other step can have come between when the note is found as it was read. */
  readonly signatures: readonly Signature[]
}

interface ToSign {
  readonly as: SignedAs
  readonly contentHash: string
  /** Whom it waits for. */
  readonly supervisorId: string | null
  /** Of an addendum. */
  readonly text?: string
}

/**
 * States what the caller puts their name to, linked to the statement before, and has the deployment sign it. In `gather`: the key may be
 * in a service of its own. What was read is compared once more when it is kept.
 */
export const signStatement = async (
  note: Note,
  { as, contentHash, supervisorId, text }: ToSign,
  ports: DocumentationContext,
  reading: Reading,
): Promise<SignedStep> => {
  const { caller, now } = reading
  const [names, before] = await Promise.all([
    ports.directory.actorNames(
      reading,
      [caller.personId, ...(supervisorId === null ? [] : [supervisorId])].map((id) => ({ kind: 'member', id })),
      [],
    ),
    // Nobody has signed a draft.
    note.status === 'draft' ? [] : signaturesOf(reading.db, reading, note),
  ])
  const last = before.at(-1)
  const named = (memberId: string) => ({ memberId, displayName: names.get(`member:${memberId}`) ?? memberId })
  const statement = noteStatement(note, {
    id: reading.newId(),
    organizationId: caller.organizationId,
    as,
    contentHash,
    supervisor: supervisorId === null ? null : named(supervisorId),
    by: named(caller.personId),
    at: now,
    session: {
      id: caller.sessionId,
      clientId: caller.clientId,
      authenticatedAt: caller.authenticatedAt.toISOString(),
    },
    previous: last ? statementHash(last.sealed.statement) : null,
  })
  const signed = statementText(statement)
  const { signature, keyId, publicKey } = await ports.signer.sign(Buffer.from(signed, 'utf8'))
  const sealed: SealedSignature = {
    statement: signed,
    signature: Buffer.from(signature).toString('base64url'),
    keyId,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    text: text ?? null,
  }
  const { id, version } = statement
  return { statement, sealed, signatures: [...before, { id, as, version, statement, sealed }] }
}
