import { notFound } from '../../../platform/problems/problem.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { ownNoteKindOf } from '../model/specialty-notes.ts'
import type { DocumentationContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { findOwnNote, writeOwnNote } from '../store/psychotherapy-notes.ts'
import { presentPsychotherapyNote } from '../presenters/present-psychotherapy-note.ts'
import { gatherCounselingConsent } from '../workflows/gather-counseling-consent.ts'

/**
 * 45 CFR 164.501: notes of a mental health professional about a session, kept separate from the record; 42 CFR 2.11: those of a visit about
 * substance use. They exist only for visits of a specialty whose pack allows them and for visits about substance use, and only for the person
 * who held the session. No event is emitted, and no other document contains them.
 */
export const savePsychotherapyNote = operation<DocumentationContext>()('savePsychotherapyNote', {
  gather: async ({ path }, ports, context) => {
    const { visitId, patientId, seenBy, specialty } = await ports.visits.visit(context, path.visitId)
    const { organizationId, practitionerId } = context.caller
    if (seenBy === null || seenBy !== practitionerId) throw notFound('the session was held by another practitioner')
    const before = await findOwnNote(context.db, context, path.visitId)
    const isAboutSubstanceUse = await ports.partTwo.isProtected(organizationId, patientId, visitId)
    const kind = before?.kind ?? ownNoteKindOf({ specialty, isAboutSubstanceUse }, ports.specialties)
    if (kind === null) throw notFound('no psychotherapy notes in this specialty')
    return { patientId, before, kind, consent: await gatherCounselingConsent(ports, context, { kind, patientId }) }
  },
  decide: ({ path: { visitId }, body }, { patientId, before, kind, consent }, { caller, now, newId }) => {
    if (body.version !== (before?.version ?? 0)) throw versionConflict()
    const text = body.text.toWellFormed()
    const id = before?.id ?? newId()
    const note = { id, visitId, patientId, kind, text, savedAt: now, version: body.version + 1 }
    return {
      writes: [writeOwnNote(note, caller.personId)],
      answer: { status: 200, body: presentPsychotherapyNote(note, consent) },
    }
  },
})
