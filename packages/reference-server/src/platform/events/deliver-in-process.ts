import { sql } from 'kysely'
import type { BoundReaction } from '../../domain-module.ts'
import type { PlatformDatabase } from '../database/open-database.ts'
import { Problem } from '../http/problem.ts'
import { describeError } from '../logging/describe-error.ts'
import type { LogFields, Logger } from '../logging/logger.ts'
import type { DomainEvent } from '../seams.ts'
import type { ConsumeOnce, ConsumingDomain } from './consume-once.ts'
import type { FailedDeliveries } from './failed-deliveries.ts'
import { createPump, type Pump } from './pump.ts'
import { outboxStart, readOutbox, type OutboxPosition } from './read-outbox.ts'

export interface DeliveryOptions {
  readonly database: PlatformDatabase
  readonly consumeOnce: ConsumeOnce
  readonly failed: FailedDeliveries
  readonly log: Logger
  /** Whether this process delivers to the domain now. */
  readonly isOurs: (domain: ConsumingDomain) => boolean
  /** Told when a consumer has had events. */
  readonly onWorked: () => void
  /** Milliseconds between looks when nobody woke us: events of other processes. */
  readonly idle: number
}

const pageSize = 100

/** Tells one consumer of its events, in commit order, from where it stopped last. The cursor moves after the page; `consumed` covers the gap. */
export const deliverToConsumer = (domain: ConsumingDomain, reaction: BoundReaction, options: DeliveryOptions): Pump => {
  const { database, consumeOnce, failed, log, isOurs, onWorked, idle } = options
  const db = () => database.readerAcross('platform')
  let cursor: OutboxPosition | null = null

  return createPump({
    name: reaction.consumer,
    idle,
    log,
    step: async () => {
      if (!isOurs(domain)) {
        // Another process moves the cursor meanwhile.
        cursor = null
        return 'nothing'
      }
      cursor ??= await loadCursor(database, reaction.consumer)
      const page = await readOutbox(db(), cursor, reaction.event, pageSize)
      for (const { event } of page.events) {
        await consumeOnce(domain, reaction, event).catch(async (error: unknown) => {
          // Nothing is wrong with the event when the database is away: it is delivered again from the cursor.
          if (isOutage(error)) throw error
          await failed.note(reaction.consumer, event, error)
          log.warn('a reaction failed and will be tried again', failureFields(reaction.consumer, event.id, error))
        })
      }
      const last = page.events.at(-1)
      if (last) {
        onWorked()
        await saveCursor(database, reaction.consumer, last)
        cursor = last
      }
      return page.events.length === pageSize ? 'more' : page.unsettled ? 'soon' : 'nothing'
    },
  })
}

/** Tries due failures again, for all consumers of this process. */
export const retryFailures = (
  consumers: ReadonlyMap<string, { domain: ConsumingDomain; reaction: BoundReaction }>,
  findEvent: (organizationId: string, id: string) => Promise<DomainEvent | null>,
  { consumeOnce, failed, log, isOurs }: DeliveryOptions,
): Pump =>
  createPump({
    name: 'retries',
    idle: 1_000,
    log,
    step: async () => {
      const ours = [...consumers].filter(([, { domain }]) => isOurs(domain)).map(([consumer]) => consumer)
      const due = ours.length === 0 ? [] : await failed.due(ours, pageSize)
      for (const delivery of due) {
        const found = consumers.get(delivery.consumer)
        const event = await findEvent(delivery.organizationId, delivery.eventId)
        if (!found || !event) {
          await failed.clear(delivery)
          continue
        }
        try {
          await consumeOnce(found.domain, found.reaction, event)
          await failed.clear(delivery)
        } catch (error) {
          if (isOutage(error)) throw error
          const parked = await failed.note(delivery.consumer, event, error)
          if (parked) log.error('an event is parked', failureFields(delivery.consumer, event.id, error))
        }
      }
      return due.length === pageSize ? 'more' : 'nothing'
    },
  })

const failureFields = (consumer: string, eventId: string, error: unknown): LogFields => ({
  name: consumer,
  ...describeError(error),
  requestId: eventId,
})

const isOutage = (error: unknown): boolean => error instanceof Problem && error.code === 'database_unavailable'

const loadCursor = async (database: PlatformDatabase, consumer: string): Promise<OutboxPosition> => {
  const { rows } = await sql<{ xid: string; event_id: string }>`
    select xid::text, event_id from platform.cursors where consumer = ${consumer}`.execute(
    database.readerAcross('platform'),
  )
  return rows[0] ? { xid: rows[0].xid, eventId: rows[0].event_id } : outboxStart
}

const saveCursor = async (
  database: PlatformDatabase,
  consumer: string,
  { xid, eventId }: OutboxPosition,
): Promise<void> => {
  await sql`insert into platform.cursors (consumer, xid, event_id) values (${consumer}, ${xid}::xid8, ${eventId})
    on conflict (consumer) do update set xid = excluded.xid, event_id = excluded.event_id`.execute(
    database.readerAcross('platform'),
  )
}

/**
 * Gives consumers without a cursor one. On a fresh database they hear everything from the start; a consumer that an upgrade brings
 * hears what happens from now on, or it would react to weeks of old events at once.
 */
export const placeNewConsumers = async (
  database: PlatformDatabase,
  consumers: readonly string[],
  now: OutboxPosition,
): Promise<void> => {
  const db = database.readerAcross('platform')
  const { rows } = await sql<{ consumer: string }>`select consumer from platform.cursors`.execute(db)
  const known = new Set(rows.map(({ consumer }) => consumer))
  const from = known.size === 0 ? outboxStart : now
  for (const consumer of consumers) if (!known.has(consumer)) await saveCursor(database, consumer, from)
}
