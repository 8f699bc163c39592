import { sql } from 'kysely'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import { noSettings, type BillingSettings } from '../model/billing-settings.ts'
import { tablesOf } from './tables.ts'

export const readSettings = async (db: AnyKysely): Promise<BillingSettings> => {
  const row = await tablesOf(db).selectFrom('billing.settings').select('settings').executeTakeFirst()
  return row?.settings ?? noSettings
}

export const upsertSettings = async (
  { tx, caller }: Pick<WriteContext, 'tx' | 'caller'>,
  settings: BillingSettings,
): Promise<void> => {
  const { organizationId } = caller
  await tablesOf(tx)
    .insertInto('billing.settings')
    .values({ organization_id: organizationId, id: organizationId, settings: JSON.stringify(settings), interchange: 0 })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'id']).doUpdateSet({ settings: JSON.stringify(settings) }),
    )
    .execute()
}

/** X12 control numbers have nine digits and wrap around; a partner remembers them for a year. */
const last = 999_999_999

/** The next control number of an interchange and its group; never issued twice, also with concurrent callers. */
export const nextControlNumber = async ({ tx }: Pick<WriteContext, 'tx'>): Promise<number> => {
  const { rows } = await sql<{ interchange: number }>`
    update billing.settings set interchange = interchange % ${sql.lit(last)} + 1 returning interchange`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('an organization without billing settings sends no claims')
  return row.interchange
}
