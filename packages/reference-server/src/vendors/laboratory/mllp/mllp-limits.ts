export interface MllpLimits {
  /** Of one message. */
  readonly maxBytes: number
  /** From the first byte of a message to its last. A sender that is slower is cut off. */
  readonly messageMs: number
  /** A connection on which nothing is sent for so long is closed; the sender opens another. */
  readonly idleMs: number
  /** How long a listener that closes waits for the answer to a message under way. */
  readonly drainMs: number
  /** Connections at once; the next one is closed as soon as it opens. */
  readonly maxConnections: number
}

/** Large enough for a report with hundreds of measurements. */
export const defaultLimits: MllpLimits = {
  maxBytes: 2 * 1024 * 1024,
  messageMs: 30_000,
  idleMs: 15 * 60_000,
  drainMs: 10_000,
  maxConnections: 50,
}
