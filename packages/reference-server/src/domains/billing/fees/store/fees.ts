import type { AnyKysely } from '../../../../platform/contracts/database.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { writeStatement } from '../../../../platform/database/changes/write-statement.ts'
import type { Fee } from '../../kernel/model/billing-settings.ts'
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

/** Replaces the schedule that was gathered as `before`. Conditional: it is still in force. */
export const replaceFees = (
  organizationId: string,
  { items, version }: FeeSchedule,
  before: Pick<FeeSchedule, 'version'>,
): Write =>
  before.version === 0
    ? { statement: insertFees, values: [organizationId, JSON.stringify(items), version] }
    : { statement: updateFees, values: [JSON.stringify(items), version, before.version] }
const insertFees = writeStatement({
  kind: 'insert',
  table: 'billing.fee_schedules',
  columns: ['id', 'items', 'version'],
  values: ['$1::uuid', '$2::jsonb', '$3::integer'],
  isConditional: true,
})
const updateFees = writeStatement({
  kind: 'update',
  table: 'billing.fee_schedules',
  set: 'items = $1::jsonb, version = $2::integer',
  where: 'version = $3::integer',
  isConditional: true,
})
