import { notFound } from '../../../platform/problems/problem.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { keepsPsychotherapyNotes } from '../model/specialty-notes.ts'
import type { DocumentationContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { findOwnNote, writeOwnNote } from '../store/psychotherapy-notes.ts'
import { presentPsychotherapyNote } from '../presenters/present-psychotherapy-note.ts'

/**
 * 45 CFR 164.501: notes of a mental health professional about a session, kept separate from the record. They exist only for visits of a
 * specialty whose pack allows them, and only for the person who held the session. No event is emitted, and no other document contains them.
 */
export const savePsychotherapyNote = operation<DocumentationContext>()('savePsychotherapyNote', {
  gather: async ({ path }, { visits, specialties }, context) => {
    const visit = await visits.visit(context, path.visitId)
    if (visit.seenBy === null || visit.seenBy !== context.caller.practitionerId)
      throw notFound('the session was held by another practitioner')
    if (!keepsPsychotherapyNotes(visit.specialty, specialties))
      throw notFound('no psychotherapy notes in this specialty')
    return { patientId: visit.patientId, before: await findOwnNote(context.db, context, path.visitId) }
  },
  decide: ({ path: { visitId }, body }, { patientId, before }, { caller, now, newId }) => {
    if (body.version !== (before?.version ?? 0)) throw versionConflict()
    const text = body.text.toWellFormed()
    const id = before?.id ?? newId()
    const note = { id, visitId, patientId, text, savedAt: now, version: body.version + 1 }
    return {
      writes: [writeOwnNote(note, caller.personId)],
      answer: { status: 200, body: presentPsychotherapyNote(note) },
    }
  },
})
