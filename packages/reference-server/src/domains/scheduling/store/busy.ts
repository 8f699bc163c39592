import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import type { Write } from '../../../platform/contracts/write.ts'
import { writeStatement } from '../../../platform/database/changes/write-statement.ts'
import { tablesOf } from './tables.ts'

/** A row of `scheduling.busy`: reserved time of one practitioner, buffers included. */
export interface BusyRow {
  readonly id: string
  readonly practitionerId: string
  readonly from: Date
  readonly to: Date
  /** When the hold expires; null for an appointment. */
  readonly expiresAt: Date | null
  /** The person who holds it; null for an appointment. */
  readonly heldBy: string | null
}

/**
 * Reserves the time; conditional. The exclusion constraint decides. `on conflict do nothing` lets the losers of a race return at once; with
 * a plain insert they queue and fail one by one (36 times slower with 200 concurrent requests). Expired holds in the way are released first.
 */
export const takeTime = (busy: BusyRow, now: Date): Write => ({
  statement: insertBusy,
  values: [busy.id, busy.practitionerId, busy.from, busy.to, busy.expiresAt, busy.heldBy, now],
})
const insertBusy = writeStatement({
  kind: 'insert',
  table: 'scheduling.busy',
  columns: ['id', 'practitioner_id', 'during', 'expires_at', 'held_by'],
  values: ['$1::uuid', '$2::uuid', 'tstzrange($3::timestamptz, $4::timestamptz)', '$5::timestamptz', '$6::text'],
  isConditional: true,
  clears: `update scheduling.busy set active = false, xid = pg_current_xact_id()
    where practitioner_id = $2::uuid and active and expires_at <= $7::timestamptz
      and during && tstzrange($3::timestamptz, $4::timestamptz)`,
})

/** Releases the time. */
export const releaseTime = (id: string): Write => ({ statement: releaseBusy, values: [id] })
const releaseBusy = writeStatement({
  kind: 'update',
  table: 'scheduling.busy',
  set: 'active = false, xid = pg_current_xact_id()',
  where: 'id = $1::uuid',
  isConditional: false,
})

/** Extends a held time to `expiresAt`, or reserves it permanently (null). Conditional: it was not given to someone else. */
export const confirmHold = (id: string, expiresAt: Date | null): Write => ({
  statement: confirmBusy,
  values: [id, expiresAt],
})
const confirmBusy = writeStatement({
  kind: 'update',
  table: 'scheduling.busy',
  set: `expires_at = $2::timestamptz, xid = pg_current_xact_id(),
    held_by = case when $2::timestamptz is null then null else held_by end`,
  where: 'id = $1::uuid and active',
  isConditional: true,
})

/** Releases expired holds. */
export const releaseExpiredHolds = async (tx: AnyKysely, now: Date): Promise<void> => {
  await tablesOf(tx)
    .updateTable('scheduling.busy')
    .set({ active: false, xid: sql`pg_current_xact_id()` })
    .where('active', '=', true)
    .where('expires_at', '<=', now)
    .execute()
}

/** Deletes released holds that expired before `before`. Rows of appointments stay. */
export const deleteReleasedHolds = async (tx: AnyKysely, before: Date): Promise<void> => {
  await tablesOf(tx)
    .deleteFrom('scheduling.busy')
    .where('active', '=', false)
    .where('expires_at', '<=', before)
    .execute()
}
