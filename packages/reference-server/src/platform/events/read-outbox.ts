import { sql } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'
import type { DomainEvent, EventData, EventType } from '../contracts/event.ts'

/** A place in the outbox. `xid` is a decimal 64-bit transaction id. */
export interface OutboxPosition {
  readonly xid: string
  readonly eventId: string
}
export interface StoredEvent extends OutboxPosition {
  readonly event: DomainEvent
}
export interface OutboxPage {
  readonly events: readonly StoredEvent[]
  /** Committed events stand behind a transaction that still runs: look again soon. */
  readonly unsettled: boolean
}

export const outboxStart: OutboxPosition = { xid: '0', eventId: '00000000-0000-0000-0000-000000000000' }

interface OutboxRow {
  readonly organization_id: string
  readonly id: string
  readonly type: EventType
  readonly at: Date
  readonly version: number
  readonly data: EventData[EventType]
  readonly xid: string
  readonly settled: boolean
}

/**
 * The next events in commit order. Only those older than every transaction that still runs: a younger one may be visible already
 * while an older one is yet to commit, and a cursor that passed it would never come back for it.
 */
export const readOutbox = async (
  db: AnyKysely,
  after: OutboxPosition,
  types: readonly string[] | null,
  limit: number,
): Promise<OutboxPage> => {
  // Built and not written, so that it is known for a read and follows the change of role at once: it runs after nearly every commit.
  const rows = await db
    .withTables<{ 'platform.outbox': OutboxRow }>()
    .selectFrom('platform.outbox as stored')
    .select(['organization_id', 'id', 'type', 'at', 'version', 'data', sql<string>`xid::text`.as('xid')])
    .select(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`.as('settled'))
    .$if(types !== null, (query) => query.where(sql<boolean>`type = any(${types}::text[])`))
    .where(sql<boolean>`(xid, id) > (${after.xid}::xid8, ${after.eventId}::uuid)`)
    .orderBy('stored.xid')
    .orderBy('id')
    .limit(limit)
    .execute()
  const settled = rows.findIndex((row) => !row.settled)
  const ready = settled < 0 ? rows : rows.slice(0, settled)
  return { events: ready.map(storedEvent), unsettled: settled >= 0 }
}

export const findEvent = async (db: AnyKysely, organizationId: string, id: string): Promise<DomainEvent | null> => {
  const { rows } = await sql<OutboxRow>`
    select organization_id, id, type, at, version, data, xid::text, true as settled
    from platform.outbox where organization_id = ${organizationId} and id = ${id}`.execute(db)
  return rows[0] ? storedEvent(rows[0]).event : null
}

/** Just before the first transaction that still runs: what commits from now on lies behind it. */
export const readOutboxPosition = async (db: AnyKysely): Promise<OutboxPosition> => {
  const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db)
  return { xid: String(BigInt(rows[0]?.xmin ?? '1') - 1n), eventId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}

/** Whether one stands behind the other in commit order; neither is behind itself. */
export const isBehind = (one: OutboxPosition, other: OutboxPosition): boolean =>
  one.xid === other.xid ? one.eventId > other.eventId : BigInt(one.xid) > BigInt(other.xid)

const storedEvent = (row: OutboxRow): StoredEvent => ({
  xid: row.xid,
  eventId: row.id,
  // Stored by `emit`, which takes only what the contract declares: type and data belong together.
  event: {
    id: row.id,
    type: row.type,
    organizationId: row.organization_id,
    at: row.at.toISOString(),
    version: row.version,
    data: row.data,
  } as DomainEvent,
})
