export interface MllpLimits {
  /** Maximum size of one message. */
  readonly maxBytes: number
  /** Maximum time from the first byte of a message to its last. A slower sender is disconnected. */
  readonly messageMs: number
  /** A connection without data for this time is closed; the sender opens another. */
  readonly idleMs: number
  /** How long a closing listener waits for the response to a message under way. */
  readonly drainMs: number
  /** Maximum number of connections of senders, with TLS of those with a certificate. A further one is closed at once. */
  readonly maxConnections: number
  /** Maximum number of connections on which no sender has shown a certificate yet. They take none of the places of senders. */
  readonly maxHandshakes: number
  /** Maximum time to show a certificate. */
  readonly handshakeMs: number
}

/** Sufficient for a report with its PDF, which Base64 makes a third larger. */
export const defaultLimits: MllpLimits = {
  maxBytes: 8 * 1024 * 1024,
  messageMs: 30_000,
  idleMs: 15 * 60_000,
  drainMs: 10_000,
  maxConnections: 50,
  maxHandshakes: 500,
  handshakeMs: 10_000,
}
