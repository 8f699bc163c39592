import type { Access } from './access.ts'
import type { AnyKysely } from './database.ts'

/** Where a sealed value stands: bound into the ciphertext as additional data, so that a row moved elsewhere does not open. */
export interface SealContext {
  readonly organizationId: string
  /** Schema-qualified, e.g. `scheduling.appointments`. */
  readonly table: string
  readonly rowId: string
  /** Whose data key seals it. Organization-level secrets that concern no patient use null. */
  readonly patientId: string | null
}

/** Seals and opens PHI. `db` is the connection at hand (a transaction's own, inside one): data keys are loaded over it. */
export interface Vault {
  seal(db: AnyKysely, sealContext: SealContext, value: unknown): Promise<Uint8Array>
  /** Opens and notes the access; the patient of `place` must be within the caller's reach. */
  open<T>(db: AnyKysely, access: Access, sealContext: SealContext, sealed: Uint8Array): Promise<T>
  /** Keyed hash for exact search; case, accents and spaces of `value` are normalized first. */
  blindIndex(db: AnyKysely, organizationId: string, index: string, value: string): Promise<Uint8Array>
}
