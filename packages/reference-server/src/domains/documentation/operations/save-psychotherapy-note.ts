import { notFound } from '../../../platform/problems/problem.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { keepsPsychotherapyNotes } from '../model/specialty-notes.ts'
import type { DocumentationContext } from '../ports.ts'
import { versionConflict } from '../problems.ts'
import { findOwnNote, keepOwnNote } from '../store/psychotherapy-notes.ts'
import { answerOfPsychotherapyNote } from '../presenters/answer-of-psychotherapy-note.ts'

/**
 * 45 CFR 164.501: notes of a mental health professional about what was said in a session, kept apart from the record. So they exist for
 * visits of a specialty whose pack says so, and only for whoever held the session. No event is told and no other document shows them.
 */
export const savePsychotherapyNote = operation<DocumentationContext>()('savePsychotherapyNote', {
  gather: async ({ path }, { visits, specialties }, reading) => {
    const visit = await visits.visit(reading, path.visitId)
    if (visit.seenBy === null || visit.seenBy !== reading.caller.practitionerId)
      throw notFound('the session was held by another practitioner')
    if (!keepsPsychotherapyNotes(visit.specialty, specialties))
      throw notFound('no psychotherapy notes in this specialty')
    return visit
  },
  keep: async ({ path: { visitId }, body }, { patientId }, keeping) => {
    const { tx, now, newId } = keeping
    const before = await findOwnNote(tx, keeping, visitId)
    if (body.version !== (before?.version ?? 0)) throw versionConflict()
    const text = body.text.toWellFormed()
    const id = before?.id ?? newId()
    const note = { id, visitId, patientId, text, savedAt: now, version: body.version + 1 }
    if (!(await keepOwnNote(tx, keeping, note))) throw versionConflict()
    return { status: 200, body: answerOfPsychotherapyNote(note) }
  },
})
