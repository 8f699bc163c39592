import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the consents that were given for these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from consent.consents where patient_id = any(${patientIds}::uuid[]) and appointment_id = any(${appointmentIds}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
