import type { AccessReason } from './access.ts'
import type { DomainJob } from './domain-job.ts'
import type { EventType } from './event.ts'
import type { LiveRule } from './live-rule.ts'
import type { Migration } from './migration.ts'
import type { BoundOperation } from './operation.ts'
import type { DeadLetterKind } from './dead-letter.ts'
import type { ListRecordsOfVisits } from '../sensitive/sensitive-ports.ts'
import type { BoundReaction } from './reaction.ts'

/** The interface of every domain's index.ts. */
export interface DomainModule {
  /** Also the name of its database schema and role. */
  readonly name: string
  /** Reason for accesses that the server itself makes in this domain, unless the code gives another one. */
  readonly accessReason: AccessReason
  readonly migrations: readonly Migration[]
  readonly operations: readonly BoundOperation[]
  /** The domain's ports, bound by compose-server; passed to `gather` and `read`. */
  readonly ports: unknown
  /** The event types that the domain emits: those of the makers in its `events.ts`. */
  readonly emits: readonly EventType[]
  readonly reactions: readonly BoundReaction[]
  readonly live: readonly LiveRule[]
  readonly jobs: readonly DomainJob[]
  /** Ids of what the domain recorded in sensitive visits. Null: it records nothing in a visit. */
  readonly recordsOfVisits: ListRecordsOfVisits | null
  /** Dead letters that wait for an operator; for the command line. */
  readonly deadLetters?: readonly DeadLetterKind[]
}
