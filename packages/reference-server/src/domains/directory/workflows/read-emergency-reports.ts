import type { components } from '@visitkit/contract'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { presentPatientSummary } from '../model/patient.ts'
import { presentEmergencyAccessReport } from '../presenters/present-emergency-access.ts'
import { decryptEmergencyTexts, type NamedEmergencyAccess } from '../store/emergency-accesses.ts'
import { readPatients } from '../store/patients.ts'

/** With the patients' names and what was written. Both are left out for patients whose record was erased. */
export const readEmergencyReports = async (
  context: ReadContext,
  accesses: readonly NamedEmergencyAccess[],
): Promise<components['schemas']['EmergencyAccessReport'][]> => {
  const ids = [...new Set(accesses.map(({ patientId }) => patientId))]
  const patients = new Map((await readPatients(context.db, context, ids)).map((patient) => [patient.id, patient]))
  return Promise.all(
    accesses.map(async (access) => {
      const patient = patients.get(access.patientId)
      return presentEmergencyAccessReport(access, {
        texts: await decryptEmergencyTexts(context.db, context, access),
        patientName: patient ? presentPatientSummary(patient, context.now).displayName : null,
      })
    }),
  )
}
