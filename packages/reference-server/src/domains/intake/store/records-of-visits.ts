import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the questionnaires that were answered for these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from intake.forms where appointment_id = any(${appointmentIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
