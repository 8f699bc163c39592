import { operation } from '../../../platform/contracts/operation.ts'
import { noteDrafted } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { findNoteByVisit, insertNote } from '../store/notes.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
import { listSignaturesByNote } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'

export const openNote = operation<DocumentationContext>()('openNote', {
  gather: async ({ path }, ports, context) => {
    const found = await findNoteByVisit(context.db, context, path.visitId)
    if (found !== null) {
      context.access.requireOwner([found.practitionerId])
      const [practitioner, signatures, changes] = await Promise.all([
        ports.directory.practitioner(context, found.practitionerId),
        // A draft has no signatures.
        found.status === 'draft' ? [] : listSignaturesByNote(context.db, context, found),
        listVitalChanges(context.db, context, [found]),
      ])
      return { found, signatures, changes: changes.get(found.id), practitioner, ports }
    }
    const visit = await ports.visits.visit(context, path.visitId)
    // The note belongs to the treating practitioner, like the draft.
    if (visit.seenBy !== null) context.access.requireOwner([visit.seenBy])
    return { found: null, ...(await gatherDraft(ports, context, visit)) }
  },
  decide: (_, { ports, practitioner, ...gathered }, { now, newId }) => {
    const { found } = gathered
    if (found !== null)
      return {
        answer: { status: 200, body: presentNote(found, gathered.signatures, practitioner, ports, gathered.changes) },
      }
    const note = { ...gathered.note, id: newId(), draftedAt: now, savedAt: now }
    return {
      // If another request, or the end of the visit, creates it in the meantime, that one is opened.
      writes: insertNote(note, newId()),
      events: [noteDrafted(note)],
      answer: { status: 200, body: presentNote(note, [], practitioner, ports) },
    }
  },
})
