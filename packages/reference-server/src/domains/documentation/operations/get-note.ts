import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { unsealNote } from '../store/notes.ts'
import { signaturesOf } from '../store/signatures.ts'
import { answerOfNote } from '../presenters/answer-of-note.ts'
import { gatherReadableNote } from '../workflows/gather-note.ts'

export const getNote = operation<DocumentationContext>()('getNote', {
  gather: ({ path }, ports, reading) => gatherReadableNote(ports, reading, path.noteId),
  read: async (_, { closed, practitioner, ports }, reading) => {
    const note = await unsealNote(reading.db, reading, closed)
    const signatures = await signaturesOf(reading.db, reading, note)
    return { status: 200, body: answerOfNote(note, signatures, practitioner, ports) }
  },
})
