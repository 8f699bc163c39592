import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely, RowLock } from '../../../platform/contracts/database.ts'
import { noCarePlan, type CarePlan, type CarePlanContent } from '../model/care-plan.ts'
import { decryptContent, sealContent } from './sealed-content.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.care_plans'

/** A patient's plan, decrypted; an empty one of version 0 if there is none. Records the access in both cases. */
export const readCarePlan = async (
  db: AnyKysely,
  context: VaultContext,
  patientId: string,
  lock: RowLock = 'none',
): Promise<CarePlan> => {
  context.access.touch(patientId)
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(patientId))
    .$if(lock === 'for-update', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined) return noCarePlan(patientId)
  const content = await decryptContent<CarePlanContent>(db, context, { table, rowId: row.id, patientId }, row.sealed)
  return { patientId, ...content, changedAt: row.changed_at, version: row.version }
}

/** False if another request stored one since it was read. */
export const upsertCarePlan = async (tx: AnyKysely, context: VaultContext, plan: CarePlan): Promise<boolean> => {
  const { patientId, goals, activities, changedAt, version } = plan
  const organizationId = context.caller.organizationId
  const changed = {
    changed_at: changedAt ?? new Date(0),
    version,
    sealed: await sealContent(tx, context, { table, rowId: patientId, patientId }, { goals, activities }),
  }
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto(table)
    .values({ organization_id: organizationId, id: patientId, ...changed })
    .onConflict((conflict) =>
      conflict
        .columns(['organization_id', 'id'])
        .doUpdateSet(changed)
        .where('follow_up.care_plans.version', '=', version - 1),
    )
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
