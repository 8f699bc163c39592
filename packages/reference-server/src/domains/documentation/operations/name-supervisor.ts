import { operation } from '../../../platform/contracts/operation.ts'
import { noteAwaitingCosign } from '../events.ts'
import { assertVersion, reassign } from '../model/note.ts'
import { contentHash } from '../model/note-statement.ts'
import type { DocumentationContext } from '../ports.ts'
import { notAwaitingCosign, supervisorAvailable, supervisorUnknown } from '../problems.ts'
import { readNote, unsealNote, updateNote } from '../store/notes.ts'
import { signatureInsertion, signaturesOf } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { assertSupervisor, mayCosign } from '../workflows/assert-supervisor.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signStatement } from '../workflows/sign-statement.ts'

/**
 * No note waits for ever: its author names another supervisor, the one who was named passes it on, and once that one can sign no longer
 * a colleague whose work it is too. It is a step of the note like every other: a version, and a statement with the name of who took it.
 */
export const nameSupervisor = operation<DocumentationContext>()('nameSupervisor', {
  gather: async ({ path, body: { supervisorId, version } }, ports, reading) => {
    const atHand = await gatherNote(ports, reading, path.noteId)
    const { note: facts } = atHand
    const { caller } = reading
    if (facts.status !== 'awaiting-cosign' || facts.supervisorId === null) throw notAwaitingCosign()
    assertVersion(facts, version)
    const isTheirs = caller.practitionerId === facts.practitionerId || caller.personId === facts.supervisorId
    if (!isTheirs) reading.access.requireOwner([facts.practitionerId])
    if (!isTheirs && (await mayCosign(ports, reading, facts.supervisorId))) throw supervisorAvailable()
    if (supervisorId === facts.supervisorId) throw supervisorUnknown('Must be another than the one who is named.')
    const author = (await signaturesOf(reading.db, reading, facts)).find(({ as }) => as === 'author')
    await assertSupervisor(ports, reading, supervisorId, author?.statement.by.memberId)
    const note = await unsealNote(reading.db, reading, atHand.closed)
    const toSign = { as: 'reassignment', contentHash: contentHash(note.content), supervisorId } as const
    return { ...atHand, signed: await signStatement(note, toSign, ports, reading) }
  },
  keep: async ({ path, body: { supervisorId, version } }, { ports, practitioner, signed }, keeping) => {
    const { tx, emit } = keeping
    const before = await readNote(tx, keeping, path.noteId, 'lock')
    const after = reassign(before, supervisorId, version)
    await updateNote(tx, keeping, before, after, [await signatureInsertion(tx, keeping, signed)])
    await emit(noteAwaitingCosign(after))
    return { status: 200, body: answerOfNote(after, signed.signatures, practitioner, ports) }
  },
})
