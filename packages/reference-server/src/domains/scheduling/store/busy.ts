import { sql } from 'kysely'
import type { AnyKysely } from '../../../platform/contracts/database.ts'
import { changedSince } from './sync-mark.ts'
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

/** A changed row as other processes read it. A row that is not active was released. */
export interface ChangedBusyRow extends BusyRow {
  readonly active: boolean
}

/**
 * Reserves the time, or reports that it is taken. The exclusion constraint decides. `on conflict do nothing` lets the losers of a race
 * return at once; with a plain insert they queue and fail one by one (36 times slower with 200 concurrent requests). Expired holds are
 * cleared only if they are in the way.
 */
export const takeTime = async (tx: AnyKysely, organizationId: string, busy: BusyRow, now: Date): Promise<boolean> =>
  (await insertBusy(tx, organizationId, busy)) ||
  ((await deleteExpired(tx, busy, now)) && (await insertBusy(tx, organizationId, busy)))

const rangeOf = ({ from, to }: Pick<BusyRow, 'from' | 'to'>) =>
  sql<string>`tstzrange(${from}::timestamptz, ${to}::timestamptz)`

const insertBusy = async (tx: AnyKysely, organizationId: string, busy: BusyRow): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await tablesOf(tx)
    .insertInto('scheduling.busy')
    .values({
      organization_id: organizationId,
      id: busy.id,
      practitioner_id: busy.practitionerId,
      during: rangeOf(busy),
      expires_at: busy.expiresAt,
      held_by: busy.heldBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

const deleteExpired = async (tx: AnyKysely, busy: BusyRow, now: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('scheduling.busy')
    .set({ active: false, xid: sql`pg_current_xact_id()` })
    .where('practitioner_id', '=', busy.practitionerId)
    .where('active', '=', true)
    .where('expires_at', '<=', now)
    .where(sql<boolean>`during && ${rangeOf(busy)}`)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Releases the time. */
export const releaseTime = async (tx: AnyKysely, id: string): Promise<void> => {
  await tablesOf(tx)
    .updateTable('scheduling.busy')
    .set({ active: false, xid: sql`pg_current_xact_id()` })
    .where('id', '=', id)
    .execute()
}

/** Extends a held time to `expiresAt`, or reserves it permanently (null). False if it was given to someone else in the meantime. */
export const confirmHold = async (tx: AnyKysely, id: string, expiresAt: Date | null): Promise<boolean> => {
  const { numUpdatedRows } = await tablesOf(tx)
    .updateTable('scheduling.busy')
    .set({ expires_at: expiresAt, xid: sql`pg_current_xact_id()`, ...(expiresAt === null ? { held_by: null } : {}) })
    .where('id', '=', id)
    .where('active', '=', true)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Active rows that end after `from`; or, with `since`, every row that changed in or after that transaction. */
export const listBusySince = async (db: AnyKysely, from: Date, since: string | null): Promise<ChangedBusyRow[]> => {
  const rows = await tablesOf(db)
    .selectFrom('scheduling.busy')
    .select([
      'id',
      'practitioner_id',
      'active',
      'expires_at',
      'held_by',
      sql<Date>`lower(during)`.as('from'),
      sql<Date>`upper(during)`.as('to'),
    ])
    .$if(since === null, (query) =>
      query.where('active', '=', true).where(sql<boolean>`upper(during) > ${from}::timestamptz`),
    )
    .$if(since !== null, (query) => query.where(changedSince(since)))
    .execute()
  return rows.map((row) => ({
    id: row.id,
    practitionerId: row.practitioner_id,
    from: row.from,
    to: row.to,
    active: row.active,
    expiresAt: row.expires_at,
    heldBy: row.held_by,
  }))
}

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
