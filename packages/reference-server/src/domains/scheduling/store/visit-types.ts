import type { Selectable } from 'kysely'
import type { components } from '@visitkit/contract'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { changedSince } from './sync-mark.ts'
import { tablesOf, type SchedulingTables } from './tables.ts'

export type VisitType = components['schemas']['VisitType']

export const visitTypeOf = ({
  id,
  code,
  specialty,
  active,
  definition,
}: Pick<
  Selectable<SchedulingTables['scheduling.visit_types']>,
  'id' | 'code' | 'specialty' | 'active' | 'definition'
>): VisitType => ({
  id,
  code,
  specialty,
  active,
  ...definition,
})

/** False when another visit type of the organization has the code. */
export const insertVisitType = async (
  tx: AnyKysely,
  organizationId: string,
  { id, code, specialty, active, ...definition }: VisitType,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('scheduling.visit_types')
    .values({ organization_id: organizationId, id, code, specialty, active, definition: JSON.stringify(definition) })
    .onConflict((conflict) => conflict.columns(['organization_id', 'code']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Those that changed in or after the transaction `since`, or all. */
export const listVisitTypesSince = async (db: AnyKysely, since: string | null): Promise<VisitType[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.visit_types')
    .select(['id', 'code', 'specialty', 'active', 'definition'])
    .$if(since !== null, (query) => query.where(changedSince(since)))
    .execute()
  return rows.map(visitTypeOf)
}
