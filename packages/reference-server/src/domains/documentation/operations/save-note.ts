import { isDeepStrictEqual } from 'node:util'
import { operation } from '../../../platform/contracts/operation.ts'
import { noteSaved } from '../events.ts'
import { requireValidContent } from '../model/require-valid-content.ts'
import { localDay } from '../model/local-day.ts'
import { requireDraft, save, type NoteContent } from '../model/note.ts'
import type { DocumentationContext } from '../ports.ts'
import { deleteSupersededVersion } from '../store/note-versions.ts'
import { decryptNote, replaceNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherCopied } from '../workflows/gather-copied.ts'
import { gatherNote } from '../workflows/gather-note.ts'

export const saveNote = operation<DocumentationContext>()('saveNote', {
  gather: async ({ path, body }, ports, context) => {
    const { encrypted, practitioner } = await gatherNote(ports, context, path.noteId)
    context.access.requireOwner([encrypted.note.practitionerId])
    const before = await decryptNote(context.db, context, encrypted)
    return { before, practitioner, ports, copied: await gatherCopied(context, body, before) }
  },
  decide: ({ body }, { before, practitioner, ports, copied }, { caller, now, newId }) => {
    requireDraft(before)
    const day = localDay(before.visitAt, practitioner.zone)
    const content = requireValidContent(body, before, { ...ports, copied }, day, now)
    // A retry after a lost response, or an autosave without changes, creates no version.
    const isRepeated = before.version === body.version || before.version === body.version + 1
    if (isRepeated && isDeepStrictEqual(asWritten(content), asWritten(before.content)))
      return { answer: { status: 200, body: presentNote(before, [], practitioner, ports) } }
    const kind = ports.templates.find(content.templateCode, before.draftedAt)?.kind ?? before.kind
    const after = save(before, content, kind, body.version, now)
    const savedById = caller.personId
    return {
      writes: [
        ...replaceNote({ before, after, versionId: newId(), savedById, now }),
        ...deleteSupersededVersion(before, savedById, now),
      ],
      events: [noteSaved(after)],
      answer: { status: 200, body: presentNote(after, [], practitioner, ports) },
    }
  },
})

/** Without the properties that the server maintains itself. */
const asWritten = (content: NoteContent): NoteContent => ({ ...content, prefilled: [], derived: [] })
