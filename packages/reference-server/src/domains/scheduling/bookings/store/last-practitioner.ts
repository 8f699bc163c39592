import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

/** The practitioner of the last completed visit of one of these types; null if there was none. */
export const findLastPractitioner = async (
  db: AnyKysely,
  patientId: string,
  visitTypeIds: readonly string[],
): Promise<string | null> => {
  const row = await tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select('practitioner_id')
    .where('patient_id', '=', patientId)
    .where('status', '=', 'completed')
    .where('visit_type_id', '=', sql<string>`any(${visitTypeIds}::uuid[])`)
    .orderBy('start_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.practitioner_id ?? null
}
