import type { AccessReason, AuditedEntity, Caller, DomainEvent, Keeping, Reading } from './platform/seams.ts'
import type { BoundOperation } from './platform/http/operation.ts'

/** SQL of one step, in order, one statement each. Applied once, as the owner, in the order of `id`. */
export interface Migration {
  /** `domain/0001-what-it-does`. Never changed once released. */
  readonly id: string
  readonly statements: readonly string[]
}

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

/** Who hears of an event over the live stream, and what they are told: a type and ids, from which the page reads again. */
export interface LiveRule {
  readonly event: string
  /** `patient:<id>`, `practitioner:<id>`, `member:<id>`, `session:<id>` or `role:<role>`, within the event's organization. */
  readonly audience: (event: DomainEvent) => readonly string[]
  /** `{ type: 'visit.changed', ids: { visitId } }`. Types are listed in the contract as LiveMessageType. */
  readonly message: (event: DomainEvent) => { readonly type: string; readonly ids: Readonly<Record<string, string>> }
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
  readonly entity: AuditedEntity
  /** Oldest first. Opens nothing. */
  readonly list: (reading: Pick<Reading, 'db' | 'caller'>, limit: number) => Promise<readonly ParkedThing[]>
  readonly retry: (keeping: Keeping, id: string) => Promise<RetriedParked>
}

/** What every domain's index.ts satisfies. */
export interface DomainModule {
  /** Also the name of its database schema and role. */
  readonly name: string
  /** Why the server itself opens records here, unless what opens them gives another reason. */
  readonly accessReason: AccessReason
  readonly migrations: readonly Migration[]
  readonly operations: readonly BoundOperation[]
  /** The domain's ports, already bound by compose-server; handed to `gather` and `read`. */
  readonly ports: unknown
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
