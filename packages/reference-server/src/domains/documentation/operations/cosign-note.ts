import { operation } from '../../../platform/contracts/operation.ts'
import { noteCosigned, noteSigned } from '../events.ts'
import { cosign } from '../model/note.ts'
import { contentHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { notAwaitingCosign, notTheSupervisor } from '../problems.ts'
import { upsertConditionStatements } from '../store/conditions.ts'
import { readNote, decryptNote, updateNote } from '../store/notes.ts'
import { insertSignatureStatement } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signAttestation } from '../workflows/sign-attestation.ts'

export const cosignNote = operation<DocumentationContext>()('cosignNote', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    if (loaded.note.status !== 'awaiting-cosign') throw notAwaitingCosign()
    if (loaded.note.supervisorId !== context.caller.personId) throw notTheSupervisor()
    const note = await decryptNote(context.db, context, loaded.encrypted)
    const toSign = {
      as: 'supervisor',
      contentHash: contentHash(note.content),
      supervisorId: note.supervisorId,
    } as const
    return { ...loaded, signed: await signAttestation(note, toSign, ports, context) }
  },
  keep: async ({ path }, { ports, practitioner, signed }, context) => {
    const { tx, emit } = context
    const before = await readNote(tx, context, path.noteId, 'for-update')
    const after = cosign(before, new Date(signed.statement.at))
    await updateNote(tx, context, before, after, [
      ...(await upsertConditionStatements(tx, context, after)),
      await insertSignatureStatement(tx, context, signed),
    ])
    await emit(noteCosigned(after))
    await emit(noteSigned(after))
    return { status: 200, body: presentNote(after, signed.signatures, practitioner, ports) }
  },
})
