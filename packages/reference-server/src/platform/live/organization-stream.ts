import type { OperationId } from '@visitkit/contract/operations'
import type { Caller } from '../contracts/caller.ts'
import type { ReadAuthorization, ReadSubject } from '../identity/read-gate.ts'
import { topicsOf } from './live-topics.ts'

/** One page that listens, over any transport. */
export interface Listener {
  readonly caller: Caller
  /** `message` is encoded once for all recipients. */
  send(message: Buffer, cursor: string): void
  close(code: number, reason: string): void
}

export interface RetainedUpdate {
  readonly number: number
  readonly cursor: string
  readonly audience: readonly string[]
  readonly message: Buffer
  readonly readBy: readonly OperationId[]
  readonly subject: ReadSubject
  /** `performance.now()` when this process received it. */
  readonly at: number
}

/** Number of recent messages per organization that a page can resume from. */
const retainedPerOrganization = 1_000
/** Close code 1013 of the IANA registry: the permission of a page could not be read. */
const tryAgainLaterCode = 1013

/** The listeners and the recent messages of one organization. */
export class OrganizationStream {
  readonly topics = new Map<string, Set<Listener>>()
  readonly reads = new Map<Listener, ReadAuthorization>()
  readonly retained: RetainedUpdate[] = []
  number = 0
  /** Messages are sent one after the other, so that a cursor identifies everything that a page has received. */
  sending: Promise<void> = Promise.resolve()
  /** Number of messages that are not completely sent. */
  waiting = 0

  join(listener: Listener, reads: ReadAuthorization): void {
    this.reads.set(listener, reads)
    for (const topic of topicsOf(listener.caller)) {
      const listeners = this.topics.get(topic)
      if (listeners === undefined) this.topics.set(topic, new Set([listener]))
      else listeners.add(listener)
    }
  }

  leave(listener: Listener): void {
    this.reads.delete(listener)
    for (const topic of topicsOf(listener.caller)) {
      const listeners = this.topics.get(topic)
      if (listeners?.delete(listener) && listeners.size === 0) this.topics.delete(topic)
    }
  }

  audienceOf(topics: readonly string[]): ReadonlySet<Listener> {
    const [only] = topics
    if (topics.length === 1 && only !== undefined) return this.topics.get(only) ?? new Set()
    const audience = new Set<Listener>()
    for (const topic of topics) for (const listener of this.topics.get(topic) ?? []) audience.add(listener)
    return audience
  }

  /**
   * Sends a message to a page that may read it. A page whose permission cannot be read is closed, and resumes from its cursor. A promise
   * if something has to be read first.
   */
  deliver(listener: Listener, { cursor, message, readBy, subject }: RetainedUpdate): void | Promise<void> {
    const may = this.reads.get(listener)?.mayRead(readBy, subject) ?? false
    if (may === false) return
    if (may === true) return listener.send(message, cursor)
    return may.then(
      (allowed) => {
        if (allowed && this.reads.has(listener)) listener.send(message, cursor)
      },
      () => listener.close(tryAgainLaterCode, 'try again later'),
    )
  }

  /** Number of the last message before this time; null if later ones are no longer retained. */
  lastBefore(at: number): number | null {
    const first = this.retained.findIndex((each) => each.at >= at)
    if (first === 0 && this.retained.length < this.number) return null
    return first === -1 ? this.number : this.number - this.retained.length + first
  }

  /** Runs after all queued work, and before all later work. */
  queue(work: () => Promise<void>): void {
    this.waiting++
    this.sending = this.sending.then(work).finally(() => this.waiting--)
  }

  retain(entry: RetainedUpdate): void {
    this.retained.push(entry)
    // Trimmed in batches: removing one entry per message would copy the rest each time.
    if (this.retained.length >= retainedPerOrganization * 2)
      this.retained.splice(0, this.retained.length - retainedPerOrganization)
  }
}
