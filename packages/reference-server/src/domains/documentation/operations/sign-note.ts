import { operation } from '../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { noteAwaitingCosign, noteSigned } from '../events.ts'
import { missingParts } from '../model/missing-parts.ts'
import { requireDraft, requireVersion, sign, type NoteFacts } from '../model/note.ts'
import { contentHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { noteIncomplete, notTheAuthor, versionConflict, visitNotEnded } from '../problems.ts'
import { upsertConditionStatements } from '../store/conditions.ts'
import { readNoteFacts, tryUpdateNote, decryptNote } from '../store/notes.ts'
import { insertSignatureStatement } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { requireSupervisor } from '../workflows/require-supervisor.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { signAttestation } from '../workflows/sign-attestation.ts'

export const signNote = operation<DocumentationContext>()('signNote', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    const { caller } = context
    if (caller.practitionerId !== loaded.note.practitionerId) throw notTheAuthor()
    requireDraft(loaded.note)
    requireVersion(loaded.note, body.version)
    const supervisorId = body.supervisorId ?? null
    if (supervisorId !== null) await requireSupervisor(ports, context, supervisorId, caller.personId)
    await requireEndedVisit(ports, context, loaded.note)
    const note = await decryptNote(context.db, context, loaded.encrypted)
    const missing = missingParts(note, ports.templates.find(note.templateCode, note.draftedAt))
    if (missing.sections.length > 0 || missing.parts.length > 0) throw noteIncomplete(missing, note.content.derived)
    const toSign = { as: 'author', contentHash: contentHash(note.content), supervisorId } as const
    return { ...loaded, note, supervisorId, signed: await signAttestation(note, toSign, ports, context) }
  },
  keep: async ({ path, body }, { note: before, ports, practitioner, supervisorId, signed }, context) => {
    const { tx, emit } = context
    const after = sign(before, supervisorId, body.version, new Date(signed.statement.at))
    const noted = after.status === 'signed' ? await upsertConditionStatements(tx, context, after) : []
    const isKept = await tryUpdateNote(tx, context, before, after, [
      ...noted,
      await insertSignatureStatement(tx, context, signed),
    ])
    // Another request signed or changed it first.
    if (!isKept) {
      requireDraft(await readNoteFacts(tx, context, path.noteId))
      throw versionConflict()
    }
    await emit(after.status === 'signed' ? noteSigned(after) : noteAwaitingCosign(after))
    return { status: 200, body: presentNote(after, signed.signatures, practitioner, ports) }
  },
})

/** A signed note documents the complete visit. */
const requireEndedVisit = async (
  ports: DocumentationContext,
  context: ReadContext,
  { visitId }: Pick<NoteFacts, 'visitId'>,
): Promise<void> => {
  const { status } = await ports.visits.visit(context, visitId)
  if (status !== 'ended') throw visitNotEnded()
}
