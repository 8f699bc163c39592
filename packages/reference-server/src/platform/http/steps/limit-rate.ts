import type { Caller } from '../../contracts/caller.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'
import type { Step } from '../pipeline-step.ts'

export interface LimitRateParts {
  readonly limiter: RateLimiter
}

/** A person has one limit for all of their sessions, and so has a program. */
const holderOf = ({ kind, organizationId, personId, clientId }: Caller): string =>
  kind === 'service' ? `client/${organizationId}/${clientId}` : `person/${organizationId}/${personId}`

/**
 * Each person has a rate limit for each class of operation, and a call takes the units of its cost. A request without a session brings
 * another proof: limit-proofs counts the wrong ones, and the operation limits whom a right one names.
 */
export const limitRate = ({ limiter }: LimitRateParts): Step => ({
  name: 'limit-rate',
  run: (exchange, next) => {
    if (exchange.session === null) return next(exchange)
    const { rateClass, units } = exchange.route.rate
    const { caller } = exchange.session
    const wait = limiter.take(
      holderOf(caller),
      caller.kind === 'service' ? `service/${rateClass}` : rateClass,
      exchange.now.getTime(),
      units,
    )
    if (wait > 0) throw tooManyRequests(wait)
    return next(exchange)
  },
})
