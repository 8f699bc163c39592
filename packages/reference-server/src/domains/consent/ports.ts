import type { ReadContext } from '../../platform/contracts/context.ts'

/** The capacity in which the caller acts for a patient. */
export type ActingFor =
  | { readonly as: 'patient' }
  | { readonly as: 'staff' }
  | { readonly as: 'proxy'; readonly proxyId: string; readonly relationship: string }

/** What consent needs from the directory and from the signing service. */
export interface ConsentPorts {
  readonly directory: {
    /** Throws `not_found` for a patient who does not exist or is not accessible to the caller. Decrypts nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Decrypts the patient's record. */
    patient(context: ReadContext, patientId: string): Promise<{ readonly state: string; readonly language: string }>
    /** Throws `not_found` when no right is in effect and `outside_proxy_scope` when the right does not cover this scope. */
    actingFor(context: ReadContext, patientId: string, scope: 'visit' | 'sensitive'): Promise<ActingFor>
    /** Whether this right over the patient is in effect and has the scope `visit`. False for one that does not exist. Decrypts nothing. */
    mayProxyDecide(context: ReadContext, patientId: string, proxyId: string): Promise<boolean>
  }
  readonly signer: {
    /** Ed25519 signature of `bytes`. May call a key service, so call it before a transaction begins. */
    sign(bytes: Uint8Array): Promise<{
      readonly signature: Uint8Array
      readonly keyId: string
      /** The raw 32 bytes. */
      readonly publicKey: Uint8Array
    }>
  }
}
