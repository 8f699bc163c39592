import { isDeepStrictEqual } from 'node:util'
import { operation, type OperationInput } from '../../../platform/contracts/operation.ts'
import type { WriteContext } from '../../../platform/contracts/context.ts'
import { noteSaved } from '../events.ts'
import { requireValidContent } from '../model/require-valid-content.ts'
import { localDay } from '../model/local-day.ts'
import { requireDraft, save, type Note, type NoteContent } from '../model/note.ts'
import type { DocumentationContext, Practitioner } from '../ports.ts'
import { deleteSupersededVersionStatement } from '../store/note-versions.ts'
import { readNote, tryUpdateNote, decryptNote } from '../store/notes.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'

export const saveNote = operation<DocumentationContext>()('saveNote', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherNote(ports, context, path.noteId)
    context.access.requireOwner([loaded.note.practitionerId])
    return loaded
  },
  keep: async ({ path, body }, { encrypted, ports, practitioner }, context) => {
    const { tx } = context
    const note =
      (await updateSavedNote(context, await decryptNote(tx, context, encrypted), body, ports, practitioner)) ??
      (await updateSavedNote(
        context,
        await readNote(tx, context, path.noteId, 'for-update'),
        body,
        ports,
        practitioner,
      ))
    if (note === null) throw new Error('a note changed although its row was locked')
    return { status: 200, body: presentNote(note, [], practitioner, ports) }
  },
})

/** The note after the save. Null, and nothing is stored, when the note changed since `before` was read. */
const updateSavedNote = async (
  context: WriteContext,
  before: Note,
  body: OperationInput<'saveNote'>['body'],
  ports: DocumentationContext,
  { zone }: Practitioner,
): Promise<Note | null> => {
  const { tx, now, emit, defer } = context
  requireDraft(before)
  const content = requireValidContent(body, before, ports, localDay(before.visitAt, zone))
  // A retry after a lost response, or an autosave without changes, creates no version.
  const isRepeated = before.version === body.version || before.version === body.version + 1
  if (isRepeated && isDeepStrictEqual(asWritten(content), asWritten(before.content))) return before
  const kind = ports.templates.find(content.templateCode, before.draftedAt)?.kind ?? before.kind
  const after = save(before, content, kind, body.version, now)
  if (!(await tryUpdateNote(tx, context, before, after))) return null
  defer(deleteSupersededVersionStatement(tx, after.id))
  await emit(noteSaved(after))
  return after
}

/** Without the properties that the server maintains itself. */
const asWritten = (content: NoteContent): NoteContent => ({ ...content, prefilled: [], derived: [] })
