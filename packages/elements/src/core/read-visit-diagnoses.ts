import type { VisitClient } from '@visitkit/sdk'
import { offeredFrom, type ChosenDiagnosis } from './diagnosis-search.ts'

/** The number of latest notes among which the note of a visit is searched. */
const latestNotes = 5

/** The diagnoses in the note of a visit. None if it has no note yet, or the note cannot be read. */
export const readVisitDiagnoses = async (
  client: VisitClient,
  patientId: string,
  visitId: string,
): Promise<readonly ChosenDiagnosis[]> => {
  try {
    const { items } = await client.notes.ofPatient(patientId, { limit: latestNotes }).page()
    const found = items.find((note) => note.visitId === visitId)
    return found ? offeredFrom((await client.notes.get(found.id)).diagnoses) : []
  } catch {
    return []
  }
}
