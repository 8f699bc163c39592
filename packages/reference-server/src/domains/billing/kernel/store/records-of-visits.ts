import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the claims, estimates and payments of these visits. */
export const listRecordsOfVisits = async (
  db: AnyKysely,
  { appointmentIds, visitIds }: SensitiveVisits,
): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from billing.claims where visit_id = any(${visitIds}::uuid[])
    union all select id from billing.estimates where appointment_id = any(${appointmentIds}::uuid[])
    union all select payment_id from billing.entries where payment_id is not null and visit_id = any(${visitIds}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
