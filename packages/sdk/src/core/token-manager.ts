import type { SignInStrength } from '../generated/models.ts'
import { isProblem, VisitError } from './visit-error.ts'

/** The session that a portal's back end obtained for one person. Kept in memory only. */
export interface SessionTokens {
  /** Sent as `Authorization: Bearer ...`. */
  accessToken: string
  /** RFC 3339 instant. The client renews the session shortly before this time, or when the server answers that it has expired. */
  expiresAt: string
  /**
   * Can be used once. With it the client renews the session itself, and calls `getSession` only when that is refused. Without it every
   * renewal calls `getSession`. No other program may use the same refresh token.
   */
  refreshToken?: string | undefined
  /** The client id to send with a renewal. */
  clientId?: string | undefined
  sessionId?: string | undefined
}

/**
 * Requests a session from the portal. Called once for all calls that wait for it. Return `null` when the person is no longer signed in:
 * calls then fail with `session_ended`.
 */
export type GetSession = (request: {
  /**
   * `start`: there is no session. `expired`: the last one cannot be used any more, so do not return it from a cache. `step-up`: the next
   * act, such as signing, needs fresh authentication. Have the person sign in again, and exchange that proof with `sessionId`, so that the
   * session stays the same. Return `null` when the person declines.
   */
  reason: 'start' | 'expired' | 'step-up'
  /** The last session. For a step-up, the one to confirm. */
  sessionId?: string | undefined
  /** For a step-up of staff: how the person has to sign in. Ask the identity provider for it (`acr_values`). */
  signIn?: SignInStrength | undefined
  /** Aborts when the client is closed. */
  signal: AbortSignal
}) => Promise<SessionTokens | null>

type Reason = Parameters<GetSession>[0]['reason']

/** Obtains the next session. `last` is the one that expired. */
export type ObtainSession = (
  request: Parameters<GetSession>[0] & { last: SessionTokens | undefined },
) => Promise<SessionTokens | null>

/** Holds the one session of a client and renews it once for all callers. */
export interface TokenManager {
  /**
   * Returns a token that should still be valid and is not `refused`, which the server rejected. With `stepUp`, returns a token with fresh
   * authentication of the person; rejects when the person declines.
   */
  readonly token: (refused?: string, stepUp?: 'step-up', signIn?: SignInStrength) => Promise<string>
  /** Marks the session as ended by the server. */
  readonly end: () => void
  /** Discards the session, so that the next call requests another. */
  readonly clear: () => void
}

/** @param closing - Aborts the request for a session when the client closes. */
export function createTokenManager(
  obtain: ObtainSession,
  closing: AbortSignal,
  onEnded: (() => void) | undefined,
): TokenManager {
  // `clear` replaces this object, so that a session that arrives late is written to an object that is no longer used.
  let current: { session?: SessionTokens; renewAt?: number } & Partial<Record<Reason, Promise<string>>> = {}

  const fetchToken = async (
    target: typeof current,
    reason: Reason,
    refused?: string,
    signIn?: SignInStrength,
  ): Promise<string> => {
    const { session } = target
    let fetched: SessionTokens | null
    try {
      fetched = await obtain({ reason, signal: closing, last: session, ...(signIn && { signIn }) })
    } catch (cause) {
      // A portal that cannot be reached does not end the session: the old token is valid until the server rejects it.
      if (session && session.accessToken !== refused) return session.accessToken
      // The client's own error of a renewal gives the cause: no connection, or a rejected credential.
      throw isProblem(cause) ? cause : new VisitError({ status: 0, code: 'session_unavailable', cause })
    } finally {
      delete target[reason]
    }
    if (!fetched) throw new VisitError({ status: 0, code: reason === 'step-up' ? 'step_up_required' : 'session_ended' })
    const lifetimeMs = Date.parse(fetched.expiresAt) - Date.now()
    // A step-up belongs to the same session. Keep the current refresh token, which may have been renewed during the step-up.
    target.session = { ...(reason === 'step-up' && target.session), ...fetched }
    // A session that has expired on arrival means that this device's clock is wrong. Only the server's rejection counts then, because
    // otherwise every call would request a new session.
    target.renewAt = Date.now() + (lifetimeMs > 0 ? lifetimeMs * 0.9 : Infinity)
    return fetched.accessToken
  }

  const clear = () => {
    current = {}
  }

  return {
    token: async (refused, stepUp, signIn) => {
      const { session, renewAt = 0 } = current
      // A step-up waits for a person. Calls that do not need it continue in the meantime, and none fails because of it.
      const reason = stepUp ?? (session ? 'expired' : 'start')
      return session && !stepUp && Date.now() < renewAt && session.accessToken !== refused
        ? session.accessToken
        : (current[reason] ??= fetchToken(current, reason, refused, signIn))
    },
    end: () => {
      clear()
      onEnded?.()
    },
    clear,
  }
}
