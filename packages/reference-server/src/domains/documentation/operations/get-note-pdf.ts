import { writePdf } from '../../../platform/documents/write-pdf.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { assertFinal } from '../model/note.ts'
import { noteDocument } from '../model/note-document.ts'
import type { DocumentationContext } from '../ports.ts'
import { unsealNote } from '../store/notes.ts'
import { signaturesOf } from '../store/signatures.ts'
import { gatherReadableNote } from '../workflows/gather-note.ts'

export const getNotePdf = operation<DocumentationContext>()('getNotePdf', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherReadableNote(ports, reading, path.noteId)
    assertFinal(atHand.note)
    const [patient, organization] = await Promise.all([
      ports.directory.patient(reading, atHand.note.patientId),
      ports.directory.organization(reading),
    ])
    return { ...atHand, patient, organization }
  },
  read: async (_, { closed, ports, practitioner, patient, organization }, reading) => {
    const note = await unsealNote(reading.db, reading, closed)
    const signatures = await signaturesOf(reading.db, reading, note)
    const body = await writePdf(
      noteDocument({
        note,
        template: ports.templates.find(note.templateCode, note.draftedAt),
        signatures: signatures.map(({ statement, sealed }) => ({ statement, text: sealed.text })),
        patient,
        practitioner,
        organization: organization.brand,
        phrases: ports.templates.phrases(note.language),
      }),
    )
    return {
      status: 200,
      // The name of the file says nothing about anybody: it stays in lists of downloads.
      headers: { 'content-disposition': 'attachment; filename="visit-note.pdf"' },
      body,
    }
  },
})
