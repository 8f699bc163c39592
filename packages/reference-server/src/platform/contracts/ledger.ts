import type { components } from '@visitkit/contract'
import type { AccessReason, AuditedEntity } from './access.ts'
import type { ActorRole, CallerKind } from './caller.ts'
import type { Statement } from './database.ts'

type Schemas = components['schemas']

/** One audited act on one patient's information (or, with a null patient, an act or refusal that concerns none). */
export interface AccessRow {
  readonly id: string
  readonly organizationId: string
  readonly at: Date
  readonly requestId: string
  readonly operation: string
  readonly action: Schemas['AuditAction']
  readonly entity: AuditedEntity
  /** The id in the path that names the object, if the operation has one. */
  readonly entityId: string | null
  readonly patientId: string | null
  readonly outcome: Schemas['AccessOutcome']
  /** The problem's code for a refusal. */
  readonly refusal: Schemas['ProblemCode'] | null
  /** Named as its column is, whose name goes into the hash of the row. */
  readonly because: AccessReason
  readonly actorKind: CallerKind
  readonly actorId: string
  /** The role under which the caller acted: of those that grant the permission the one that reaches farthest, the first of equals. */
  readonly actorRole: ActorRole
  readonly sessionId: string
  readonly clientId: string
  readonly purpose: Schemas['PurposeOfUse']
  /** The practitioner whose work it was, where `because` is `cover`, `hand-over` or `supervision`; else null. */
  readonly onBehalfOf: string | null
}

/** Where reads hand their rows. Resolves once they are durable; a failure fails the request (no PHI leaves unaudited). */
export interface Ledger {
  append(rows: readonly AccessRow[]): Promise<void>
  /** What writes the rows inside a transaction, in one statement with what else goes with the fact; null when there is nothing to write. */
  insertStatement(rows: readonly AccessRow[], beside?: readonly Statement[]): Statement | null
}
