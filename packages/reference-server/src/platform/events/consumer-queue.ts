import { isBehind, outboxStart, type OutboxPosition, type StoredEvent } from './read-outbox.ts'

/** More than this that one consumer has not taken yet is read again from the outbox instead of being kept in memory. */
const maxWaiting = 1_000

/**
 * What the one reader of the outbox has found for one consumer. `isWhole` says that nothing is missing between what the consumer has
 * had and what stands here; a consumer that is new, was overtaken or has its duty back from another process reads the outbox
 * itself until it has caught up.
 */
export class ConsumerQueue {
  #events: StoredEvent[] = []
  #isWhole = false
  #overflowed = false
  /** What the consumer found by itself, which the reader may yet come upon. */
  #hadUpTo: OutboxPosition = outboxStart

  get isWhole(): boolean {
    return this.#isWhole
  }

  offer(event: StoredEvent): void {
    if (!isBehind(event, this.#hadUpTo)) return
    if (this.#events.length >= maxWaiting) {
      this.#overflowed = true
      this.abandon()
    } else this.#events.push(event)
  }

  /** Before the consumer reads the outbox itself: what is offered from now on lies behind what it will find, or is found twice. */
  beginCatchingUp(): void {
    this.#overflowed = false
  }

  /** After it found no more: what it has had already is dropped. False when too much came in the meantime, and it has to read on. */
  caughtUpTo(position: OutboxPosition): boolean {
    if (this.#overflowed) return false
    this.#events = this.#events.filter((event) => isBehind(event, position))
    this.#hadUpTo = position
    this.#isWhole = true
    return true
  }

  /** The next ones of one organization, at most `size`; they stay until `taken`. None while something is missing before them. */
  next(size: number): readonly StoredEvent[] {
    if (!this.#isWhole) return []
    const organizationId = this.#events[0]?.event.organizationId
    const waiting = this.#events.slice(0, size)
    const end = waiting.findIndex(({ event }) => event.organizationId !== organizationId)
    return end < 0 ? waiting : waiting.slice(0, end)
  }

  taken(events: readonly StoredEvent[]): void {
    if (this.#events[0] === events[0]) this.#events.splice(0, events.length)
  }

  /** Whatever stands here is no longer ours, or too much. */
  abandon(): void {
    this.#events = []
    this.#isWhole = false
  }
}
