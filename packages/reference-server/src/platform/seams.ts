import type { Compilable, Kysely } from 'kysely'

/**
 * The seams between the platform and the domains: what a handler is given and what it may ask for.
 * Types only. Each is implemented in one folder beside this file.
 */

/** What a person or program is, as far as the policy file is concerned. `system` is the server itself, in reactions and jobs. */
export type CallerKind = 'patient' | 'proxy' | 'member' | 'service' | 'system'

/** Who asks. Bound to one organization and one session; never changes during a request. */
export interface Caller {
  readonly sessionId: string
  readonly organizationId: string
  readonly kind: CallerKind
  /** The patient's, proxy's, member's or service client's id. */
  readonly personId: string
  readonly roles: readonly string[]
  /** The patients whom a patient or proxy may act for; empty for everyone else. */
  readonly patientIds: readonly string[]
  /** The practitioner whom this member is, if any. */
  readonly practitionerId: string | null
  /** The registered client (portal or application) that obtained the session. */
  readonly clientId: string
  /** Browser origin to which the session is bound; null for services. */
  readonly origin: string | null
  /** When the person last proved who they are, for step-up. */
  readonly authenticatedAt: Date
}

/**
 * How far a permission reaches: the caller's own patients; the patients that a member treats and the work that is theirs, their care
 * teams' or that of a colleague they cover; or everyone in the organization.
 */
export type Reach = 'own' | 'assigned' | 'organization'

/**
 * The record of one request's accesses, and its object-level gate. A store cannot open a sealed row without it:
 * what is opened here is what the audit will say. It refuses what the caller's permission does not reach.
 */
export interface Access {
  readonly reach: Reach
  /**
   * Notes that this patient's information is shown or changed. Throws `not_found` beyond the caller's own. At reach `assigned` the
   * pipeline asks for a treatment relationship with everyone who was touched, before anything is kept or leaves.
   */
  touch(patientId: string): void
  readonly touched: ReadonlySet<string>
  /** Overrides the operation's default explanation for the access, e.g. `visit`, `appointment`, `self`. A code, never free text. */
  because(reason: string): void
  /**
   * Says whose work this is: the practitioners (or members) whose note, order, room, queue or calendar it is. At reach `assigned`
   * throws `not_assigned` unless the caller is one of them, shares a care team with one, or covers one. Call it first in `gather`.
   */
  requireOwner(ownerIds: readonly string[]): void
  /** Which of these patients the caller may see. For lists, which leave the others out. Never inside a transaction. */
  within(patientIds: readonly string[]): Promise<ReadonlySet<string>>
}

/** Where a sealed value stands: bound into the ciphertext as additional data, so that a row moved elsewhere does not open. */
export interface SealedPlace {
  readonly organizationId: string
  /** Schema-qualified, e.g. `scheduling.appointments`. */
  readonly table: string
  readonly rowId: string
  /** Whose data key seals it. Organization-level secrets that concern no patient use null. */
  readonly patientId: string | null
}

/** Seals and opens PHI. `db` is the connection at hand (a transaction's own, inside one): data keys are loaded over it. */
export interface Vault {
  seal(db: AnyKysely, place: SealedPlace, value: unknown): Promise<Uint8Array>
  /** Opens and notes the access; the patient of `place` must be within the caller's reach. */
  open<T>(db: AnyKysely, access: Access, place: SealedPlace, sealed: Uint8Array): Promise<T>
  /** Keyed hash for exact search; case, accents and spaces of `value` are normalised first. */
  blindIndex(db: AnyKysely, organizationId: string, index: string, value: string): Promise<Uint8Array>
}

/** Tables are typed inside each store (`db.withTables<SchedulingTables>()`); the seam does not know them. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's type parameter is invariant: this is the one place where it is erased
export type AnyKysely = Kysely<any>

/** An event as stored in the outbox: thin, ids, codes, times and versions only. Never a name, never free text. */
export interface DomainEvent {
  readonly id: string
  /** `domain.fact-in-past-tense`, e.g. `scheduling.appointment-booked`. */
  readonly type: string
  readonly organizationId: string
  readonly at: string
  readonly version: number
  readonly data: Readonly<Record<string, string | number | boolean | null | readonly string[]>>
}
export type NewEvent = Pick<DomainEvent, 'type' | 'data'>

/** What every handler has at hand. */
export interface Situation {
  readonly caller: Caller
  readonly requestId: string
  /** Read once at the start of the request. */
  readonly now: Date
  readonly access: Access
  readonly vault: Vault
  /** A new UUIDv7. */
  newId(): string
}

/** A read outside a transaction, as the domain's own role within the caller's organization. */
export interface Reading extends Situation {
  readonly db: AnyKysely
}

/** The unit of work: one transaction that keeps the fact, its events and its audit rows together. */
export interface Keeping extends Situation {
  readonly tx: AnyKysely
  /** Stores an event with the fact that it tells. */
  emit(event: NewEvent): Promise<void>
  /**
   * Writes with the events and audit rows, in the one statement that comes last: for what nobody in the transaction reads again or decides
   * by. What it conflicts with takes everything back.
   */
  beside(write: Statement | Compilable): void
}

/** The database of the process. A reader or a transaction is always of one role and one organization. */
export interface Database {
  reader(scope: DatabaseScope): AnyKysely
  transact<T>(scope: DatabaseScope, run: (tx: AnyKysely) => Promise<T>): Promise<T>
  /** As the migrating owner; only migrations, the sealer and the command line use it. */
  owner(): AnyKysely
  readonly engine: 'pglite' | 'postgres'
  close(): Promise<void>
}
export interface DatabaseScope {
  /** The domain's role without prefix, e.g. `scheduling`. */
  readonly domain: string
  readonly organizationId: string
}

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
  /** The role under which the caller acted: of those that grant the permission the one that reaches farthest, the first of equals. */
  readonly actorRole: string
  readonly sessionId: string
  readonly clientId: string
  readonly purpose: 'TREAT' | 'HPAYMT' | 'HOPERAT' | 'PATRQT' | 'ETREAT' | 'BTG' | 'HSYSADMIN'
  /** The practitioner in whose place the actor acted, where `because` is `cover`, `hand-over` or `supervision`; else null. */
  readonly onBehalfOf: string | null
}

/** One SQL statement, its parameters as `$1`, `$2` ... */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

/** Where reads hand their rows. Resolves once they are durable; a failure fails the request (no PHI leaves unaudited). */
export interface Ledger {
  append(rows: readonly AccessRow[]): Promise<void>
  /** What writes the rows inside a transaction, in one statement with what else goes with the fact; null when there is nothing to write. */
  insertion(rows: readonly AccessRow[], beside?: readonly Statement[]): Statement | null
}

export interface WorkRequest<A> {
  readonly domain: string
  readonly situation: Omit<Situation, 'vault'>
  /** A POST with an idempotency key: replays the first answer; a different request under the same key is `idempotency_key_reused`. */
  readonly idempotency: { readonly key: string; readonly operation: string; readonly requestHash: Uint8Array } | null
  /** Called with the answer, before commit: the rows to keep. May throw, which rolls all back. */
  readonly audit: (answer: A) => readonly AccessRow[]
  /** Kept in one statement with events and audit rows. Where it conflicts, all is rolled back. */
  readonly beside?: readonly Statement[]
}
export interface UnitOfWork {
  /** One transaction: replay or run, then events and audit rows, then commit. */
  run<A>(request: WorkRequest<A>, keep: (keeping: Keeping) => Promise<A>): Promise<{ answer: A; replayed: boolean }>
}
