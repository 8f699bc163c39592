import { isBehind, outboxStart, type OutboxPosition, type StoredEvent } from './read-outbox.ts'

/** Maximum number of waiting events for one consumer. Beyond it, they are read from the outbox again instead of kept in memory. */
const maxWaiting = 1_000

/**
 * The events that the single reader of the outbox has found for one consumer. `isContiguous`: no event is missing between the consumer's
 * position and this queue. A consumer that is new, fell behind, or got its lease back from another process reads the outbox itself until
 * it has caught up.
 */
export class ConsumerQueue {
  #events: StoredEvent[] = []
  #isContiguous = false
  #overflowed = false
  /** Position up to which the consumer has read itself. The reader may still offer events before it. */
  #hadUpTo: OutboxPosition = outboxStart

  get isContiguous(): boolean {
    return this.#isContiguous
  }

  offer(event: StoredEvent): void {
    if (!isBehind(event, this.#hadUpTo)) return
    if (this.#events.length >= maxWaiting) {
      this.#overflowed = true
      this.abandon()
    } else this.#events.push(event)
  }

  /** Call before the consumer reads the outbox itself. Events offered from now on are either after its results or repeated in them. */
  beginCatchingUp(): void {
    this.#overflowed = false
  }

  /**
   * Call when the consumer found no more events. Drops the events that it already has. False if the queue overflowed in the meantime: the
   * consumer must read on.
   */
  caughtUpTo(position: OutboxPosition): boolean {
    if (this.#overflowed) return false
    this.#events = this.#events.filter((event) => isBehind(event, position))
    this.#hadUpTo = position
    this.#isContiguous = true
    return true
  }

  /** The next events of one organization, at most `size`; they stay until `taken`. Empty while earlier ones are missing. */
  next(size: number): readonly StoredEvent[] {
    if (!this.#isContiguous) return []
    const organizationId = this.#events[0]?.event.organizationId
    const waiting = this.#events.slice(0, size)
    const end = waiting.findIndex(({ event }) => event.organizationId !== organizationId)
    return end < 0 ? waiting : waiting.slice(0, end)
  }

  taken(events: readonly StoredEvent[]): void {
    if (this.#events[0] === events[0]) this.#events.splice(0, events.length)
  }

  /** Drops all events: the lease was lost, or the queue overflowed. */
  abandon(): void {
    this.#events = []
    this.#isContiguous = false
  }
}
