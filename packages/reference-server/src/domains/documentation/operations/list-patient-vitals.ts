import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listSignedEncryptedNotes, decryptNote } from '../store/notes.ts'

/** Each is opened whole to show a few numbers of it: enough for a line, and not somebody's every visit. */
const newest = 20

export const listPatientVitals = operation<DocumentationContext>()('listPatientVitals', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    // Throws for a patient who does not exist or is beyond the caller's reach.
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
