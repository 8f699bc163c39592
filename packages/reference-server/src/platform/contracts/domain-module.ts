import type { AccessReason } from './access.ts'
import type { DomainJob } from './domain-job.ts'
import type { EventType } from './event.ts'
import type { LiveRule } from './live-rule.ts'
import type { Migration } from './migration.ts'
import type { BoundOperation } from './operation.ts'
import type { DeadLetterKind } from './dead-letter.ts'
import type { BoundReaction } from './reaction.ts'

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
  /** The event types that it emits: those of the makers in its `events.ts`. */
  readonly emits: readonly EventType[]
  readonly reactions: readonly BoundReaction[]
  readonly live: readonly LiveRule[]
  readonly jobs: readonly DomainJob[]
  /** What may stand still until an operator looks; for the command line. */
  readonly deadLetters?: readonly DeadLetterKind[]
}
