import { requireUuid } from '../../../platform/database/ids/require-uuid.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { factTable } from '../../../platform/database/changes/fact-table.ts'
import { noCarePlan, type CarePlan, type CarePlanContent } from '../model/care-plan.ts'
import { decryptContent } from './sealed-content.ts'
import { tablesOf } from './tables.ts'
import type { VaultContext } from '../../../platform/contracts/context.ts'

const table = 'follow_up.care_plans'

/** A patient's plan, decrypted; an empty one of version 0 if there is none. Records the access in both cases. */
export const readCarePlan = async (db: AnyKysely, context: VaultContext, patientId: string): Promise<CarePlan> => {
  context.access.touch(patientId)
  const row = await tablesOf(db)
    .selectFrom(table)
    .selectAll()
    .where('organization_id', '=', context.caller.organizationId)
    .where('id', '=', requireUuid(patientId))
    .executeTakeFirst()
  if (row === undefined) return noCarePlan(patientId)
  const content = await decryptContent<CarePlanContent>(db, context, { table, rowId: row.id, patientId }, row.sealed)
  return { patientId, ...content, changedAt: row.changed_at, version: row.version }
}

interface CarePlanRow {
  /** The patient's. */
  readonly id: string
  readonly changedAt: Date
  readonly version: number
}

const carePlans = factTable<CarePlanRow>(
  table,
  { id: ['id', 'uuid'], changedAt: ['changed_at', 'timestamptz'], version: ['version', 'integer'] },
  { sealedFor: ({ id }) => id },
)

const rowOf = ({ patientId, changedAt, version }: CarePlan): CarePlanRow => ({
  id: patientId,
  changedAt: changedAt ?? new Date(0),
  version,
})

/** Conditional: the stored plan is still as gathered in `before`; version 0 means that there is none yet. */
export const writeCarePlan = (after: CarePlan, before: CarePlan): Write => {
  const { goals, activities } = after
  const content: CarePlanContent = { goals, activities }
  return before.version === 0
    ? carePlans.insertOnce(rowOf(after), content)
    : carePlans.replace(rowOf(after), rowOf(before), content)
}
