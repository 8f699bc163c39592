import type { CallerKind } from './caller.ts'
import type { Statement } from './database.ts'

/** One audited act on one patient's information (or, with a null patient, an act or refusal that concerns none). */
export interface AccessRow {
  readonly id: string
  readonly organizationId: string
  readonly at: Date
  readonly requestId: string
  readonly operation: string
  readonly action: 'create' | 'read' | 'search' | 'update' | 'delete' | 'execute' | 'print' | 'export'
  /** The contract's word for what was touched, e.g. `Appointment`. */
  readonly entity: string
  /** The id in the path that names the object, if the operation has one. */
  readonly entityId: string | null
  readonly patientId: string | null
  readonly outcome: 'done' | 'refused' | 'failed'
  /** The problem's code for a refusal. */
  readonly refusal: string | null
  readonly because: string
  readonly actorKind: CallerKind
  readonly actorId: string
  /** The role under which the caller acted: the first one that grants the permission. */
  readonly actorRole: string
  readonly sessionId: string
  readonly clientId: string
  readonly purpose: 'TREAT' | 'HPAYMT' | 'HOPERAT' | 'PATRQT' | 'ETREAT' | 'BTG' | 'HSYSADMIN'
}

/** Where reads hand their rows. Resolves once they are durable; a failure fails the request (no PHI leaves unaudited). */
export interface Ledger {
  append(rows: readonly AccessRow[]): Promise<void>
  /** What writes the rows inside a transaction, in one statement with what else goes with the fact; null when there is nothing to write. */
  insertion(rows: readonly AccessRow[], beside?: readonly Statement[]): Statement | null
}
