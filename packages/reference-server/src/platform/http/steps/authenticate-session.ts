import type { SessionGate } from '../../identity/session-gate.ts'
import { anonymousCaller } from '../../identity/assume-caller.ts'
import type { Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'

/** RFC 6750, section 3: the challenge of a 401. */
const challenge = (error?: string): Record<string, string> => ({
  'www-authenticate': error === undefined ? 'Bearer' : `Bearer error="${error}"`,
})

export const authenticationRequired = (): Problem =>
  new Problem(401, 'authentication_required', 'Sign in first: send an access token in the Authorization header.', {
    headers: challenge(),
    // Nothing was tried.
    provesNothing: false,
  })

/** `Bearer <token>`; the scheme in any case (RFC 9110, section 11.1). */
export const bearerToken = (authorization: string | undefined): string | null => {
  if (authorization === undefined || authorization.length < 8 || authorization.length > 4_096) return null
  return authorization.slice(0, 7).toLowerCase() === 'bearer ' ? authorization.slice(7).trim() : null
}

/** Finds the session and caller of the token. Refuses a missing, forged, expired or ended one. */
export const authenticateSession = ({ gate }: { readonly gate: SessionGate }): Step => ({
  name: 'authenticate-session',
  run: async (exchange, next) => {
    if (exchange.route.anonymous) {
      exchange.caller = anonymousCaller
      return next(exchange)
    }
    const token = bearerToken(exchange.request.headers.authorization)
    if (token === null) throw authenticationRequired()
    // Usually cached. Then nothing is awaited.
    const found = gate.find(token, exchange.now, exchange.address)
    const { session, tokenId } = found instanceof Promise ? await found : found
    exchange.session = session
    exchange.tokenId = tokenId
    exchange.caller = session.caller
    return next(exchange)
  },
})

/** A patient who waits is not idle, and does not touch the page (docs/decisions/0005). Extending the session is activity by its meaning. */
const always: ReadonlySet<string> = new Set(['getQueuePosition', 'extendSession'])

/** A page says of a request that it sends by itself that it is no act of the person: `x-user-activity: none`. */
const isActivity = (exchange: Exchange): boolean =>
  exchange.route.declaration.activity &&
  (always.has(exchange.route.id) || exchange.header('x-user-activity') !== 'none')

/**
 * Refuses a token that was sent from another origin than its session's. Runs after the rate limit, because each refusal is a row in the
 * ledger.
 */
export const requireOrigin = ({ gate }: { readonly gate: SessionGate }): Step => ({
  name: 'require-origin',
  run: (exchange, next) => {
    const { session } = exchange
    if (session !== null) {
      gate.requireOrigin(session, exchange.request.headers.origin)
      if (isActivity(exchange)) gate.touchSession(session, exchange.now)
    }
    return next(exchange)
  },
})
