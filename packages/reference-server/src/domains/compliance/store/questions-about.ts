import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { isNotWithheld } from './accesses.ts'
import { tablesOf } from './tables.ts'

/**
 * Ids of the questions of these patients about accesses that are withheld with these ids. Also about one that the ledger no longer has: what
 * it was about is not known. Decrypts nothing.
 */
export const listQuestionsAbout = async (
  db: AnyKysely,
  patientIds: readonly string[],
  withheld: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const rows = await tablesOf(db)
    .selectFrom('compliance.access_questions as question')
    .select('question.id')
    .where('question.patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .where(
      sql<boolean>`not exists (select from audit.accesses as access where access.id = question.access_id and ${isNotWithheld(withheld)})`,
    )
    .execute()
  return rows.map(({ id }) => id)
}
