import type { Reading } from '../../../platform/seams.ts'
import type { LabsPorts } from '../ports.ts'

/** Whoever may read this patient's record; the access is noted. Throws `not_found` or `outside_proxy_scope`. */
export const gatherPatientRecord = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  patientId: string,
): Promise<void> => {
  await directory.patientZone(reading, patientId)
  reading.access.touch(patientId)
  await directory.actingFor(reading, patientId, 'record')
}
