import { sql } from 'kysely'
import type { PlatformDatabase } from '../database/open/open-database.ts'
import { faultOf } from '../database/errors/fault-of.ts'
import type { StoredEvent } from './read-outbox.ts'

export interface FailedDelivery {
  readonly consumer: string
  readonly eventId: string
  /** The event's place in the outbox. Null if the event was deleted before places were stored. */
  readonly xid: string | null
  readonly organizationId: string
  readonly attempts: number
}
export interface DeadDelivery extends Omit<FailedDelivery, 'xid'> {
  /** Error class and code such as `DatabaseError 23505`; never a message. */
  readonly error: string
  readonly parkedAt: Date
}

/**
 * Seconds until the next attempt, by number of attempts. After the last, the delivery becomes a dead letter until an operator retries it.
 */
const pauses = [1, 5, 30, 120, 600, 3_600, 14_400]

/**
 * Failed deliveries, separate from the cursor: the consumer continues with the next event, and this one is retried with backoff. An event
 * that always fails becomes a dead letter and blocks no other.
 */
export const createFailedDeliveries = (database: PlatformDatabase, clock: () => Date) => {
  const db = () => database.readerAcross('platform')
  return {
    /** Records a failed attempt. True if it was the last. */
    record: async (
      consumer: string,
      { event, xid }: Pick<StoredEvent, 'event' | 'xid'>,
      error: unknown,
    ): Promise<boolean> => {
      const now = clock()
      const { rows } = await sql<{ attempts: number; parked: boolean }>`
        insert into platform.failed_deliveries as known (consumer, event_id, event_xid, organization_id, attempts, error, next_at)
        values (${consumer}, ${event.id}, ${xid}, ${event.organizationId}, 1, ${faultOf(error)}, ${later(now, pauses[0] as number)})
        on conflict (consumer, event_id) do update set
          attempts = known.attempts + 1,
          error = excluded.error,
          next_at = ${now}::timestamptz + interval '1 second' * (${pauses}::integer[])[least(known.attempts + 1, ${pauses.length})],
          parked_at = case when known.attempts >= ${pauses.length} then ${now}::timestamptz end
        returning attempts, parked_at is not null as parked`.execute(db())
      return rows[0]?.parked ?? false
    },
    due: async (consumers: readonly string[], limit: number): Promise<readonly FailedDelivery[]> => {
      const { rows } = await sql<FailedDelivery>`
        select consumer, event_id as "eventId", event_xid::text as xid, organization_id as "organizationId", attempts
        from platform.failed_deliveries
        where parked_at is null and next_at <= ${clock()} and consumer = any(${consumers}::text[])
        order by next_at limit ${limit}`.execute(db())
      return rows
    },
    clear: async ({ consumer, eventId }: Pick<FailedDelivery, 'consumer' | 'eventId'>): Promise<void> => {
      await sql`delete from platform.failed_deliveries where consumer = ${consumer} and event_id = ${eventId}`.execute(
        db(),
      )
    },
    parked: async (): Promise<readonly DeadDelivery[]> => {
      const { rows } = await sql<DeadDelivery>`
        select consumer, event_id as "eventId", organization_id as "organizationId", attempts, error, parked_at as "parkedAt"
        from platform.failed_deliveries where parked_at is not null order by parked_at`.execute(db())
      return rows
    },
    /** Resets the attempts of dead letters: all of them, or those of one event. */
    unpark: async (eventId?: string): Promise<number> => {
      const which = eventId === undefined ? sql`true` : sql`event_id = ${eventId}`
      const done = await sql`
        update platform.failed_deliveries set parked_at = null, attempts = 0, next_at = ${clock()}
        where parked_at is not null and ${which}`.execute(db())
      return Number(done.numAffectedRows ?? 0n)
    },
  }
}
export type FailedDeliveries = ReturnType<typeof createFailedDeliveries>

const later = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000)
