import { sql } from 'kysely'
import type { CareParticipant } from '../../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'

/** Practitioners who prescribed for these patients since then, or have an open request of a pharmacy about such a prescription. */
export const listPrescriptionCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
  since: Date,
): Promise<CareParticipant[]> => {
  const { rows } = await sql<{ patient_id: string; practitioner_id: string }>`
    select patient_id, practitioner_id from prescriptions.prescriptions
      where patient_id = any(${patientIds}::uuid[]) and created_at > ${since}
    union select patient_id, practitioner_id from prescriptions.requests
      where patient_id = any(${patientIds}::uuid[]) and status = 'open'`.execute(db)
  return rows.map((row) => ({ patientId: row.patient_id, basis: 'prescription', practitionerId: row.practitioner_id }))
}
