import { operation } from '../../../platform/contracts/operation.ts'
import { noteDifference } from '../model/note-difference.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNoteFacts } from '../store/notes.ts'
import { readContent } from '../store/note-versions.ts'

export const compareNoteVersions = operation<DocumentationContext>()('compareNoteVersions', {
  gather: ({ path }, _, context) => readNoteFacts(context.db, context, path.noteId),
  read: async ({ query: { from, to } }, note, context) => {
    const [earlier, later] = await Promise.all([
      readContent(context.db, context, note, from),
      readContent(context.db, context, note, to),
    ])
    const changes = noteDifference(earlier, later)
    return { status: 200, body: { noteId: note.id, patientId: note.patientId, from, to, changes } }
  },
})
