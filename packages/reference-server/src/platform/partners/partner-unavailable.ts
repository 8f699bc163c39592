const isCode = /^[a-z0-9][a-z0-9_.:-]{0,63}$/

/**
 * The partner could not be reached, did not answer, or answered that it cannot now. Whether it has the message is unknown. `code` is
 * kept and shown to staff (`connection-refused`, `http-503`): a code of ours, never the partner's words.
 */
export class PartnerUnavailable extends Error {
  readonly code: string
  /** The partner's own wish, as in a `Retry-After`. Milliseconds. */
  readonly retryAfterMs: number | undefined

  constructor(code: string, more: { readonly retryAfterMs?: number; readonly cause?: unknown } = {}) {
    if (!isCode.test(code)) throw new TypeError('The code of an unavailable partner is a code such as http-503.')
    super(code, more.cause === undefined ? undefined : { cause: more.cause })
    this.name = 'PartnerUnavailable'
    this.code = code
    this.retryAfterMs = more.retryAfterMs
  }
}
