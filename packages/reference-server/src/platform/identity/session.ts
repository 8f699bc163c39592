import type { Caller } from '../contracts/caller.ts'
import type { SignInAssertion } from './sign-in-strength.ts'

/** Why a session ended. Part of its row, its event and its audit row. */
export type EndReason =
  'signed-out' | 'ended-by-person' | 'ended-by-staff' | 'idle' | 'absolute' | 'refresh-reused' | 'access-withdrawn'

/** One session of a person or program, in this process. Times are Unix milliseconds. */
export interface Session {
  readonly id: string
  readonly organizationId: string
  /** Replaced when a refresh finds that the person's roles or patients have changed. */
  caller: Caller
  /** How the person signed in. Replaced by a step-up. */
  signIn: SignInAssertion
  /** Milliseconds: from then on, an expired training stops access to patients. Null: none does. Replaced as `caller` is. */
  trainingEndsAt: number | null
  readonly createdAt: number
  /** Milliseconds; null: no idle limit. With `absoluteEndsAt`, it becomes stricter with roles that are gained, and never longer. */
  idle: number | null
  absoluteEndsAt: number
  lastActiveAt: number
  /** The activity is newer than in the database. */
  isDirty: boolean
  ended: EndReason | null
  /** When the row was last read. Another process may have updated it since. */
  readAt: number
}

export const idleEndsAt = (session: Session): number | null =>
  session.idle === null ? null : session.lastActiveAt + session.idle

/** The limit that has been reached, if any. */
export const limitReached = (session: Session, now: number): 'idle' | 'absolute' | null => {
  if (now >= session.absoluteEndsAt) return 'absolute'
  return session.idle !== null && now >= session.lastActiveAt + session.idle ? 'idle' : null
}
