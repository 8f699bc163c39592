import { sql } from 'kysely'
import type { AnyKysely } from '../platform/contracts/database.ts'

/** The columns of bytes of each table, by its qualified name: encrypted values, and hashes. For the map of data, of a new database. */
export const columnsOfBytes = async (owner: AnyKysely): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ name: string; column: string }>`
    select n.nspname || '.' || c.relname as name, a.attname::text as column from pg_attribute a
      join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where a.atttypid = 'bytea'::regtype and not a.attisdropped order by name, a.attname`.execute(owner)
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, columns]) => [name, columns.map(({ column }) => column)]),
  )
}
