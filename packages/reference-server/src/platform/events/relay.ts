import type { BoundReaction } from '../../domain-module.ts'
import type { PlatformDatabase } from '../database/open-database.ts'
import { keepLeases, type Leases } from '../jobs/keep-leases.ts'
import { describeError } from '../logging/describe-error.ts'
import type { Logger } from '../logging/logger.ts'
import type { DomainEvent } from '../seams.ts'
import type { ConsumeOnce, ConsumingDomain } from './consume-once.ts'
import { deliverToConsumer, placeNewConsumers, retryFailures } from './deliver-in-process.ts'
import { createFailedDeliveries, type ParkedDelivery } from './failed-deliveries.ts'
import { createPump, type Pump } from './pump.ts'
import { findEvent, outboxNow, readOutbox, type OutboxPosition } from './read-outbox.ts'

export interface Relay {
  /** Before `start`: the reactions of one domain. */
  subscribe(domain: ConsumingDomain): void
  /** Every event from now on, in commit order, in this process, whichever process emitted it. Not kept for a listener that was away. */
  onDelivered(listener: (event: DomainEvent) => void): () => void
  /** Called after a commit that holds events of these types. */
  wake(types: readonly string[]): void
  start(): Promise<void>
  stop(): Promise<void>
  /** Resolves when every event is delivered, those included that reactions emit. Failed deliveries are not waited for. */
  settle(): Promise<void>
  /** Deliveries that failed too often. */
  parked(): Promise<readonly ParkedDelivery[]>
  /** Tries them all again, or those of one event. */
  retryParked(eventId?: string): Promise<number>
}

export interface RelayOptions {
  readonly database: PlatformDatabase
  readonly consumeOnce: ConsumeOnce
  readonly clock: () => Date
  readonly log: Logger
}

const leaseOf = (domain: ConsumingDomain): string => `relay/${domain.name}`

/**
 * Delivers the outbox at least once: to each consumer by a loop of its own, so that a slow or failing one holds up nobody, and to
 * listeners (the live stream) in every process. Within the process a commit wakes it; events of other processes are found by looking.
 */
export const createRelay = ({ database, consumeOnce, clock, log }: RelayOptions): Relay => {
  const domains: ConsumingDomain[] = []
  const consumers = new Map<string, { domain: ConsumingDomain; reaction: BoundReaction }>()
  const listeners = new Set<(event: DomainEvent) => void>()
  const failed = createFailedDeliveries(database, clock)
  const idle = database.engine === 'pglite' ? 5_000 : 1_000
  const pumps: { readonly type: string | null; readonly pump: Pump }[] = []
  let leases: Leases | undefined
  let worked = 0

  const wakeAll = (): void => pumps.forEach(({ pump }) => pump.wake())
  const tell = (event: DomainEvent): void => {
    for (const listener of listeners) {
      try {
        listener(event)
      } catch (error) {
        log.error('a listener failed', { requestId: event.id, ...describeError(error) })
      }
    }
  }

  const tellListeners = (from: OutboxPosition): Pump => {
    const pageSize = 500
    let position = from
    return createPump({
      name: 'listeners',
      idle,
      log,
      step: async () => {
        const page = await readOutbox(database.readerAcross('platform'), position, null, pageSize)
        position = page.events.at(-1) ?? position
        for (const { event } of page.events) tell(event)
        worked += page.events.length
        return page.events.length === pageSize ? 'more' : page.unsettled ? 'soon' : 'nothing'
      },
    })
  }

  return {
    subscribe: (domain) => {
      for (const reaction of domain.reactions) {
        if (consumers.has(reaction.consumer)) throw new Error(`Two reactions are named ${reaction.consumer}.`)
        consumers.set(reaction.consumer, { domain, reaction })
      }
      domains.push(domain)
    },
    onDelivered: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    wake: (types) => {
      for (const { type, pump } of pumps) if (type === null || types.includes(type)) pump.wake()
    },
    start: async () => {
      const db = database.readerAcross('platform')
      const now = await outboxNow(db)
      await placeNewConsumers(database, [...consumers.keys()], now)
      const names = domains.filter(({ reactions }) => reactions.length > 0).map(leaseOf)
      leases = keepLeases({ database, names, log, onGained: wakeAll })
      await leases.start()
      const options = {
        database,
        consumeOnce,
        failed,
        log,
        idle,
        onWorked: () => void (worked += 1),
        isOurs: (domain: ConsumingDomain) => leases?.has(leaseOf(domain)) ?? false,
      }
      for (const { domain, reaction } of consumers.values()) {
        pumps.push({ type: reaction.event, pump: deliverToConsumer(domain, reaction, options) })
      }
      pumps.push({ type: null, pump: tellListeners(now) })
      // Its own clock paces it: events of any type may be due.
      const find = (organizationId: string, id: string): Promise<DomainEvent | null> =>
        findEvent(db, organizationId, id)
      pumps.push({ type: '', pump: retryFailures(consumers, find, options) })
      for (const { pump } of pumps) pump.start()
    },
    stop: async () => {
      await Promise.all(pumps.map(({ pump }) => pump.stop()))
      await leases?.stop()
    },
    settle: async () => {
      let before: number
      do {
        before = worked
        await Promise.all(pumps.map(({ pump }) => pump.quiet()))
      } while (worked > before)
    },
    parked: () => failed.parked(),
    retryParked: async (eventId) => {
      const count = await failed.unpark(eventId)
      wakeAll()
      return count
    },
  }
}
