import { Problem, type ProblemCode } from '../problems/problem.ts'
import type { AccessTokens } from './access-tokens.ts'
import type { CheckUnproven } from './unproven-queue.ts'
import type { Regions } from './regions.ts'
import { limitReached } from './session.ts'
import type { Session } from './session.ts'
import type { SessionCache } from './session-cache.ts'
import { TokenCache } from './token-cache.ts'

/** A session, and the id of the token that named it. */
export interface AuthenticatedToken {
  readonly session: Session
  readonly tokenId: string
}

/** The session checks of the pipeline. */
export interface SessionGate {
  /**
   * The session of an access token. Throws a 401 with the reason. Not a promise if everything is cached. A token that is not known yet is
   * verified in the turn of the client's address.
   */
  find(token: string, now: Date, address: string): AuthenticatedToken | Promise<AuthenticatedToken>
  /** A browser sends its origin. A session is valid at one origin only. */
  requireOrigin(session: Session, origin: string | undefined): void
  touchSession(session: Session, now: Date): void
}

const unauthorized = (code: ProblemCode, detail: string, provesNothing = false): Problem =>
  new Problem(401, code, detail, { headers: { 'www-authenticate': 'Bearer error="invalid_token"' }, provesNothing })

export const sessionEnded = (): Problem => unauthorized('session_ended', 'This session has ended. Sign in again.')
export const sessionExpired = (): Problem =>
  unauthorized('session_expired', 'This session has ended because of its time limit. Sign in again.')
const tokenInvalid = (): Problem => unauthorized('token_invalid', 'The access token is not valid. Sign in again.', true)
const tokenExpired = (): Problem => unauthorized('token_expired', 'The access token has expired. Refresh it.')

export const wrongOrigin = (): Problem =>
  new Problem(
    403,
    'wrong_origin',
    'This session belongs to another portal address. Sign in from the portal that you use.',
  )

const isLimit = (reason: string): boolean => reason === 'idle' || reason === 'absolute'

export interface SessionGateParts {
  readonly sessions: SessionCache
  readonly tokens: AccessTokens
  readonly tokenCache: TokenCache
  readonly checkUnproven: CheckUnproven
  readonly regions: Pick<Regions, 'requireIssuer'>
  readonly onFailure: (what: string, error: unknown) => void
}

export const createSessionGate = ({
  sessions,
  tokens,
  tokenCache,
  checkUnproven,
  regions,
  onFailure,
}: SessionGateParts): SessionGate => {
  /** The session if it has not ended or expired, whatever the token contains. */
  const requireCurrent = (session: Session | null, now: Date): Session => {
    if (session === null) throw tokenInvalid()
    const reached = session.ended === null ? limitReached(session, now.getTime()) : null
    if (reached !== null)
      sessions.end(session, reached, now).catch((error: unknown) => onFailure('session_end_unwritten', error))
    if (session.ended !== null) throw isLimit(session.ended) ? sessionExpired() : sessionEnded()
    return session
  }

  const findNew = async (token: string, digest: string, now: Date, address: string): Promise<AuthenticatedToken> => {
    const claims = await checkUnproven(address, 'bearer', () => tokens.verify(token, now))
    if (claims === null) {
      regions.requireIssuer(token)
      throw tokenInvalid()
    }
    if (claims === 'expired') throw tokenExpired()
    tokenCache.set(digest, claims)
    const session = await sessions.find(claims.organizationId, claims.sessionId, now.getTime())
    return { session: requireCurrent(session, now), tokenId: claims.tokenId }
  }

  return {
    find: (token, now, address) => {
      const digest = TokenCache.digest(token)
      const claims = tokenCache.get(digest, now.getTime())
      if (claims === null) return findNew(token, digest, now, address)
      const found = sessions.find(claims.organizationId, claims.sessionId, now.getTime())
      const { tokenId } = claims
      return found instanceof Promise
        ? found.then((session) => ({ session: requireCurrent(session, now), tokenId }))
        : { session: requireCurrent(found, now), tokenId }
    },
    requireOrigin: (session, origin) => {
      if (origin !== undefined && origin !== session.caller.origin) throw wrongOrigin()
    },
    touchSession: (session, now) => sessions.touch(session, now.getTime()),
  }
}
