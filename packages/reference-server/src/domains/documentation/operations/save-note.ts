import { isDeepStrictEqual } from 'node:util'
import { operation } from '../../../platform/http/operation.ts'
import { noteTold } from '../events.ts'
import { checkContent } from '../model/check-content.ts'
import { assertDraft, save } from '../model/note.ts'
import type { DocumentationContext } from '../ports.ts'
import { thinHistory } from '../store/note-versions.ts'
import { readNote, updateNote } from '../store/notes.ts'
import { answerOfNote } from './answer-of-note.ts'
import { gatherNote } from './gather-note.ts'

export const saveNote = operation<DocumentationContext>()('saveNote', {
  gather: ({ path }, ports, reading) => gatherNote(ports, reading, path.noteId),
  keep: async ({ path, body }, { ports, practitioner }, keeping) => {
    const { tx, now, emit } = keeping
    const before = await readNote(tx, keeping, path.noteId, 'lock')
    assertDraft(before)
    const content = checkContent(body, before, ports, now)
    // A save that was answered but not heard comes again, and autosave comes when nothing was typed: neither makes a version.
    const isRepeated = before.version === body.version || before.version === body.version + 1
    if (isRepeated && isDeepStrictEqual({ ...content, prefilled: [] }, { ...before.content, prefilled: [] }))
      return { status: 200, body: answerOfNote(before, [], practitioner, ports) }
    const kind = ports.templates.find(content.templateCode)?.kind ?? before.kind
    const after = save(before, content, kind, body.version, now)
    await updateNote(tx, keeping, before, after)
    await thinHistory(tx, after.id)
    await emit(noteTold('saved', after))
    return { status: 200, body: answerOfNote(after, [], practitioner, ports) }
  },
})
