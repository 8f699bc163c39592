import { basicCredentials } from '../../identity/basic-credentials.ts'
import { Problem } from '../../problems/problem.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'
import type { Exchange } from '../exchange.ts'
import type { Step } from '../pipeline-step.ts'

export interface LimitProofsParts {
  readonly limiter: RateLimiter
  /** The client's address. */
  readonly addressOf: (forwardedFor: string | undefined, remote: string | undefined) => string
}

/** The rate class of wrong secrets, tokens and signatures. */
const rateClass = 'proof-failure'

/** What the request claims to be, without proof: a client, a browser of a client, or a partner of an organization. */
const claimOf = ({ route, request, pathParameters, input }: Exchange): string => {
  if (!route.anonymous) return 'bearer'
  const client = basicCredentials(request.headers.authorization)?.clientId
  if (client !== undefined) return `client/${client.slice(0, 200)}`
  const body = input?.body as { readonly client_id?: unknown } | undefined
  if (typeof body?.client_id === 'string') return `browser/${body.client_id.slice(0, 200)}`
  return `${route.id}/${pathParameters['organizationId'] ?? ''}`
}

/**
 * Failed proofs are counted by address and by what the request claims to be. Beyond the limit, a failure is answered with 429 and is not
 * recorded. A right proof is never counted and never refused here: otherwise a stranger at the address of a clinic could stop every sign-in
 * there. What a proof costs is limited where it is checked.
 */
export const limitProofs = ({ limiter, addressOf }: LimitProofsParts): Step => ({
  name: 'limit-proofs',
  run: async (exchange, next) => {
    exchange.address = addressOf(exchange.header('x-forwarded-for'), exchange.request.socket.remoteAddress)
    try {
      await next(exchange)
    } catch (error) {
      if (!(error instanceof Problem) || !error.provesNothing) throw error
      const wait = limiter.take(`${exchange.address}/${claimOf(exchange)}`, rateClass, exchange.now.getTime())
      throw wait > 0 ? tooManyRequests(wait) : error
    }
  },
})
