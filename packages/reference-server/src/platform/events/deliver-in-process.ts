import type { PlatformDatabase } from '../database/open/open-database.ts'
import { Problem } from '../problems/problem.ts'
import { describeError } from '../logging/describe-error.ts'
import type { LogFields, Logger } from '../logging/logger.ts'
import type { ConsumeOnce, ConsumingDomain } from './consume-once.ts'
import type { ConsumerQueue } from './consumer-queue.ts'
import type { Cursors } from './cursors.ts'
import type { FailedDeliveries, FailedDelivery } from './failed-deliveries.ts'
import { createPollingLoop, type StepOutcome, type PollingLoop } from '../jobs/polling-loop.ts'
import type { BoundReaction } from '../contracts/reaction.ts'
import { readOutbox, type OutboxPosition, type StoredEvent } from './read-outbox.ts'

export interface DeliveryOptions {
  readonly database: PlatformDatabase
  readonly consumeOnce: ConsumeOnce
  readonly cursors: Cursors
  readonly failed: FailedDeliveries
  readonly log: Logger
  /** Whether this process currently delivers to the domain. */
  readonly hasLease: (domain: ConsumingDomain) => boolean
  /** Called when a consumer has handled events. */
  readonly onWorked: () => void
  /** Polling interval for events of other processes. Milliseconds. */
  readonly idle: number
}

const pageSize = 100

export interface Consumer {
  readonly domain: ConsumingDomain
  readonly reaction: BoundReaction
  readonly queue: ConsumerQueue
}

/**
 * Delivers events to one consumer, in commit order, from its last position: events that the reader of the outbox offers, and, if those
 * are incomplete, events that it reads itself.
 */
export const deliverToConsumer = ({ domain, reaction, queue }: Consumer, options: DeliveryOptions): PollingLoop => {
  const { database, consumeOnce, cursors, failed, log, hasLease, onWorked, idle } = options
  const { consumer } = reaction
  let cursor: OutboxPosition | null = null

  const deliverAlone = async (stored: StoredEvent): Promise<void> => {
    const { event } = stored
    await consumeOnce(domain, reaction, [event]).catch(async (error: unknown) => {
      // The database was unavailable, which is no fault of the event: it is delivered again.
      if (isOutage(error)) throw error
      await failed.record(consumer, stored, error)
      log.warn('a reaction failed and will be tried again', failureFields(consumer, event.id, error))
    })
  }

  /** If a page fails, each of its events is tried alone, so that one bad event does not block the others. */
  const deliver = async (stored: readonly StoredEvent[]): Promise<void> => {
    const [first, ...rest] = stored.map(({ event }) => event)
    const last = stored.at(-1)
    if (!first || !last) return
    if (rest.length === 0) await deliverAlone(last)
    else
      await consumeOnce(domain, reaction, [first, ...rest]).catch(async (error: unknown) => {
        if (isOutage(error)) throw error
        for (const each of stored) await deliverAlone(each)
      })
    onWorked()
    cursor = { xid: last.xid, eventId: last.eventId }
    cursors.advance(consumer, cursor)
  }

  const catchUp = async (): Promise<StepOutcome> => {
    cursor ??= await cursors.load(consumer)
    queue.beginCatchingUp()
    const page = await readOutbox(database.readerAcross('platform'), cursor, reaction.events, pageSize)
    // The reader may not have read these yet, or what was committed before them.
    for (const { event } of page.events) database.facts.dropAll(event.organizationId)
    for (const stored of pagesOf(page.events, reaction.pageSize)) await deliver(stored)
    if (page.events.length === pageSize) return 'more'
    // The reader has not passed unsettled events either: it will offer them.
    return queue.caughtUpTo(cursor) ? 'more' : 'soon'
  }

  return createPollingLoop({
    name: consumer,
    idle,
    log,
    step: async () => {
      if (!hasLease(domain)) {
        // In the meantime, another process advances the cursor.
        cursor = null
        queue.abandon()
        return 'nothing'
      }
      if (!queue.isContiguous) return catchUp()
      for (
        let stored = queue.next(reaction.pageSize);
        stored.length > 0 && hasLease(domain);
        stored = queue.next(reaction.pageSize)
      ) {
        await deliver(stored)
        queue.taken(stored)
      }
      return queue.isContiguous ? 'nothing' : 'more'
    },
  })
}

/** Retries failed deliveries that are due, for all consumers of this process. */
export const retryFailures = (
  consumers: ReadonlyMap<string, Pick<Consumer, 'domain' | 'reaction'>>,
  findEvent: (delivery: FailedDelivery) => Promise<StoredEvent | null>,
  { database, consumeOnce, failed, log, hasLease }: DeliveryOptions,
): PollingLoop =>
  createPollingLoop({
    name: 'retries',
    idle: 1_000,
    log,
    step: async () => {
      const ours = [...consumers].filter(([, { domain }]) => hasLease(domain)).map(([consumer]) => consumer)
      const due = ours.length === 0 ? [] : await failed.due(ours, pageSize)
      for (const delivery of due) {
        const found = consumers.get(delivery.consumer)
        const stored = await findEvent(delivery)
        if (!found || !stored) {
          await failed.clear(delivery)
          continue
        }
        const { event } = stored
        database.facts.dropAll(event.organizationId)
        try {
          await consumeOnce(found.domain, found.reaction, [event])
          await failed.clear(delivery)
        } catch (error) {
          if (isOutage(error)) throw error
          const parked = await failed.record(delivery.consumer, stored, error)
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

/** Consecutive events of one organization, in pages of at most `size`. */
const pagesOf = (events: readonly StoredEvent[], size: number): StoredEvent[][] => {
  const pages: StoredEvent[][] = []
  for (const stored of events) {
    const page = pages.at(-1)
    if (page && page.length < size && page[0]?.event.organizationId === stored.event.organizationId) page.push(stored)
    else pages.push([stored])
  }
  return pages
}

const isOutage = (error: unknown): boolean => error instanceof Problem && error.code === 'database_unavailable'
