import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listSignedEncryptedNotes, decryptNote } from '../store/notes.ts'

/** Each note is decrypted completely for a few numbers: enough for a chart, without decrypting every visit. */
const newest = 20

export const listPatientVitals = operation<DocumentationContext>()('listPatientVitals', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    // Throws for a patient who does not exist or is not accessible to the caller.
    await directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId } }, _, context) => {
    const encrypted = await listSignedEncryptedNotes(context.db, patientId, newest)
    const notes = await Promise.all(encrypted.map((note) => decryptNote(context.db, context, note)))
    return {
      status: 200,
      body: {
        patientId,
        items: notes
          .filter(({ content }) => content.vitals.length > 0)
          .map(({ id, visitAt, content }) => ({
            noteId: id,
            at: visitAt.toISOString(),
            vitals: content.vitals.map((vital) => ({ ...vital })),
          })),
      },
    }
  },
})
