import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

/** Ids in the order of registration, after this one. Decrypts nothing. */
export const listPatientIdsAfter = async (
  db: AnyKysely,
  after: string | null,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await tablesOf(db)
    .selectFrom('directory.patients')
    .select('id')
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
