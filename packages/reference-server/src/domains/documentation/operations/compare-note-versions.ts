import { operation } from '../../../platform/contracts/operation.ts'
import { noteDifference } from '../model/note-difference.ts'
import type { DocumentationContext } from '../ports.ts'
import { readNoteFacts } from '../store/notes.ts'
import { readContent } from '../store/note-versions.ts'

export const compareNoteVersions = operation<DocumentationContext>()('compareNoteVersions', {
  gather: ({ path }, _, reading) => readNoteFacts(reading.db, reading, path.noteId),
  read: async ({ query: { from, to } }, note, reading) => {
    const [earlier, later] = await Promise.all([
      readContent(reading.db, reading, note, from),
      readContent(reading.db, reading, note, to),
    ])
    const changes = noteDifference(earlier, later)
    return { status: 200, body: { noteId: note.id, patientId: note.patientId, from, to, changes } }
  },
})
