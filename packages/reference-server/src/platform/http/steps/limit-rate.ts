import type { Exchange } from '../exchange.ts'
import type { Next, Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'

export interface LimitRateParts {
  readonly limiter: RateLimiter
  /** The client address of a request without a session. */
  readonly addressOf: (forwardedFor: string | undefined, remote: string | undefined) => string
}

/** The rate class of wrong secrets and signatures, by address. */
const proofFailure = 'proof-failure'

/**
 * Each session has a rate limit for each class of operation; requests without a session share one per address. An address with repeated
 * authentication failures has to wait, which slows down guessing without locking out others.
 */
export const limitRate = ({ limiter, addressOf }: LimitRateParts): Step => {
  const takeOne = (who: string, rateClass: string, now: number): void => {
    const wait = limiter.take(who, rateClass, now)
    if (wait > 0) throw tooManyRequests(wait)
  }

  const withoutSession = async (exchange: Exchange, next: Next): Promise<void> => {
    const who = addressOf(exchange.header('x-forwarded-for'), exchange.request.socket.remoteAddress)
    const now = exchange.now.getTime()
    takeOne(who, exchange.route.rateClass, now)
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
      const { rateClass } = exchange.route
      takeOne(
        exchange.session.id,
        exchange.caller?.kind === 'service' ? `service/${rateClass}` : rateClass,
        exchange.now.getTime(),
      )
      return next(exchange)
    },
  }
}
