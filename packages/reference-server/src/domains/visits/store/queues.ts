import type { Caller } from '../../../platform/contracts/caller.ts'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { tablesOf } from './tables.ts'

export const isPaused = async (db: AnyKysely, practitionerId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('visits.lines')
    .select('paused')
    .where('id', '=', practitionerId)
    .executeTakeFirst()
  return row?.paused ?? false
}

export const setPaused = async (
  tx: AnyKysely,
  { organizationId }: Caller,
  practitionerId: string,
  paused: boolean,
  now: Date,
): Promise<void> => {
  await tablesOf(tx)
    .insertInto('visits.lines')
    .values({ organization_id: organizationId, id: practitionerId, paused, changed_at: now })
    .onConflict((conflict) => conflict.columns(['organization_id', 'id']).doUpdateSet({ paused, changed_at: now }))
    .execute()
}
