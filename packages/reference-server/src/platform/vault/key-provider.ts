/** A wrapped key. `masterKey` identifies the provider's key that wrapped it, so that it can be found after rotation. */
export interface WrappedKey {
  readonly masterKey: string
  readonly wrapped: Uint8Array
}

/**
 * Stores the master keys: a file here, a key management service or a hardware security module elsewhere. It handles organization keys
 * only, never a record, and is called once per organization and process, so it may be slow.
 */
export interface KeyProvider {
  /** Wraps under the current master key. `context` is authenticated: unwrapping requires the same value. */
  wrap(key: Uint8Array, context: string): Promise<WrappedKey>
  unwrap(wrapped: WrappedKey, context: string): Promise<Uint8Array>
  /** The id of the master key that currently wraps. Keys wrapped by another one should be rewrapped. */
  readonly currentMasterKey: string
  /** Rejects if keys cannot be unwrapped at the moment. Absent where nothing can be away: a file is read at the start. */
  readonly ping?: () => Promise<void>
}
