import { operation } from '../../../platform/contracts/operation.ts'
import { noteAddended } from '../events.ts'
import { addend, requireFinal, requireVersion } from '../model/note.ts'
import { addendumHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNote, decryptNote, updateNote } from '../store/notes.ts'
import { insertSignatureStatement } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signAttestation } from '../workflows/sign-attestation.ts'

export const addendNote = operation<DocumentationContext>()('addendNote', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    context.access.requireOwner([loaded.note.practitionerId])
    requireFinal(loaded.note)
    const note = await decryptNote(context.db, context, loaded.encrypted)
    const text = body.text.toWellFormed()
    const toSign = { as: 'addendum', contentHash: addendumHash(text), supervisorId: null, text } as const
    return { ...loaded, read: note.version, signed: await signAttestation(note, toSign, ports, context) }
  },
  keep: async ({ path }, { ports, practitioner, read, signed }, context) => {
    const { tx, emit } = context
    const before = await readNote(tx, context, path.noteId, 'for-update')
    // The statement links to the previous one, so the second of two concurrent addenda retries.
    requireVersion(before, read)
    const after = addend(before)
    await updateNote(tx, context, before, after, [await insertSignatureStatement(tx, context, signed)])
    await emit(noteAddended(after))
    return {
      status: 201,
      headers: { location: `/v1/notes/${after.id}` },
      body: presentNote(after, signed.signatures, practitioner, ports),
    }
  },
})
