import { notFound } from '../../../platform/problems/problem.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { findOwnNote } from '../store/psychotherapy-notes.ts'
import { gatherCounselingConsent } from '../workflows/gather-counseling-consent.ts'
import { presentPsychotherapyNote } from '../presenters/present-psychotherapy-note.ts'

export const getPsychotherapyNote = operation<DocumentationContext>()('getPsychotherapyNote', {
  read: async ({ path }, _, context, ports) => {
    const note = await findOwnNote(context.db, context, path.visitId)
    if (note === null) throw notFound('no psychotherapy note of the caller')
    const consent = await gatherCounselingConsent(ports, context, note)
    return { status: 200, body: presentPsychotherapyNote(note, consent) }
  },
})
