import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Recording } from '../model/recording.ts'
import type { VisitsContext } from '../ports.ts'
import { listRecordingsOf } from '../store/recordings.ts'
import { readEncryptedVisit } from '../store/visits.ts'

/** The recordings of a visit, for a caller who may read the patient's record. A proxy for visits alone may not. */
export const gatherRecordings = async (
  ports: VisitsContext,
  context: ReadContext,
  visitId: string,
): Promise<{ readonly visitId: string; readonly patientId: string; readonly recordings: readonly Recording[] }> => {
  const { id, patientId } = await readEncryptedVisit(context.db, context, visitId)
  context.access.touch(patientId)
  await ports.directory.actingFor(context, patientId, 'record')
  return { visitId: id, patientId, recordings: await listRecordingsOf(context.db, id) }
}
