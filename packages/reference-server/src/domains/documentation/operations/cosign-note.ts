import { operation } from '../../../platform/contracts/operation.ts'
import { noteCosigned, noteSigned } from '../events.ts'
import { cosign } from '../model/note.ts'
import { contentHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { notAwaitingCosign, notTheSupervisor } from '../problems.ts'
import { indexDiagnoses } from '../store/conditions.ts'
import { decryptNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { gatherSigners, signAttestation } from '../workflows/sign-attestation.ts'
import { noteConditions, signedStep } from '../workflows/signed-step.ts'

export const cosignNote = operation<DocumentationContext>()('cosignNote', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    const { status, supervisorId } = loaded.note
    if (status !== 'awaiting-cosign') throw notAwaitingCosign()
    if (supervisorId !== context.caller.personId) throw notTheSupervisor()
    const [note, signers] = await Promise.all([
      decryptNote(context.db, context, loaded.encrypted),
      gatherSigners(ports, context, loaded.note, supervisorId),
    ])
    const toSign = { as: 'supervisor', contentHash: contentHash(note.content), supervisorId } as const
    const [signed, diagnoses] = await Promise.all([
      signAttestation(note, toSign, signers, ports, context),
      indexDiagnoses(context.db, context, note),
    ])
    return { ...loaded, note, signed, diagnoses }
  },
  decide: (_, { note: before, ports, practitioner, signed, diagnoses }, context) => {
    const after = cosign(before, new Date(signed.statement.at))
    return {
      writes: [...signedStep({ before, after, signed }, context), ...noteConditions(after, diagnoses, context)],
      events: [noteCosigned(after), noteSigned(after)],
      answer: { status: 200, body: presentNote(after, signed.signatures, practitioner, ports) },
    }
  },
})
