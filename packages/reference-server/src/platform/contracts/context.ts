import type { Compilable } from 'kysely'
import type { Access } from './access.ts'
import type { Caller } from './caller.ts'
import type { AnyKysely, Statement } from './database.ts'
import type { NewEvent } from './event.ts'
import type { Vault } from './vault.ts'

/** What every handler has at hand. */
export interface RequestContext {
  readonly caller: Caller
  readonly requestId: string
  /** Read once at the start of the request. */
  readonly now: Date
  readonly access: Access
  readonly vault: Vault
  /** A new UUIDv7. */
  newId(): string
}

/** Who encrypts and decrypts: the part of a request's context that the vault needs. */
export type VaultContext = Pick<RequestContext, 'caller' | 'access' | 'vault'>

/** A read outside a transaction, as the domain's own role within the caller's organization. */
export interface ReadContext extends RequestContext {
  readonly db: AnyKysely
}

/** The unit of work: one transaction that keeps the fact, its events and its audit rows together. */
export interface WriteContext extends RequestContext {
  readonly tx: AnyKysely
  /** Stores an event with the fact that it tells. */
  emit(event: NewEvent): Promise<void>
  /**
   * Writes with the events and audit rows, in the one statement that comes last: for what nobody in the transaction reads again or decides
   * by. What it conflicts with takes everything back.
   */
  defer(write: Statement | Compilable): void
}
