import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Note, NoteFacts } from '../model/note.ts'
import {
  noteAttestation,
  attestationHash,
  attestationText,
  type NoteAttestation,
  type SignatureContent,
  type SignedAs,
} from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listSignaturesByNote, type Signature } from '../store/signatures.ts'

export interface SignedStep {
  readonly statement: NoteAttestation
  readonly sealed: SignatureContent
  /** Previous signatures and the new one. No other step can be in between if the note is unchanged since it was read. */
  readonly signatures: readonly Signature[]
}

interface AttestationRequest {
  readonly as: SignedAs
  readonly contentHash: string
  /** The supervisor. */
  readonly supervisorId: string | null
  /** The text, for addenda only. */
  readonly text?: string
}

/** Who signs and who signed. */
export interface LoadedSigners {
  /** Of the caller and the supervisor, by `member:<id>`. */
  readonly names: ReadonlyMap<string, string>
  readonly signatures: readonly Signature[]
}

export const gatherSigners = async (
  { directory }: Pick<DocumentationContext, 'directory'>,
  context: ReadContext,
  note: NoteFacts,
  supervisorId: string | null,
): Promise<LoadedSigners> => {
  const people = [context.caller.personId, ...(supervisorId === null ? [] : [supervisorId])]
  const [names, signatures] = await Promise.all([
    directory.actorNames(
      context,
      people.map((id) => ({ kind: 'member', id })),
      [],
    ),
    // A draft has no signatures.
    note.status === 'draft' ? [] : listSignaturesByNote(context.db, context, note),
  ])
  return { names, signatures }
}

/**
 * Builds the statement that the caller signs, linked to the previous one, and has the deployment sign it. Runs in `gather`, because the key
 * may be in an external key service. The step is stored only if the note is unchanged.
 */
export const signAttestation = async (
  note: Note,
  { as, contentHash, supervisorId, text }: AttestationRequest,
  { names, signatures: before }: LoadedSigners,
  ports: Pick<DocumentationContext, 'signer'>,
  { caller, now, newId }: Pick<ReadContext, 'caller' | 'now' | 'newId'>,
): Promise<SignedStep> => {
  const last = before.at(-1)
  const named = (memberId: string) => ({ memberId, displayName: names.get(`member:${memberId}`) ?? memberId })
  const attestation = noteAttestation(note, {
    id: newId(),
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
    previous: last ? attestationHash(last.sealed.statement) : null,
  })
  const signed = attestationText(attestation)
  const { signature, keyId, publicKey } = await ports.signer.sign(Buffer.from(signed, 'utf8'))
  const sealed: SignatureContent = {
    statement: signed,
    signature: Buffer.from(signature).toString('base64url'),
    keyId,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    text: text ?? null,
  }
  const { id, version } = attestation
  return {
    statement: attestation,
    sealed,
    signatures: [...before, { id, as, version, statement: attestation, sealed }],
  }
}
