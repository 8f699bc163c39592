import { operation } from '../../../platform/contracts/operation.ts'
import { noteCosigned, noteSigned } from '../events.ts'
import { cosign } from '../model/note.ts'
import { contentHash } from '../model/note-statement.ts'
import type { DocumentationContext } from '../ports.ts'
import { notAwaitingCosign, notTheSupervisor } from '../problems.ts'
import { conditionsNoted } from '../store/conditions.ts'
import { readNote, unsealNote, updateNote } from '../store/notes.ts'
import { signatureInsertion } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signStatement } from '../workflows/sign-statement.ts'

export const cosignNote = operation<DocumentationContext>()('cosignNote', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherNote(ports, reading, path.noteId)
    if (atHand.note.status !== 'awaiting-cosign') throw notAwaitingCosign()
    if (atHand.note.supervisorId !== reading.caller.personId) throw notTheSupervisor()
    const note = await unsealNote(reading.db, reading, atHand.closed)
    const toSign = {
      as: 'supervisor',
      contentHash: contentHash(note.content),
      supervisorId: note.supervisorId,
    } as const
    return { ...atHand, signed: await signStatement(note, toSign, ports, reading) }
  },
  keep: async ({ path }, { ports, practitioner, signed }, keeping) => {
    const { tx, emit } = keeping
    const before = await readNote(tx, keeping, path.noteId, 'lock')
    const after = cosign(before, new Date(signed.statement.at))
    await updateNote(tx, keeping, before, after, [
      ...(await conditionsNoted(tx, keeping, after)),
      await signatureInsertion(tx, keeping, signed),
    ])
    await emit(noteCosigned(after))
    await emit(noteSigned(after))
    return { status: 200, body: answerOfNote(after, signed.signatures, practitioner, ports) }
  },
})
