import type { Compilable } from 'kysely'
import type { Access } from './access.ts'
import type { Caller } from './caller.ts'
import type { AnyKysely, Statement } from './database.ts'
import type { NewEvent } from './event.ts'
import type { Vault } from './vault.ts'

/** What every handler receives. */
export interface RequestContext {
  readonly caller: Caller
  readonly requestId: string
  /** Read once at the start of the request. */
  readonly now: Date
  readonly access: Access
  readonly vault: Vault
  /** A new UUIDv7. */
  newId(): string
  /** Aborted when the client disconnects before it is answered. Of heavy work only. */
  readonly disconnected?: AbortSignal
}

/** The part of a request's context that the vault needs. */
export type VaultContext = Pick<RequestContext, 'caller' | 'access' | 'vault'>

/** What a decision receives: nothing that reads or writes. */
export type DecideContext = Omit<RequestContext, 'vault'>

/** For reads outside a transaction, with the domain's role and within the caller's organization. */
export interface ReadContext extends RequestContext {
  readonly db: AnyKysely
}

/** The unit of work: one transaction that stores the fact, its events and its audit rows. */
export interface WriteContext extends RequestContext {
  readonly tx: AnyKysely
  /** Stores an event in the transaction of the fact. */
  emit(event: NewEvent): Promise<void>
  /**
   * Queues a write for the final batched statement, with the events and audit rows. Use it only for rows that this transaction does not
   * read again. A conflict rolls the transaction back.
   */
  defer(write: Statement | Compilable): void
}
