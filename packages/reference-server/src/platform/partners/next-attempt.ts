const firstPause = 2_000
const longestPause = 900_000

export interface FailedAttempt {
  /** From 1. */
  readonly attempt: number
  readonly now: Date
  readonly expiresAt: Date
  /** The partner's own wish. Milliseconds. */
  readonly retryAfterMs: number | undefined
  /** From 0 to 1, drawn again: those that failed together do not come back together. */
  readonly chance: number
}

/**
 * When to try again: 2 seconds doubling to 15 minutes, less up to half of it by chance, but no sooner than the partner asked for.
 * Never past the moment at which the transmission is given up, so that this happens on time.
 */
export const nextAttempt = ({ attempt, now, expiresAt, retryAfterMs = 0, chance }: FailedAttempt): Date => {
  const pause = Math.min(longestPause, firstPause * 2 ** Math.min(attempt - 1, 20)) * (1 - chance / 2)
  return new Date(Math.min(now.getTime() + Math.max(pause, retryAfterMs), expiresAt.getTime()))
}
