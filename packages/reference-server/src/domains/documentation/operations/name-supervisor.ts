import { operation } from '../../../platform/contracts/operation.ts'
import { noteAwaitingCosign } from '../events.ts'
import { requireVersion, reassign } from '../model/note.ts'
import { contentHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { notAwaitingCosign, supervisorAvailable, supervisorUnknown } from '../problems.ts'
import { decryptNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { requireSupervisor, mayCosign } from '../workflows/require-supervisor.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { gatherSigners, signAttestation } from '../workflows/sign-attestation.ts'
import { signedStep } from '../workflows/signed-step.ts'

/**
 * Changes the supervisor, so that no note waits forever. The author can name another one; the current supervisor can pass it on; and once
 * the supervisor can no longer sign, so can a colleague of the author. The change is a step like every other: a version, and a signed
 * statement.
 */
export const nameSupervisor = operation<DocumentationContext>()('nameSupervisor', {
  gather: async ({ path, body: { supervisorId, version } }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    const { note: facts } = loaded
    const { caller } = context
    if (facts.status !== 'awaiting-cosign' || facts.supervisorId === null) throw notAwaitingCosign()
    requireVersion(facts, version)
    const isOwnNote = caller.practitionerId === facts.practitionerId || caller.personId === facts.supervisorId
    if (!isOwnNote) context.access.requireOwner([facts.practitionerId])
    if (!isOwnNote && (await mayCosign(ports, context, facts.supervisorId))) throw supervisorAvailable()
    if (supervisorId === facts.supervisorId) throw supervisorUnknown('Must be another than the one who is named.')
    const signers = await gatherSigners(ports, context, facts, supervisorId)
    const author = signers.signatures.find(({ as }) => as === 'author')
    const [note] = await Promise.all([
      decryptNote(context.db, context, loaded.encrypted),
      requireSupervisor(ports, context, supervisorId, author?.statement.by.memberId),
    ])
    const toSign = { as: 'reassignment', contentHash: contentHash(note.content), supervisorId } as const
    return { ...loaded, note, signed: await signAttestation(note, toSign, signers, ports, context) }
  },
  decide: ({ body: { supervisorId, version } }, { note: before, ports, practitioner, signed }, context) => {
    const after = reassign(before, supervisorId, version)
    return {
      writes: signedStep({ before, after, signed }, context),
      events: [noteAwaitingCosign(after)],
      answer: { status: 200, body: presentNote(after, signed.signatures, practitioner, ports) },
    }
  },
})
