const firstPause = 2_000
const longestPause = 900_000

export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number
  readonly now: Date
  readonly expiresAt: Date
  /** The partner's `Retry-After`. Milliseconds. */
  readonly retryAfterMs: number | undefined
  /** Random from 0 to 1 (jitter): transmissions that failed together are not retried together. */
  readonly chance: number
}

/**
 * The time of the next attempt: 2 seconds doubling to 15 minutes, less up to half of it by jitter, but not before the partner's
 * `Retry-After`. Never after the expiry of the transmission, so that it is given up on time.
 */
export const nextAttempt = ({ attempt, now, expiresAt, retryAfterMs = 0, chance }: FailedAttempt): Date => {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempt - 1, 20)) * (1 - chance / 2)
  return new Date(Math.min(now.getTime() + Math.max(pause, retryAfterMs), expiresAt.getTime()))
}
