import { operation } from '../../../platform/contracts/operation.ts'
import { noteAddended } from '../events.ts'
import { addend, requireFinal } from '../model/note.ts'
import { addendumHash } from '../model/note-attestation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
import { decryptNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'
import { gatherSigners, signAttestation } from '../workflows/sign-attestation.ts'
import { signedStep } from '../workflows/signed-step.ts'

export const addendNote = operation<DocumentationContext>()('addendNote', {
  // The statement links to the previous one, so the second of two concurrent addenda is signed again.
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    context.access.requireOwner([loaded.note.practitionerId])
    requireFinal(loaded.note)
    const [note, signers, changes] = await Promise.all([
      decryptNote(context.db, context, loaded.encrypted),
      gatherSigners(ports, context, loaded.note, null),
      listVitalChanges(context.db, context, [loaded.note]),
    ])
    const text = body.text.toWellFormed()
    const toSign = { as: 'addendum', contentHash: addendumHash(text), supervisorId: null, text } as const
    return {
      ...loaded,
      note,
      changes: changes.get(note.id),
      signed: await signAttestation(note, toSign, signers, ports, context),
    }
  },
  decide: (_, { note: before, changes, ports, practitioner, signed }, context) => {
    const after = addend(before)
    return {
      writes: signedStep({ before, after, signed }, context),
      events: [noteAddended(after)],
      answer: {
        status: 201,
        headers: { location: `/v1/notes/${after.id}` },
        body: presentNote(after, signed.signatures, practitioner, ports, changes),
      },
    }
  },
})
