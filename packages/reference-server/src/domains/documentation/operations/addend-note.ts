import { operation } from '../../../platform/contracts/operation.ts'
import { noteAddended } from '../events.ts'
import { addend, assertFinal, assertVersion } from '../model/note.ts'
import { addendumHash } from '../model/note-statement.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNote, unsealNote, updateNote } from '../store/notes.ts'
import { signatureInsertion } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signStatement } from '../workflows/sign-statement.ts'

export const addendNote = operation<DocumentationContext>()('addendNote', {
  gather: async ({ path, body }, ports, reading) => {
    const atHand = await gatherNote(ports, reading, path.noteId)
    reading.access.requireOwner([atHand.note.practitionerId])
    assertFinal(atHand.note)
    const note = await unsealNote(reading.db, reading, atHand.closed)
    const text = body.text.toWellFormed()
    const toSign = { as: 'addendum', contentHash: addendumHash(text), supervisorId: null, text } as const
    return { ...atHand, read: note.version, signed: await signStatement(note, toSign, ports, reading) }
  },
  keep: async ({ path }, { ports, practitioner, read, signed }, keeping) => {
    const { tx, emit } = keeping
    const before = await readNote(tx, keeping, path.noteId, 'lock')
    // The statement names the one before it: whoever adds at the same moment comes after, and tries again.
    assertVersion(before, read)
    const after = addend(before)
    await updateNote(tx, keeping, before, after, [await signatureInsertion(tx, keeping, signed)])
    await emit(noteAddended(after))
    return {
      status: 201,
      headers: { location: `/v1/notes/${after.id}` },
      body: answerOfNote(after, signed.signatures, practitioner, ports),
    }
  },
})
