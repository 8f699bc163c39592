import { sql } from 'kysely'
import type { CareParticipant } from '../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'

/** Practitioners who ordered tests for these patients since then, or have a result of theirs to review. */
export const listOrderCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
  since: Date,
): Promise<CareParticipant[]> => {
  const { rows } = await sql<{ patient_id: string; practitioner_id: string }>`
    select patient_id, practitioner_id from labs.orders
      where patient_id = any(${patientIds}::uuid[]) and placed_at > ${since}
    union select patient_id, practitioner_id from labs.results
      where patient_id = any(${patientIds}::uuid[]) and reviewed_at is null`.execute(db)
  return rows.map((row) => ({ patientId: row.patient_id, basis: 'lab-order', practitionerId: row.practitioner_id }))
}
