import type { components } from '@visitkit/contract'
import type { AccessReason, AuditedEntity } from './access.ts'
import type { ActorRole, CallerKind } from './caller.ts'
import type { RowsToInsert } from './write.ts'
import type { Statement } from './database.ts'

type Schemas = components['schemas']

/** One audited act on one patient's information. With a null patient: an act or refusal that concerns no patient. */
export interface AccessRow {
  readonly id: string
  readonly organizationId: string
  readonly at: Date
  readonly requestId: string
  readonly operation: string
  readonly action: Schemas['AuditAction']
  readonly entity: AuditedEntity
  /** The id in the path that identifies the object, if the operation has one. */
  readonly entityId: string | null
  readonly patientId: string | null
  readonly outcome: Schemas['AccessOutcome']
  /** The problem code of a refusal. */
  readonly refusal: Schemas['ProblemCode'] | null
  /** Named like its column, because the name is part of the row's hash. */
  readonly because: AccessReason
  readonly actorKind: CallerKind
  readonly actorId: string
  /** The role under which the caller acted: of the roles that grant the permission, the one with the widest reach; the first of equals. */
  readonly actorRole: ActorRole
  readonly sessionId: string
  readonly clientId: string
  readonly purpose: Schemas['PurposeOfUse']
  /** The practitioner who owns the work, if `because` is `cover`, `hand-over` or `supervision`; else null. */
  readonly onBehalfOf: string | null
  /** The token and the network address of the client, by a short id within the session. Absent for what no client asked for. */
  readonly origin?: string | null
  /** What the origin is: the id of the token, and the sealed address. On the first row of the origin that is durable; others refer to it. */
  readonly originDetails?: string | null
  /** Of a search: method, path and parameters, without free text. On the first row of its request. */
  readonly query?: string | null
  /** Ids of the consents that permitted it, with a space between them. Null: no consent decided. */
  readonly consents?: string | null
}

/** Appends the rows of reads. Resolves once they are durable. A failure fails the request, so that no PHI leaves without an audit row. */
export interface Ledger {
  append(rows: readonly AccessRow[]): Promise<void>
  /**
   * The statement that inserts the rows inside a transaction, combined with the other deferred statements; null if there is nothing to
   * write.
   */
  insertStatement(rows: readonly AccessRow[], beside?: readonly Statement[]): Statement | null
  /** The rows as part of a change. Needs at least one. */
  toInsert(rows: readonly AccessRow[]): RowsToInsert
}
