import { sql } from 'kysely'
import type { VaultContext } from '../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { newestFirst, type PageCursor } from '../../../platform/database/ids/page-cursor.ts'
import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import { tablesOf } from './tables.ts'
import { factColumns, factsOf, type EncryptedVisit } from './visits.ts'

/** The visits of a patient that relied on a consent, the newest first. Records the access: the list itself says what was decided. */
export const listVisitsByConsent = async (
  db: AnyKysely,
  { access }: Pick<VaultContext, 'access'>,
  { patientId, consentId }: { readonly patientId: string; readonly consentId: string },
  page: PageCursor,
): Promise<readonly EncryptedVisit[]> => {
  access.touch(patientId)
  const used = JSON.stringify([{ consentId: requireUuid(consentId).toLowerCase() }])
  const rows = await tablesOf(db)
    .selectFrom('visits.visits')
    .select(factColumns)
    .select('sealed')
    .where('patient_id', '=', patientId)
    .where(sql<boolean>`consents_used @> ${used}::jsonb`)
    .$call(newestFirst(page))
    .execute()
  return rows.map((row) => ({ ...factsOf(row), sealed: row.sealed }))
}
