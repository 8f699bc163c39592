import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { outboxStart, type OutboxPosition } from './read-outbox.ts'

/** The positions of consumers, as a restart finds them. */
export interface Cursors {
  load(consumer: string): Promise<OutboxPosition>
  /** Kept in memory until `save`. After a crash, events since then are delivered again, and `consumed` prevents a second effect. */
  advance(consumer: string, position: OutboxPosition): void
  /** Writes all changed positions in one statement. */
  save(): Promise<void>
  /**
   * Creates missing cursors. On a new database, consumers receive all events from the start. A consumer that an upgrade adds receives
   * only new events, so that it does not react to weeks of old ones.
   */
  insertMissing(consumers: readonly string[], now: OutboxPosition): Promise<void>
}

export const createCursors = (database: PlatformDatabase): Cursors => {
  const db = () => database.readerAcross('platform')
  let moved = new Map<string, OutboxPosition>()

  const save = async (): Promise<void> => {
    if (moved.size === 0) return
    const saving = moved
    moved = new Map()
    const consumers = [...saving.keys()].toSorted()
    const positions = consumers.map((consumer) => saving.get(consumer) ?? outboxStart)
    await sql`insert into platform.cursors (consumer, xid, event_id)
      select * from unnest(${consumers}::text[], ${positions.map(({ xid }) => xid)}::xid8[], ${positions.map(({ eventId }) => eventId)}::uuid[])
      on conflict (consumer) do update set xid = excluded.xid, event_id = excluded.event_id`
      .execute(db())
      .catch((error: unknown) => {
        for (const [consumer, position] of saving) if (!moved.has(consumer)) moved.set(consumer, position)
        throw error
      })
  }

  return {
    load: async (consumer) => {
      const unsaved = moved.get(consumer)
      if (unsaved) return unsaved
      const { rows } = await sql<{ xid: string; event_id: string }>`
        select xid::text, event_id from platform.cursors where consumer = ${consumer}`.execute(db())
      return rows[0] ? { xid: rows[0].xid, eventId: rows[0].event_id } : outboxStart
    },
    advance: (consumer, position) => void moved.set(consumer, position),
    save,
    insertMissing: async (consumers, now) => {
      const { rows } = await sql<{ consumer: string }>`select consumer from platform.cursors`.execute(db())
      const known = new Set(rows.map(({ consumer }) => consumer))
      for (const consumer of consumers)
        if (!known.has(consumer)) moved.set(consumer, known.size === 0 ? outboxStart : now)
      await save()
    },
  }
}
