const isCode = /^[a-z0-9][a-z0-9_.:-]{0,63}$/

/**
 * The partner could not be reached, did not respond, or reported a temporary failure. Whether it has the message is unknown. `code` is
 * stored and shown to staff (`connection-refused`, `http-503`): a code of this server, never text of the partner.
 */
export class PartnerUnavailable extends Error {
  readonly code: string
  /** The partner's `Retry-After`. Milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(code: string, more: { readonly retryAfterMs?: number; readonly cause?: unknown } = {}) {
    if (!isCode.test(code)) throw new TypeError('The code of an unavailable partner is a code such as http-503.')
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'PartnerUnavailable'
    this.code = code
    this.retryAfterMs = more.retryAfterMs
  }
}
