import { sql } from 'kysely'
import { selectAccesses } from '../../audit/access-columns.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
import type { AccessRow } from '../../contracts/ledger.ts'

/** The rows of the ledger, oldest first. */
export const readAccessRows = async (
  database: Pick<PlatformDatabase, 'readerAcross'>,
  { patientId, operation }: { readonly patientId?: string; readonly operation?: string } = {},
): Promise<AccessRow[]> => {
  const { rows } = await sql<AccessRow>`
    select ${sql.raw(selectAccesses)} from audit.accesses as accesses
    where ${patientId === undefined ? sql`true` : sql`patient_id = ${patientId}`}
      and ${operation === undefined ? sql`true` : sql`operation = ${operation}`}
    order by accesses.id`.execute(database.readerAcross('audit'))
  return rows
}
