import { knownId } from '../../../platform/database/ids/known-id.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { noCarePlan, type CarePlan, type CarePlanContent } from '../model/care-plan.ts'
import { openContent, sealContent, type Opening } from './sealed-content.ts'
import { tablesOf } from './tables.ts'

const table = 'follow_up.care_plans'

/** A patient's plan, opened; an empty one of version 0 while there is none. Notes the access in both cases. */
export const readCarePlan = async (
  db: AnyKysely,
  opening: Opening,
  patientId: string,
  look: 'look' | 'lock' = 'look',
): Promise<CarePlan> => {
  opening.access.touch(patientId)
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', opening.caller.organizationId)
    .where('id', '=', knownId(patientId))
    .$if(look === 'lock', (query) => query.forUpdate())
    .executeTakeFirst()
  if (row === undefined) return noCarePlan(patientId)
  const content = await openContent<CarePlanContent>(db, opening, { table, rowId: row.id, patientId }, row.sealed)
  return { patientId, ...content, changedAt: row.changed_at, version: row.version }
}

/** False when somebody else has kept one since it was read. */
export const keepCarePlan = async (tx: AnyKysely, opening: Opening, plan: CarePlan): Promise<boolean> => {
  const { patientId, goals, activities, changedAt, version } = plan
  const organizationId = opening.caller.organizationId
  const changed = {
    changed_at: changedAt ?? new Date(0),
    version,
    sealed: await sealContent(tx, opening, { table, rowId: patientId, patientId }, { goals, activities }),
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
