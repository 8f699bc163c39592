import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the requests about these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { visitIds, patientIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from rights.requests where patient_id = any(${patientIds}::uuid[]) and visit_id = any(${visitIds}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
