import { sql } from 'kysely'
import type { AnyKysely } from '../contracts/database.ts'
import type { DomainEvent } from '../contracts/event.ts'
import { preparedRead, type Placeholders } from '../database/reads/prepared-read.ts'
import { eventShapesOf, type EventForm } from '../database/unit-of-work/event-shapes.ts'

/** A position in the outbox. `xid` is a decimal 64-bit transaction id. */
export interface OutboxPosition {
  readonly xid: string
  readonly eventId: string
}
export interface StoredEvent extends OutboxPosition {
  readonly event: DomainEvent
}
export interface OutboxPage {
  readonly events: readonly StoredEvent[]
  /** Committed events wait behind a transaction that still runs: poll again soon. */
  readonly unsettled: boolean
}

export const outboxStart: OutboxPosition = { xid: '0', eventId: '00000000-0000-0000-0000-000000000000' }

interface OutboxRow extends EventForm {
  readonly organization_id: string
  readonly id: string
  readonly at: Date
  readonly xid: string
  readonly settled: boolean
}

interface Range extends OutboxPosition {
  readonly limit: number
}
const select = (db: AnyKysely, { xid, eventId, limit }: Placeholders<Range>) =>
  db
    .withTables<{ 'platform.event_rows': OutboxRow }>()
    .selectFrom('platform.event_rows as stored')
    .select(['organization_id', 'id', 'type', 'at', 'form', 'data', 'ids', sql<string>`xid::text`.as('xid')])
    .select(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`.as('settled'))
    .where(sql<boolean>`(xid, id) > (${xid}::xid8, ${eventId}::uuid)`)
    .orderBy('stored.xid')
    .orderBy('id')
    .limit(limit)
const selectAll = preparedRead(select)
interface OfTypes extends Range {
  readonly types: readonly string[]
}
const selectTypes = preparedRead((db, values: Placeholders<OfTypes>) =>
  select(db, values).where(
    sql<boolean>`(type = any(${values.types}::text[]) or type is null and form in (
      select shape.id from platform.event_shapes as shape where shape.type = any(${values.types}::text[])))`,
  ),
)

/**
 * The next events in commit order. Reads only events older than every running transaction: a younger one may be visible while an older
 * one has not committed, and a cursor beyond it would skip the older one.
 */
export const readOutbox = async (
  db: AnyKysely,
  after: OutboxPosition,
  types: readonly string[] | null,
  limit: number,
): Promise<OutboxPage> => {
  const { xid, eventId } = after
  const rows =
    types === null
      ? await selectAll(db, { xid, eventId, limit })
      : await selectTypes(db, { xid, eventId, limit, types })
  const settled = rows.findIndex((row) => !row.settled)
  const ready = settled < 0 ? rows : rows.slice(0, settled)
  return { events: await storedEvents(db, ready), unsettled: settled >= 0 }
}

/** An event by its place in the outbox. */
export const findEvent = async (
  db: AnyKysely,
  {
    eventId,
    xid,
    organizationId,
  }: { readonly eventId: string; readonly xid: string | null; readonly organizationId: string },
): Promise<StoredEvent | null> => {
  const { rows } = await sql<OutboxRow>`
    select organization_id, id, type, at, form, data, ids, xid::text, true as settled
    from platform.event_rows where xid = ${xid} and id = ${eventId} and organization_id = ${organizationId}`.execute(db)
  const [found] = await storedEvents(db, rows)
  return found ?? null
}

/** Position just before the first transaction that still runs. Later commits come after it. */
export const readOutboxPosition = async (db: AnyKysely): Promise<OutboxPosition> => {
  const { rows } = await sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`.execute(db)
  return { xid: String(BigInt(rows[0]?.xmin ?? '1') - 1n), eventId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
}

/** Whether one position is after the other in commit order. */
export const isBehind = (one: OutboxPosition, other: OutboxPosition): boolean =>
  one.xid === other.xid ? one.eventId > other.eventId : BigInt(one.xid) > BigInt(other.xid)

const storedEvents = async (db: AnyKysely, rows: readonly OutboxRow[]): Promise<readonly StoredEvent[]> => {
  const events = await eventShapesOf(db).eventsOf(rows)
  return rows.map(({ id, organization_id: organizationId, at, xid }, place) => ({
    ...{ xid, eventId: id },
    event: { id, organizationId, at: at.toISOString(), ...events[place] } as DomainEvent,
  }))
}
