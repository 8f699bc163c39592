import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
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

/** Of an interchange and its group. */
export const controlNumberAfter = (used: number): number => (used % last) + 1

/** Uses a control number. Conditional: the last one is still as gathered, so that none is used twice. */
export const takeControlNumber = (next: number, used: number): Write => ({ statement: take, values: [next, used] })
const take = writeStatement({
  kind: 'update',
  table: 'billing.settings',
  set: 'interchange = $1::integer',
  where: 'interchange = $2::integer',
  isConditional: true,
})
