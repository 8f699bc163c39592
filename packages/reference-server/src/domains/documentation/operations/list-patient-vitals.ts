import { operation } from '../../../platform/contracts/operation.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { DocumentationContext } from '../ports.ts'
import { observationsOf } from '../model/vital-observation.ts'
import { listVitalChanges } from '../store/vital-changes.ts'
import { listSignedEncryptedNotes, decryptNote } from '../store/notes.ts'

/** Each note is decrypted completely for a few numbers: enough for a chart, without decrypting every visit. */
const atOnce = 20

export const listPatientVitals = operation<DocumentationContext>()('listPatientVitals', {
  gather: async ({ path }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'record')
    // Throws for a patient who does not exist or is not accessible to the caller.
    await directory.patient(context, path.patientId)
  },
  read: async ({ path: { patientId }, query }, _, context) => {
    const after = query.olderThan === undefined ? null : requireUuid(query.olderThan)
    const fetched = await listSignedEncryptedNotes(context.db, patientId, { after, take: atOnce + 1 })
    const encrypted = fetched.slice(0, atOnce)
    const last = encrypted.at(-1)?.note
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
        ...(last && fetched.length > atOnce && { olderThan: last.id }),
      },
    }
  },
})
