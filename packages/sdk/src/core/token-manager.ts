import { isProblem, VisitError } from './visit-error.ts'

/** What a portal's back end obtained for one person. Kept in memory only. */
export interface SessionTokens {
  /** Sent as `Authorization: Bearer ...`. */
  accessToken: string
  /** RFC 3339 instant. Renewed a little before, or when the server says that it expired. */
  expiresAt: string
  /**
   * Good once. With it the client renews the session itself and asks the portal only when that is refused; without it
   * every renewal goes through the portal. Anyone who has it must be the only one to use it.
   */
  refreshToken?: string | undefined
  /** The client id to name when renewing. */
  clientId?: string | undefined
  sessionId?: string | undefined
}

/**
 * Asks the portal for a session. Called once for all calls that wait for it.
 * Answer `null` when nobody is signed in any more: calls then fail with `session_ended`.
 */
export type GetSession = (request: {
  /**
   * `start`: there is none yet. `expired`: the last one is used up, do not answer it from a cache. `step-up`: what the
   * person is about to do, such as signing, needs a fresh proof of who they are: have them sign in again, and exchange
   * that proof with `sessionId`, so that the session stays the same one. Answer `null` when they would rather not.
   */
  reason: 'start' | 'expired' | 'step-up'
  /** The last session: of a step-up, the one to confirm. */
  sessionId?: string | undefined
  /** Aborts when the client is closed. */
  signal: AbortSignal
}) => Promise<SessionTokens | null>

type Reason = Parameters<GetSession>[0]['reason']

/** How the keeper comes by its next session. `last` is the one that is used up. */
export type ObtainSession = (
  request: Parameters<GetSession>[0] & { last: SessionTokens | undefined },
) => Promise<SessionTokens | null>

/** Holds the one session of a client and renews it once for all callers. */
export interface TokenManager {
  /**
   * A token that should still be good, and another than `refused`, which the server no longer takes. With `stepUp` one
   * that stands for a fresh proof of who the person is; rejects when they would rather not give it.
   */
  readonly token: (refused?: string, stepUp?: 'step-up') => Promise<string>
  /** The server has ended the session for good. */
  readonly end: () => void
  /** Forgets the session, so that the next call asks for another. */
  readonly clear: () => void
}

/** @param closing - Aborts the request for a session when the client closes. */
export function createTokenManager(
  obtain: ObtainSession,
  closing: AbortSignal,
  onEnded: (() => void) | undefined,
): TokenManager {
  // Replaced as a whole by `clear`, so that a session that arrives late is written where nobody looks any more.
  let current: { session?: SessionTokens; renewAt?: number } & Partial<Record<Reason, Promise<string>>> = {}

  const fetchToken = async (target: typeof current, reason: Reason, refused?: string): Promise<string> => {
    const { session } = target
    let fetched: SessionTokens | null
    try {
      fetched = await obtain({ reason, signal: closing, last: session })
    } catch (cause) {
      // A portal that is out of reach for a moment ends nothing: the old token is good until it is refused.
      if (session && session.accessToken !== refused) return session.accessToken
      // The client's own failure to renew says what happened: no connection, a refused credential.
      throw isProblem(cause) ? cause : new VisitError({ status: 0, code: 'session_unavailable', cause })
    } finally {
      delete target[reason]
    }
    if (!fetched) throw new VisitError({ status: 0, code: reason === 'step-up' ? 'step_up_required' : 'session_ended' })
    const lifetimeMs = Date.parse(fetched.expiresAt) - Date.now()
    // A proof is of the same session: what renews that stands as it is by now.
    target.session = { ...(reason === 'step-up' && target.session), ...fetched }
    // A session that is over on arrival means that this device's clock is wrong. Then only the server's refusal
    // counts, or every single call would ask for a new session.
    target.renewAt = Date.now() + (lifetimeMs > 0 ? lifetimeMs * 0.9 : Infinity)
    return fetched.accessToken
  }

  const clear = () => {
    current = {}
  }

  return {
    token: async (refused, stepUp) => {
      const { session, renewAt = 0 } = current
      // For a proof somebody is asked, which takes its time: calls that need none go on in the meantime, and none fails without it.
      const reason = stepUp ?? (session ? 'expired' : 'start')
      return session && !stepUp && Date.now() < renewAt && session.accessToken !== refused
        ? session.accessToken
        : (current[reason] ??= fetchToken(current, reason, refused))
    },
    end: () => {
      clear()
      onEnded?.()
    },
    clear,
  }
}
