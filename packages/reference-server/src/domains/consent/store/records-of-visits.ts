import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the consents that were given for these visits, and of those of 42 CFR part 2, which say that there are such visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from consent.consents where patient_id = any(${patientIds}::uuid[]) 
      and (appointment_id = any(${appointmentIds}::uuid[]) or purpose like 'part-two-%')`.execute(db)
  return rows.map(({ id }) => id)
}
