import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { tablesOf } from './tables.ts'

export const isPaused = async (db: AnyKysely, practitionerId: string): Promise<boolean> => {
  const row = await tablesOf(db)
    .selectFrom('visits.lines')
    .select('paused')
    .where('id', '=', practitionerId)
    .executeTakeFirst()
  return row?.paused ?? false
}

export const setPaused = (practitionerId: string, paused: boolean, now: Date): Write => ({
  statement: upsertPaused,
  values: [practitionerId, paused, now],
})
const upsertPaused = writeStatement({
  kind: 'insert',
  table: 'visits.lines',
  columns: ['id', 'paused', 'changed_at'],
  values: ['$1::uuid', '$2::boolean', '$3::timestamptz'],
  onConflict: '(organization_id, id) do update set paused = excluded.paused, changed_at = excluded.changed_at',
  isConditional: false,
})
