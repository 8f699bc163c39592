import type { ReadContext } from '../../platform/contracts/context.ts'

/** As what the caller acts for a patient. */
export type ActingFor =
  | { readonly as: 'patient' }
  | { readonly as: 'staff' }
  | { readonly as: 'proxy'; readonly proxyId: string; readonly relationship: string }

/** What consent asks of the directory, and of anyone who holds the signing key. */
export interface ConsentPorts {
  readonly directory: {
    /** Throws `not_found` for a patient who does not exist or is beyond the caller's reach. Opens nothing. */
    patientZone(context: ReadContext, patientId: string): Promise<string>
    /** Opens the record. */
    patient(context: ReadContext, patientId: string): Promise<{ readonly state: string; readonly language: string }>
    /** Throws `not_found` when no right holds (any longer) and `outside_proxy_scope` when it does not cover the matter. */
    actingFor(context: ReadContext, patientId: string, scope: 'visit'): Promise<ActingFor>
  }
  readonly signer: {
    /** Ed25519 over `bytes`. May be a call to a key service, so it is asked before a transaction opens. */
    sign(bytes: Uint8Array): Promise<{
      readonly signature: Uint8Array
      readonly keyId: string
      /** The raw 32 bytes. */
      readonly publicKey: Uint8Array
    }>
  }
}
