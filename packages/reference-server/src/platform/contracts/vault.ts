import type { Access } from './access.ts'
import type { AnyKysely } from './database.ts'

/** The location of an encrypted value. It is bound to the ciphertext as additional data, so that a row that is moved does not decrypt. */
export interface SealContext {
  readonly organizationId: string
  /** Schema-qualified, e.g. `scheduling.appointments`. */
  readonly table: string
  readonly rowId: string
  /** The patient whose data key encrypts it. Null for organization-level secrets that concern no patient. */
  readonly patientId: string | null
}

/** Encrypts and decrypts PHI. `db` is the current connection (inside a transaction, the transaction's): data keys are loaded over it. */
export interface Vault {
  seal(db: AnyKysely, sealContext: SealContext, value: unknown): Promise<Uint8Array>
  /** Decrypts and records the access. The patient of `sealContext` must be within the caller's reach. */
  open<T>(db: AnyKysely, access: Access, sealContext: SealContext, sealed: Uint8Array): Promise<T>
  /** Keyed hash for exact search. Case, accents and spaces of `value` are normalized first. */
  blindIndex(db: AnyKysely, organizationId: string, index: string, value: string): Promise<Uint8Array>
}
