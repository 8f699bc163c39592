import { sql } from 'kysely'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { preparedRead, type Placeholders } from '../../../../platform/database/reads/prepared-read.ts'
import { tablesOf } from './tables.ts'

/** The appointments of these patients of which others may not learn. The conditions are those of its index. */
export const listSensitiveAppointments = async (
  db: AnyKysely,
  patientIds: readonly string[],
): Promise<readonly string[]> => (await selectSensitive(db, { patientIds })).map(({ id }) => id)

const selectSensitive = preparedRead((db, { patientIds }: Placeholders<{ patientIds: readonly string[] }>) =>
  tablesOf(db)
    .selectFrom('scheduling.appointments')
    .select('id')
    .where('patient_id', '=', sql<string>`any(${patientIds}::uuid[])`)
    .where(sql<boolean>`(sensitivity in ('substance-use', 'reproductive-health') or consented_by_minor)`),
)
