import { printPdf } from '../../../platform/heavy/print-pdf.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { requireFinal } from '../model/note.ts'
import { noteDocument } from '../model/note-document.ts'
import type { DocumentationContext } from '../ports.ts'
import { decryptNote } from '../store/notes.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
import { listSignaturesByNote } from '../store/signatures.ts'
import { gatherReadableNote } from '../workflows/gather-note.ts'

export const getNotePdf = operation<DocumentationContext>()('getNotePdf', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherReadableNote(ports, context, path.noteId)
    requireFinal(loaded.note)
    const [patient, organization] = await Promise.all([
      ports.directory.patient(context, loaded.note.patientId),
      ports.directory.organization(context),
    ])
    return { ...loaded, patient, organization }
  },
  read: async (_, { encrypted, ports, practitioner, patient, organization }, context) => {
    const note = await decryptNote(context.db, context, encrypted)
    const [signatures, changes, statements] = await Promise.all([
      listSignaturesByNote(context.db, context, note),
      listVitalChanges(context.db, context, [note]),
      ports.rights.statementsAbout(context, note),
    ])
    const body = await printPdf(
      ports.heavyWork,
      context,
      noteDocument({
        note,
        template: ports.templates.find(note.templateCode, note.draftedAt),
        signatures: signatures.map(({ statement: attestation, sealed }) => ({
          statement: attestation,
          text: sealed.text,
        })),
        changes: changes.get(note.id) ?? [],
        statements,
        patient,
        practitioner,
        organization: organization.brand,
        phrases: ports.templates.phrases(note.language),
      }),
    )
    return {
      status: 200,
      // The file name contains no PHI: it stays in lists of downloads.
      headers: { 'content-disposition': 'attachment; filename="visit-note.pdf"' },
      body,
    }
  },
})
