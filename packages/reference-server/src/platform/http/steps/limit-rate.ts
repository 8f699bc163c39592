import type { Exchange } from '../exchange.ts'
import type { Next, Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'
import type { Caller } from '../../contracts/caller.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'

export interface LimitRateParts {
  readonly limiter: RateLimiter
  /** The client address of a request without a session. */
  readonly addressOf: (forwardedFor: string | undefined, remote: string | undefined) => string
}

/** The rate class of wrong secrets and signatures, by address. */
const proofFailure = 'proof-failure'

/** A person has one limit for all of their sessions, and so has a program. */
const holderOf = ({ kind, organizationId, personId, clientId }: Caller): string =>
  kind === 'service' ? `client/${organizationId}/${clientId}` : `person/${organizationId}/${personId}`

/**
 * Each person has a rate limit for each class of operation, and a call takes the units of its cost; requests without a session share one
 * per address. An address with repeated authentication failures has to wait, which slows down guessing without locking out others.
 */
export const limitRate = ({ limiter, addressOf }: LimitRateParts): Step => {
  const take = (who: string, rateClass: string, now: number, units: number): void => {
    const wait = limiter.take(who, rateClass, now, units)
    if (wait > 0) throw tooManyRequests(wait)
  }

  const withoutSession = async (exchange: Exchange, next: Next): Promise<void> => {
    const who = addressOf(exchange.header('x-forwarded-for'), exchange.request.socket.remoteAddress)
    const now = exchange.now.getTime()
    take(who, exchange.route.rate.rateClass, now, exchange.route.rate.units)
    const wait = limiter.peek(who, proofFailure, now)
    if (wait > 0) throw tooManyRequests(wait)
    try {
      await next(exchange)
    } catch (error) {
      if (error instanceof Problem && error.provesNothing) limiter.take(who, proofFailure, now)
      throw error
    }
  }

  return {
    name: 'limit-rate',
    run: (exchange, next) => {
      if (exchange.session === null) return withoutSession(exchange, next)
      const { rateClass, units } = exchange.route.rate
      const { caller } = exchange.session
      take(
        holderOf(caller),
        caller.kind === 'service' ? `service/${rateClass}` : rateClass,
        exchange.now.getTime(),
        units,
      )
      return next(exchange)
    },
  }
}
