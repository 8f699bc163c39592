import { operation } from '../../../platform/contracts/operation.ts'
import { noteDrafted } from '../events.ts'
import type { DocumentationContext } from '../ports.ts'
import { findNoteByVisit, insertNote } from '../store/notes.ts'
import { listSignaturesByNote } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'

export const openNote = operation<DocumentationContext>()('openNote', {
  gather: async ({ path }, ports, context) => {
    const found = await findNoteByVisit(context.db, context, path.visitId)
    if (found !== null) {
      context.access.requireOwner([found.practitionerId])
      return { found, ports, practitioner: await ports.directory.practitioner(context, found.practitionerId) }
    }
    const visit = await ports.visits.visit(context, path.visitId)
    // The note belongs to the treating practitioner, like the draft.
    if (visit.seenBy !== null) context.access.requireOwner([visit.seenBy])
    return { found: null, ...(await gatherDraft(ports, context, visit)) }
  },
  keep: async ({ path }, { ports, practitioner, ...gathered }, context) => {
    const { tx, now, newId, caller, emit } = context
    const { found } = gathered
    if (found === null) {
      const note = { ...gathered.note, id: newId(), draftedAt: now, savedAt: now }
      if (await insertNote(tx, context, note, null)) {
        await emit(noteDrafted(note))
        return { status: 200, body: presentNote(note, [], practitioner, ports) }
      }
    }
    // Another request, or the end of the visit, created it in the meantime.
    const note = found ?? (await findNoteByVisit(tx, context, path.visitId))
    if (note === null) throw new Error(`a note of ${caller.organizationId} is neither new nor there`)
    // A draft has no signatures.
    const signatures = note.status === 'draft' ? [] : await listSignaturesByNote(tx, context, note)
    return { status: 200, body: presentNote(note, signatures, practitioner, ports) }
  },
})
