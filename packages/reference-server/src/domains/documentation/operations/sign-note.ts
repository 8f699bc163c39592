import { operation } from '../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { noteAwaitingCosign, noteSigned } from '../events.ts'
import { missingParts } from '../model/missing-parts.ts'
import { requireDraft, requireVersion, sign, type NoteFacts } from '../model/note.ts'
import { contentHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { noteIncomplete, notTheAuthor, visitNotEnded } from '../problems.ts'
import { indexDiagnoses } from '../store/conditions.ts'
import { decryptNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { requireSupervisor } from '../workflows/require-supervisor.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { gatherSigners, signAttestation } from '../workflows/sign-attestation.ts'
import { noteConditions, signedStep } from '../workflows/signed-step.ts'

export const signNote = operation<DocumentationContext>()('signNote', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    const { caller } = context
    if (caller.practitionerId !== loaded.note.practitionerId) throw notTheAuthor()
    requireDraft(loaded.note)
    requireVersion(loaded.note, body.version)
    const supervisorId = body.supervisorId ?? null
    const [note, signers] = await Promise.all([
      decryptNote(context.db, context, loaded.encrypted),
      gatherSigners(ports, context, loaded.note, supervisorId),
      supervisorId === null ? null : requireSupervisor(ports, context, supervisorId, caller.personId),
      requireEndedVisit(ports, context, loaded.note),
    ])
    const missing = missingParts(note, ports.templates.find(note.templateCode, note.draftedAt))
    if (missing.sections.length > 0 || missing.parts.length > 0) throw noteIncomplete(missing, note.content.derived)
    const toSign = { as: 'author', contentHash: contentHash(note.content), supervisorId } as const
    const [signed, diagnoses] = await Promise.all([
      signAttestation(note, toSign, signers, ports, context),
      indexDiagnoses(context.db, context, note),
    ])
    return { ...loaded, note, supervisorId, signed, diagnoses }
  },
  decide: ({ body }, { note: before, ports, practitioner, supervisorId, signed, diagnoses }, context) => {
    const after = sign(before, supervisorId, body.version, new Date(signed.statement.at))
    const isSigned = after.status === 'signed'
    return {
      writes: [
        ...signedStep({ before, after, signed }, context),
        ...(isSigned ? noteConditions(after, diagnoses, context) : []),
      ],
      events: [isSigned ? noteSigned(after) : noteAwaitingCosign(after)],
      answer: { status: 200, body: presentNote(after, signed.signatures, practitioner, ports) },
    }
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
