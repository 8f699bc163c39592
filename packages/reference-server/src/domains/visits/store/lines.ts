import { sql } from 'kysely'
import type { AnyKysely, Caller } from '../../../platform/seams.ts'
import { tablesOf } from './tables.ts'

export const isPaused = async (db: AnyKysely, practitionerId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('visits.lines')
    .select('paused')
    .where('id', '=', practitionerId)
    .executeTakeFirst()
  return row?.paused ?? false
}

/** The same, and when the practitioner was last seen here, as far as it was written down. */
export const lineState = async (
  db: AnyKysely,
  practitionerId: string,
): Promise<{ readonly paused: boolean; readonly seenAt: Date | null }> => {
  const { rows } = await sql<{ paused: boolean | null; seen_at: Date | null }>`
    select (select paused from visits.lines where id = ${practitionerId}) as paused,
      (select seen_at from visits.presences where id = ${practitionerId}) as seen_at`.execute(db)
  return { paused: rows[0]?.paused ?? false, seenAt: rows[0]?.seen_at ?? null }
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
