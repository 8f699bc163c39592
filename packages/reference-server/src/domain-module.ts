import type { EventType } from './platform/events/event.ts'
import type { BoundReaction } from './platform/events/reaction.ts'
import type { BoundOperation } from './platform/http/operation.ts'
import type { LiveRule } from './platform/live/live-rule.ts'
import type { Caller, Keeping, Reading } from './platform/seams.ts'

/** SQL of one step, in order, one statement each. Applied once, as the owner, in the order of `id`. */
export interface Migration {
  /** `domain/0001-what-it-does`. Never changed once released. */
  readonly id: string
  readonly statements: readonly string[]
}

/** A timer. Runs in one process at a time, once per `everySeconds`. */
export interface DomainJob {
  readonly name: string
  readonly everySeconds: number
  readonly run: (now: Date) => Promise<void>
  /** Whether a turn would find nothing to do, as far as this process knows: it is left out then, and costs no statement. */
  readonly isIdle?: (now: Date) => boolean
  /** Asked when the server stops, before a run under way is waited for: gives up what takes long. */
  readonly stop?: () => void
}

/** Something that failed for good and stands still. Ids, codes and times; nothing of what it holds. */
export interface ParkedThing {
  readonly id: string
  /** More exactly what it is, e.g. `labs.order`. */
  readonly what: string
  /** A code. */
  readonly fault: string
  readonly since: Date
  /** Null where it was tried once. */
  readonly attempts: number | null
  /** For the audit; not shown. */
  readonly patientId: string | null
  /** A later one about the same thing has left: sent now, it would arrive after what was meant to follow it. */
  readonly isOvertaken: boolean
}

export type RetriedParked =
  /** It is on its way. */
  | { readonly outcome: 'again' }
  | { readonly outcome: 'not-parked' }
  /** It was looked at again, and the fault holds. */
  | { readonly outcome: 'still-parked'; readonly fault: string }

/** One kind of what may stand still in a domain, and how an operator has it tried again. */
export interface ParkedKind {
  /** As the command line names it. */
  readonly kind: 'transmission' | 'message'
  /** As the audit names it. */
  readonly entity: string
  /** Oldest first. Opens nothing. */
  readonly list: (reading: Pick<Reading, 'db' | 'caller'>, limit: number) => Promise<readonly ParkedThing[]>
  readonly retry: (keeping: Keeping, id: string) => Promise<RetriedParked>
}

/** What every domain's index.ts satisfies. */
export interface DomainModule {
  /** Also the name of its database schema and role. */
  readonly name: string
  readonly migrations: readonly Migration[]
  readonly operations: readonly BoundOperation[]
  /** The domain's ports, already bound by compose-server; handed to `gather` and `read`. */
  readonly ports: unknown
  /** The event types that it emits: those of the makers in its `events.ts`. */
  readonly emits: readonly EventType[]
  readonly reactions: readonly BoundReaction[]
  readonly live: readonly LiveRule[]
  readonly jobs: readonly DomainJob[]
  /** What may stand still until an operator looks; for the command line. */
  readonly parked?: readonly ParkedKind[]
}

/**
 * How a domain is asked by another, downstream: compose-server hands `provides` functions over as ports. Each takes the asker's
 * `Reading`, so that reach, audit and organization stay the caller's; `readerOf` gives the providing domain's own database role.
 */
export type ReaderOf = (reading: Pick<Reading, 'caller'>) => Reading['db']
export type { Caller }
