import { operation } from '../../../platform/contracts/operation.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import { noteAwaitingCosign, noteSigned } from '../events.ts'
import { missingParts } from '../model/missing-parts.ts'
import { assertDraft, assertVersion, sign, type NoteFacts } from '../model/note.ts'
import { contentHash } from '../model/note-statement.ts'
import type { DocumentationContext } from '../ports.ts'
import { noteIncomplete, notTheAuthor, versionConflict, visitNotEnded } from '../problems.ts'
import { conditionsNoted } from '../store/conditions.ts'
import { readNoteFacts, stepNote, unsealNote } from '../store/notes.ts'
import { signatureInsertion } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { assertSupervisor } from '../workflows/assert-supervisor.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signStatement } from '../workflows/sign-statement.ts'

export const signNote = operation<DocumentationContext>()('signNote', {
  gather: async ({ path, body }, ports, reading) => {
    const atHand = await gatherNote(ports, reading, path.noteId)
    const { caller } = reading
    if (caller.practitionerId !== atHand.note.practitionerId) throw notTheAuthor()
    assertDraft(atHand.note)
    assertVersion(atHand.note, body.version)
    const supervisorId = body.supervisorId ?? null
    if (supervisorId !== null) await assertSupervisor(ports, reading, supervisorId, caller.personId)
    await assertEnded(ports, reading, atHand.note)
    const note = await unsealNote(reading.db, reading, atHand.closed)
    const missing = missingParts(note, ports.templates.find(note.templateCode, note.draftedAt))
    if (missing.sections.length > 0 || missing.parts.length > 0) throw noteIncomplete(missing, note.content.derived)
    const toSign = { as: 'author', contentHash: contentHash(note.content), supervisorId } as const
    return { ...atHand, note, supervisorId, signed: await signStatement(note, toSign, ports, reading) }
  },
  keep: async ({ path, body }, { note: before, ports, practitioner, supervisorId, signed }, keeping) => {
    const { tx, emit } = keeping
    const after = sign(before, supervisorId, body.version, new Date(signed.statement.at))
    const noted = after.status === 'signed' ? await conditionsNoted(tx, keeping, after) : []
    const isKept = await stepNote(tx, keeping, before, after, [...noted, await signatureInsertion(tx, keeping, signed)])
    // Somebody was quicker, and signed it or wrote on.
    if (!isKept) {
      assertDraft(await readNoteFacts(tx, keeping, path.noteId))
      throw versionConflict()
    }
    await emit(after.status === 'signed' ? noteSigned(after) : noteAwaitingCosign(after))
    return { status: 200, body: answerOfNote(after, signed.signatures, practitioner, ports) }
  },
})

/** What is signed documents the whole visit. */
const assertEnded = async (
  ports: DocumentationContext,
  reading: Reading,
  { visitId }: Pick<NoteFacts, 'visitId'>,
): Promise<void> => {
  const { status } = await ports.visits.visit(reading, visitId)
  if (status !== 'ended') throw visitNotEnded()
}
