import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { noteDrafted } from '../events.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import type { DocumentationContext } from '../ports.ts'
import { insertNote, listDocumentedVisits } from '../store/notes.ts'

/** Every visit that took place gets a draft note, in the work list of the treating practitioner. */
export const onVisitEndedDraftNote = onEvents<DocumentationContext>()(
  ['visits.ended'],
  'documentation.draft-note-on-visit-ended',
  {
    gather: async (page, ports, context) => {
      // A patient who was never admitted was not treated.
      const ended = page.flatMap(({ data: { seenBy, visitId } }) => (seenBy === null ? [] : [visitId]))
      if (ended.length === 0) return nothingToDo
      const documented = await listDocumentedVisits(context.db, context, ended)
      const drafts = ended
        .filter((visitId) => !documented.has(visitId))
        .map(async (visitId) => {
          const visit = await ports.visits.visit(context, visitId)
          return [visitId, await gatherDraft(ports, context, visit)] as const
        })
      return drafts.length === 0 ? nothingToDo : new Map(await Promise.all(drafts))
    },
    decide: ({ data }, drafts, { now, newId }) => {
      const draft = drafts.get(data.visitId)
      if (draft === undefined) return nothingToDo
      const note = { ...draft.note, id: newId(), draftedAt: now, savedAt: now }
      return {
        writes: insertNote(note, newId()),
        events: [noteDrafted(note)],
        answer: undefined,
        // A request has opened it in the meantime.
        otherwise: () => ({ answer: undefined }),
      }
    },
  },
)
