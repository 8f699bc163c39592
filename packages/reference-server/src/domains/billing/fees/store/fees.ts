import type { WriteContext } from '../../../../platform/contracts/context.ts'
import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Fee } from '../../kernel/model/billing-settings.ts'
import { versionConflict } from '../../problems.ts'
import { tablesOf } from '../../kernel/store/tables.ts'

export interface FeeSchedule {
  readonly items: readonly Fee[]
  /** 0 if there is no schedule. */
  readonly version: number
}

export const readFees = async (db: AnyKysely): Promise<FeeSchedule> =>
  (await tablesOf(db).selectFrom('billing.fee_schedules').select(['items', 'version']).executeTakeFirst()) ?? {
    items: [],
    version: 0,
  }

/** Replaces the schedule that was read as `version`. Throws `version_conflict`. */
export const updateFees = async (
  { tx, caller }: Pick<WriteContext, 'tx' | 'caller'>,
  { items, version }: FeeSchedule,
): Promise<FeeSchedule> => {
  const { organizationId } = caller
  const next = { items: JSON.stringify(items), version: version + 1 }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tablesOf(tx)
      .insertInto('billing.fee_schedules')
      .values({ organization_id: organizationId, id: organizationId, ...next })
      .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw versionConflict()
  } else {
    const { numUpdatedRows } = await tablesOf(tx)
      .updateTable('billing.fee_schedules')
      .set(next)
      .where('version', '=', version)
      .executeTakeFirst()
    if (numUpdatedRows !== 1n) throw versionConflict()
  }
  return { items, version: version + 1 }
}
