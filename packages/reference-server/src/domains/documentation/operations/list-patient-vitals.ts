import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { observationsOf } from '../model/vital-observation.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
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
    const [notes, changes] = await Promise.all([
      Promise.all(encrypted.map((note) => decryptNote(context.db, context, note))),
      listVitalChanges(
        context.db,
        context,
        encrypted.map(({ note }) => note),
      ),
    ])
    return {
      status: 200,
      body: {
        patientId,
        items: notes
          .map((note) => ({
            noteId: note.id,
            at: note.visitAt.toISOString(),
            vitals: observationsOf(note, changes.get(note.id) ?? []).filter(
              ({ status }) => status !== 'entered-in-error',
            ),
          }))
          .filter(({ vitals }) => vitals.length > 0),
      },
    }
  },
})
