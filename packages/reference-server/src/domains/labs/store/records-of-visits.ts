import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { SensitiveVisits } from '../../../platform/sensitive/sensitive-ports.ts'

/** Ids of the orders of these visits, and their results. */
export const listRecordsOfVisits = async (db: AnyKysely, { visitIds }: SensitiveVisits): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`
    select id from labs.orders where visit_id = any(${visitIds}::uuid[]) or continued_visit_id = any(${visitIds}::uuid[])
    union all select result.id from labs.results as result
      join labs.orders as placed on placed.organization_id = result.organization_id and placed.id = result.order_id
      where placed.visit_id = any(${visitIds}::uuid[]) or placed.continued_visit_id = any(${visitIds}::uuid[])`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
