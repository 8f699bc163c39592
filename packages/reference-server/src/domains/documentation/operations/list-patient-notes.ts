import { pageOf, readPageQuery } from '../../../platform/database/ids/page-cursor.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { NoteStatus } from '../model/note.ts'
import type { DocumentationContext } from '../ports.ts'
import { listNotesByPatient } from '../store/notes.ts'
import { presentNoteSummary } from '../presenters/present-note.ts'
import { isPatientSide } from '../workflows/gather-note.ts'

const final: readonly NoteStatus[] = ['signed', 'addended']
const everything: readonly NoteStatus[] = ['draft', 'awaiting-cosign', ...final]

export const listPatientNotes = operation<DocumentationContext>()('listPatientNotes', {
  gather: async ({ path }, ports, context) => {
    await ports.directory.actingFor(context, path.patientId, 'record')
    // Throws for a patient who does not exist or is not accessible to the caller.
    await ports.directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context, ports) => {
    const page = readPageQuery(query)
    const statuses = isPatientSide(context) ? final : everything
    const { items, nextCursor } = pageOf(await listNotesByPatient(context.db, patientId, statuses, page), page)
    return { status: 200, body: { patientId, items: items.map((note) => presentNoteSummary(note, ports)), nextCursor } }
  },
})
