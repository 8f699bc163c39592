import type { PlatformDatabase } from '../database/open/open-database.ts'
import { outsideTransaction } from '../database/pool/transaction-context.ts'
import { renewLeases, type Leases } from '../jobs/renew-leases.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import { consumerMark } from '../database/unit-of-work/consumer-mark.ts'
import type { ConsumeOnce, ConsumingDomain } from './consume-once.ts'
import { ConsumerQueue } from './consumer-queue.ts'
import { createCursors } from './cursors.ts'
import type { DomainEvent } from '../contracts/event.ts'
import { deliverToConsumer, retryFailures, type Consumer } from './deliver-in-process.ts'
import { createFailedDeliveries, type DeadDelivery } from './failed-deliveries.ts'
import { createPollingLoop, type PollingLoop } from '../jobs/polling-loop.ts'
import { findEvent, readOutboxPosition, readOutbox, type OutboxPosition, type StoredEvent } from './read-outbox.ts'

export interface Relay {
  /** Subscribes the reactions of one domain. Call before `start`. */
  subscribe(domain: ConsumingDomain): void
  /**
   * Calls the listener with every event from now on, in commit order, whichever process emitted it. Events are not stored for a listener
   * that was away.
   */
  onDelivered(listener: (event: DomainEvent) => void): () => void
  /** Called after a commit that holds events. */
  wake(): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Resolves when every event is delivered, including events that reactions emit. Does not wait for failed deliveries. */
  settle(): Promise<void>
  /** Deliveries whose attempts are exhausted. */
  deadLetters(): Promise<readonly DeadDelivery[]>
  /** Retries all of them, or those of one event. */
  retryDeadLetter(eventId?: string): Promise<number>
}

export interface RelayOptions {
  readonly database: PlatformDatabase
  readonly consumeOnce: ConsumeOnce
  readonly clock: () => Date
  readonly log: Logger
}

const leaseNameOf = (domain: ConsumingDomain): string => `relay/${domain.name}`

/** How often the positions of consumers are saved. What a killed process had not saved is delivered again. Milliseconds. */
const saveCursorsEvery = 2_000
/** Debounce: commits within this time share one read of the outbox, and their events a page. Milliseconds. */
const debounceFor = 50

/**
 * Delivers the outbox at least once. One reader per process reads it: it calls listeners (the live stream) and queues events for each
 * consumer. A separate loop works through each queue, so that a slow or failing consumer delays no other. A commit wakes the reader of
 * the same process; events of other processes are found by polling.
 */
export const createRelay = ({ database, consumeOnce, clock, log }: RelayOptions): Relay => {
  const domains: ConsumingDomain[] = []
  const consumers = new Map<string, Consumer>()
  const waitingFor = new Map<string, { readonly consumer: Consumer; readonly loop: PollingLoop }[]>()
  const cursors = createCursors(database)
  const listeners = new Set<(event: DomainEvent) => void>()
  const failed = createFailedDeliveries(database, clock)
  const idle = database.engine === 'pglite' ? 5_000 : 1_000
  const loops: PollingLoop[] = []
  let reader: PollingLoop | undefined
  let leases: Leases | undefined
  let saving: NodeJS.Timeout | undefined
  let waking: NodeJS.Timeout | undefined
  let worked = 0

  const wakeAll = (): void => loops.forEach((loop) => loop.wake())
  const notifyListeners = (event: DomainEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        log.error('a listener failed', { requestId: event.id, ...describeError(error) })
      }
    }
  }

  const dispatch = (stored: StoredEvent): void => {
    for (const { consumer, loop } of waitingFor.get(stored.event.type) ?? []) {
      consumer.queue.offer(stored)
      loop.wake()
    }
  }

  const readFrom = (from: OutboxPosition): PollingLoop => {
    const pageSize = 500
    let position = from
    return createPollingLoop({
      name: 'outbox',
      idle,
      log,
      // A person waits for the screen update that this triggers.
      isForeground: true,
      step: async () => {
        const page = await readOutbox(database.readerAcross('platform'), position, null, pageSize)
        position = page.events.at(-1) ?? position
        for (const stored of page.events) {
          database.facts.delivered(stored.event)
          notifyListeners(stored.event)
          dispatch(stored)
        }
        worked += page.events.length
        if (page.events.length < pageSize && !page.unsettled) database.facts.outboxRead()
        return page.events.length === pageSize ? 'more' : page.unsettled ? 'soon' : 'nothing'
      },
    })
  }

  const saveCursors = (): Promise<void> =>
    cursors.save().catch((error: unknown) => log.warn('cursors were not saved', describeError(error)))

  return {
    subscribe: (domain) => {
      for (const reaction of domain.reactions) {
        if (consumers.has(reaction.consumer)) throw new Error(`Two reactions are named ${reaction.consumer}.`)
        const mark = consumerMark(reaction.consumer)
        for (const other of consumers.keys())
          if (consumerMark(other) === mark)
            throw new Error(`Rename ${reaction.consumer}: its marks equal those of ${other}.`)
        consumers.set(reaction.consumer, { domain, reaction, queue: new ConsumerQueue() })
      }
      domains.push(domain)
    },
    onDelivered: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wake: () => {
      if (waking) return
      outsideTransaction(() => {
        waking = setTimeout(() => {
          waking = undefined
          reader?.wake()
        }, debounceFor)
        waking.unref()
      })
    },
    start: async () => {
      const db = database.readerAcross('platform')
      const now = await readOutboxPosition(db)
      await cursors.insertMissing([...consumers.keys()], now)
      const names = domains.filter(({ reactions }) => reactions.length > 0).map(leaseNameOf)
      leases = renewLeases({ database, names, log, onGained: wakeAll })
      await leases.start()
      const options = {
        database,
        consumeOnce,
        cursors,
        failed,
        log,
        idle,
        onWorked: () => void (worked += 1),
        hasLease: (domain: ConsumingDomain) => leases?.has(leaseNameOf(domain)) ?? false,
      }
      for (const consumer of consumers.values()) {
        const loop = deliverToConsumer(consumer, options)
        loops.push(loop)
        for (const type of consumer.reaction.events)
          waitingFor.set(type, [...(waitingFor.get(type) ?? []), { consumer, loop }])
      }
      reader = readFrom(now)
      loops.push(
        reader,
        retryFailures(consumers, (delivery) => findEvent(db, delivery), options),
      )
      for (const loop of loops) loop.start()
      outsideTransaction(() => {
        saving = setInterval(() => void saveCursors(), saveCursorsEvery)
        saving.unref()
      })
    },
    stop: async () => {
      clearInterval(saving)
      await Promise.all(loops.map((loop) => loop.stop()))
      await saveCursors()
      await leases?.stop()
    },
    settle: async () => {
      let before: number
      do {
        before = worked
        await Promise.all(loops.map((loop) => loop.drain()))
      } while (worked > before)
    },
    deadLetters: () => failed.parked(),
    retryDeadLetter: async (eventId) => {
      const count = await failed.unpark(eventId)
      wakeAll()
      return count
    },
  }
}
