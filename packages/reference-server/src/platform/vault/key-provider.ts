/** A key as a provider wrapped it. `masterKey` names which of the provider's keys did, so that it can be found after rotation. */
export interface WrappedKey {
  readonly masterKey: string
  readonly wrapped: Uint8Array
}

/**
 * Keeps the master keys: a file here, a key-management service or a hardware module elsewhere. It sees organization keys only,
 * never a record, and is asked once per organization and process, so that it may be slow.
 */
export interface KeyProvider {
  /** Wraps under the current master key. `context` is bound in: the same must be given to unwrap. */
  wrap(key: Uint8Array, context: string): Promise<WrappedKey>
  unwrap(wrapped: WrappedKey, context: string): Promise<Uint8Array>
  /** The name of the master key that wraps now; keys wrapped by another one are due for rewrapping. */
  readonly currentMasterKey: string
}
