import type { Exchange } from '../exchange.ts'
import type { Next, Step } from '../pipeline-step.ts'
import { Problem } from '../../problems/problem.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { tooManyRequests } from '../../rates/too-many-requests.ts'

export interface LimitRateParts {
  readonly limiter: RateLimiter
  /** Whom a request without a session comes from. */
  readonly addressOf: (forwardedFor: string | undefined, remote: string | undefined) => string
}

/** The class of wrong secrets and signatures, by address. */
const proofFailure = 'proof-failure'

/**
 * Each session may spend so much of each class of operation; without a session, each address. An address that keeps failing to prove
 * who it is has to wait longer: guessing gets slow, and nobody else is locked out by it.
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
