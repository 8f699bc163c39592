import type { Caller } from '../contracts/caller.ts'

/** Why a session ended; stands in its row, its event and its audit row. */
export type EndReason = 'signed-out' | 'ended-by-person' | 'idle' | 'absolute' | 'refresh-reused' | 'access-withdrawn'

/** One person's (or program's) session, as this process holds it. Times are Unix milliseconds. */
export interface Session {
  readonly id: string
  readonly organizationId: string
  /** Replaced when a refresh finds that the person's roles or patients have changed. */
  caller: Caller
  readonly createdAt: number
  /** Milliseconds; null: never ends for idleness. */
  readonly idle: number | null
  readonly absoluteEndsAt: number
  lastActiveAt: number
  /** Later than what the database knows. */
  isDirty: boolean
  ended: EndReason | null
  /** When the row was last read: another process may know more since. */
  readAt: number
}

export const idleEndsAt = (session: Session): number | null =>
  session.idle === null ? null : session.lastActiveAt + session.idle

/** Which limit has been reached, if one has. */
export const limitReached = (session: Session, now: number): 'idle' | 'absolute' | null => {
  if (now >= session.absoluteEndsAt) return 'absolute'
  return session.idle !== null && now >= session.lastActiveAt + session.idle ? 'idle' : null
}
