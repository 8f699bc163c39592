import { nothingToDo, onEvent } from '../../../platform/contracts/reaction.ts'
import { noteDrafted } from '../events.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import type { DocumentationContext } from '../ports.ts'
import { hasNote, insertNote } from '../store/notes.ts'

/** Every visit that took place gets a draft note, in the work list of the treating practitioner. */
export const onVisitEndedDraftNote = onEvent<DocumentationContext>()(
  ['visits.ended'],
  'documentation.draft-note-on-visit-ended',
  {
    gather: async ({ data }, ports, context) => {
      // A patient who was never admitted was not treated.
      if (data.seenBy === null) return nothingToDo
      const visitId = data.visitId
      if (await hasNote(context.db, context, visitId)) return nothingToDo
      return gatherDraft(ports, context, await ports.visits.visit(context, visitId))
    },
    keep: async (_, draft, context) => {
      const { tx, now, newId, emit } = context
      const note = { ...draft.note, id: newId(), draftedAt: now, savedAt: now }
      if (await insertNote(tx, context, note, null)) await emit(noteDrafted(note))
    },
  },
)
