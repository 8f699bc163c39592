import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { decryptNote } from '../store/notes.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
import { listSignaturesByNote } from '../store/signatures.ts'
import { presentNote } from '../presenters/present-note.ts'
import { gatherReadableNote } from '../workflows/gather-note.ts'

export const getNote = operation<DocumentationContext>()('getNote', {
  gather: ({ path }, ports, context) => gatherReadableNote(ports, context, path.noteId),
  read: async (_, { encrypted, practitioner, ports }, context) => {
    const note = await decryptNote(context.db, context, encrypted)
    const [signatures, changes] = await Promise.all([
      listSignaturesByNote(context.db, context, note),
      listVitalChanges(context.db, context, [note]),
    ])
    return { status: 200, body: presentNote(note, signatures, practitioner, ports, changes.get(note.id)) }
  },
})
