import { pageOf, placeOf } from '../../../platform/database/ids/page-of-ids.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import type { NoteStatus } from '../model/note.ts'
import type { DocumentationContext } from '../ports.ts'
import { notesOfPatient } from '../store/notes.ts'
import { summaryOfNote } from '../presenters/answer-of-note.ts'
import { isPatientSide } from '../workflows/gather-note.ts'

const final: readonly NoteStatus[] = ['signed', 'addended']
const everything: readonly NoteStatus[] = ['draft', 'awaiting-cosign', ...final]

export const listPatientNotes = operation<DocumentationContext>()('listPatientNotes', {
  gather: async ({ path }, ports, reading) => {
    await ports.directory.actingFor(reading, path.patientId, 'record')
    // Throws for a patient who does not exist or is beyond the caller's reach.
    await ports.directory.patient(reading, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, reading, ports) => {
    const place = placeOf(query)
    const statuses = isPatientSide(reading) ? final : everything
    const { items, nextCursor } = pageOf(await notesOfPatient(reading.db, patientId, statuses, place), place)
    return { status: 200, body: { patientId, items: items.map((note) => summaryOfNote(note, ports)), nextCursor } }
  },
})
