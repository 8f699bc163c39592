import { sql } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'

/**
 * Which of these organizations a job has to look into: one statement for all of them (`organizationsDue` in a migration creates the list).
 * `db`: a reader of the domain without an organization.
 */
export const organizationsWith = async (
  db: AnyKysely,
  list: string,
  organizationIds: readonly string[],
  by: Date,
): Promise<readonly string[]> => {
  if (organizationIds.length === 0) return []
  const { rows } = await sql<{ id: string }>`
    select id from ${sql.table(list)}(${organizationIds}::uuid[], ${by}::timestamptz) as due (id)`.execute(db)
  return rows.map(({ id }) => id)
}
