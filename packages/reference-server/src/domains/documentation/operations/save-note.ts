import { isDeepStrictEqual } from 'node:util'
import { operation, type OperationInput } from '../../../platform/contracts/operation.ts'
import type { Keeping } from '../../../platform/contracts/context.ts'
import { noteSaved } from '../events.ts'
import { checkContent } from '../model/check-content.ts'
import { dayIn } from '../model/day-in.ts'
import { assertDraft, save, type Note, type NoteContent } from '../model/note.ts'
import type { DocumentationContext, Practitioner } from '../ports.ts'
import { historyThinned } from '../store/note-versions.ts'
import { readNote, stepNote, unsealNote } from '../store/notes.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { gatherNote } from '../workflows/gather-note.ts'

export const saveNote = operation<DocumentationContext>()('saveNote', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherNote(ports, reading, path.noteId)
    reading.access.requireOwner([atHand.note.practitionerId])
    return atHand
  },
  keep: async ({ path, body }, { closed, ports, practitioner }, keeping) => {
    const { tx } = keeping
    const note =
      (await keepSaved(keeping, await unsealNote(tx, keeping, closed), body, ports, practitioner)) ??
      (await keepSaved(keeping, await readNote(tx, keeping, path.noteId, 'lock'), body, ports, practitioner))
    if (note === null) throw new Error('a note changed although its row was locked')
    return { status: 200, body: answerOfNote(note, [], practitioner, ports) }
  },
})

/** The note as it stands after the save; null, and nothing is kept, when somebody else took a step since `before` was read. */
const keepSaved = async (
  keeping: Keeping,
  before: Note,
  body: OperationInput<'saveNote'>['body'],
  ports: DocumentationContext,
  { zone }: Practitioner,
): Promise<Note | null> => {
  const { tx, now, emit, beside } = keeping
  assertDraft(before)
  const content = checkContent(body, before, ports, dayIn(before.visitAt, zone))
  // A save that was answered but not heard comes again, and autosave comes when nothing was typed: neither makes a version.
  const isRepeated = before.version === body.version || before.version === body.version + 1
  if (isRepeated && isDeepStrictEqual(asWritten(content), asWritten(before.content))) return before
  const kind = ports.templates.find(content.templateCode, before.draftedAt)?.kind ?? before.kind
  const after = save(before, content, kind, body.version, now)
  if (!(await stepNote(tx, keeping, before, after))) return null
  beside(historyThinned(tx, after.id))
  await emit(noteSaved(after))
  return after
}

/** Without what the server notes of it for itself. */
const asWritten = (content: NoteContent): NoteContent => ({ ...content, prefilled: [], derived: [] })
