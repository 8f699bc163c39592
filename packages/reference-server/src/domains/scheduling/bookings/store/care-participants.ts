import { sql } from 'kysely'
import type { CareParticipant } from '../../../../platform/care/relationship.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** Practitioners with an appointment of these patients in the future, or that ended after `since`. Cancelled ones do not count. */
export const listAppointmentCareParticipants = async (
  db: AnyKysely,
  patientIds: readonly string[],
  since: Date,
): Promise<CareParticipant[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select('patient_id')
    // A resource in the list has no one who could read.
    .select(sql<string>`unnest(array[practitioner_id] || claim_owners)`.as('practitioner_id'))
    .distinct()
    .where('patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .where('status', '!=', 'cancelled')
    .where('end_at', '>', since)
    .execute()
  return rows.map((row) => ({
    patientId: row.patient_id,
    basis: 'appointment',
    practitionerId: row.practitioner_id,
  }))
}
