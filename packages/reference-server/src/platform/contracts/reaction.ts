import type { Keeping, Reading } from './context.ts'
import type { DomainEvent } from './event.ts'

/** What `gather` answers when the event does not concern its domain: no transaction is opened, and nothing is kept. */
export const nothingToDo: unique symbol = Symbol('nothing to do')

/**
 * A domain's answer to one kind of event, or to several. Takes effect once per `consumer` and event. Runs as the system caller. Most
 * events concern few: whoever can tell from the event or from a read says `nothingToDo` in `gather`.
 */
export interface Reaction<Ports = unknown, Gathered = unknown> {
  readonly event: string | readonly string[]
  /** Stable name, e.g. `scheduling.cancel-appointments-on-consent-revoked`. */
  readonly consumer: string
  readonly gather?: (event: DomainEvent, ports: Ports, reading: Reading) => Promise<Gathered | typeof nothingToDo>
  readonly keep: (event: DomainEvent, gathered: Gathered, keeping: Keeping) => Promise<void>
}

export interface BoundReaction {
  readonly event: string | readonly string[]
  readonly consumer: string
  readonly gather?: (event: DomainEvent, ports: never, reading: Reading) => Promise<unknown>
  readonly keep: (event: DomainEvent, gathered: never, keeping: Keeping) => Promise<void>
}
