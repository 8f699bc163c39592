import type { RateLimiter } from '../rate-limiter.ts'
import type { Step } from '../pipeline-step.ts'
import { Problem } from '../problem.ts'

export interface LimitRateParts {
  readonly limiter: RateLimiter
  /** Whom a request without a session comes from. */
  readonly addressOf: (forwardedFor: string | undefined, remote: string | undefined) => string
}

/** Each session may spend so much of each class of operation; without a session, each address. */
export const limitRate = ({ limiter, addressOf }: LimitRateParts): Step => ({
  name: 'limit-rate',
  run: (exchange, next) => {
    const who =
      exchange.session?.id ?? `address:${addressOf(exchange.header('x-forwarded-for'), exchange.request.socket.remoteAddress)}`
    const { rateClass } = exchange.route
    const wait = limiter.take(who, exchange.caller?.kind === 'service' ? `service/${rateClass}` : rateClass, exchange.now.getTime())
    if (wait > 0)
      throw new Problem(429, 'too_many_requests', `Too many requests of this kind. Try again in ${wait} seconds.`, {
        headers: { 'retry-after': String(wait) },
      })
    return next(exchange)
  },
})
