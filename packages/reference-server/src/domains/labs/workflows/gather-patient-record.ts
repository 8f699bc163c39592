import { notFound } from '../../../platform/problems/problem.ts'
import type { Reading } from '../../../platform/contracts/context.ts'
import type { LabsPorts, PatientSummary } from '../ports.ts'

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

/** The same, with who it is: for answers that name the patient. */
export const gatherPatientSummary = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  reading: Reading,
  patientId: string,
): Promise<PatientSummary> => {
  await directory.actingFor(reading, patientId, 'record')
  const patient = (await directory.patientSummaries(reading, [patientId])).get(patientId)
  if (patient === undefined) throw notFound('patient unknown')
  return patient
}
