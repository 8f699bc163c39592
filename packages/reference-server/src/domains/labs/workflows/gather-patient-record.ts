import { notFound } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { LabsPorts, PatientSummary } from '../ports.ts'

/** Requires that the caller may read this patient's record, and records the access. Throws `not_found` or `outside_proxy_scope`. */
export const gatherPatientRecord = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  patientId: string,
): Promise<void> => {
  await directory.patientZone(context, patientId)
  context.access.touch(patientId)
  await directory.actingFor(context, patientId, 'record')
}

/** The same, with the patient's summary, for responses that name the patient. */
export const gatherPatientSummary = async (
  { directory }: Pick<LabsPorts, 'directory'>,
  context: ReadContext,
  patientId: string,
): Promise<PatientSummary> => {
  await directory.actingFor(context, patientId, 'record')
  const patient = (await directory.patientSummaries(context, [patientId])).get(patientId)
  if (patient === undefined) throw notFound('patient unknown')
  return patient
}
