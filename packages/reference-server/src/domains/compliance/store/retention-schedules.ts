import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import type { RetentionSchedule } from '../model/retention.ts'
import { tablesOf } from './tables.ts'

const table = 'compliance.retention_schedules'

const schedules = factTable<RetentionSchedule>(table, {
  id: ['id', 'uuid'],
  medical: ['medical', 'integer'],
  financial: ['financial', 'integer'],
  accesses: ['accesses', 'integer'],
  changedAt: ['changed_at', 'timestamptz'],
  changedBy: ['changed_by', 'uuid'],
  version: ['version', 'integer'],
})

/** Null: what ships. */
export const findSchedule = async (db: AnyKysely): Promise<RetentionSchedule | null> => {
  const row = await tablesOf(db).selectFrom(table).selectAll().executeTakeFirst()
  return row === undefined ? null : schedules.factOf(row)
}

/** Conditional: it is still as gathered in `before`. */
export const writeSchedule = (after: RetentionSchedule, before: RetentionSchedule | null): Write =>
  before === null ? schedules.insertOnce(after) : schedules.replace(after, before)
