import { operation } from '../../../platform/contracts/operation.ts'
import { noteDrafted } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { findNoteOfVisit, insertNote } from '../store/notes.ts'
import { signaturesOf } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'

export const openNote = operation<DocumentationContext>()('openNote', {
  gather: async ({ path }, ports, reading) => {
    const found = await findNoteOfVisit(reading.db, reading, path.visitId)
    if (found !== null) {
      reading.access.requireOwner([found.practitionerId])
      return { found, ports, practitioner: await ports.directory.practitioner(reading, found.practitionerId) }
    }
    const visit = await ports.visits.visit(reading, path.visitId)
    // The note belongs to the practitioner who treats, as the draft will say.
    if (visit.seenBy !== null) reading.access.requireOwner([visit.seenBy])
    return { found: null, ...(await gatherDraft(ports, reading, visit)) }
  },
  keep: async ({ path }, { ports, practitioner, ...gathered }, keeping) => {
    const { tx, now, newId, caller, emit } = keeping
    const { found } = gathered
    if (found === null) {
      const note = { ...gathered.note, id: newId(), draftedAt: now, savedAt: now }
      if (await insertNote(tx, keeping, note, null)) {
        await emit(noteDrafted(note))
        return { status: 200, body: answerOfNote(note, [], practitioner, ports) }
      }
    }
    // Somebody else, or the end of the visit, made it in the meantime.
    const note = found ?? (await findNoteOfVisit(tx, keeping, path.visitId))
    if (note === null) throw new Error(`a note of ${caller.organizationId} is neither new nor there`)
    // Nobody has signed a draft.
    const signatures = note.status === 'draft' ? [] : await signaturesOf(tx, keeping, note)
    return { status: 200, body: answerOfNote(note, signatures, practitioner, ports) }
  },
})
