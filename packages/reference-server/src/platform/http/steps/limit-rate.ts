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

/** What it takes to check, write and record a long answer is known when it is there. A document is paid for before. */
const bytesPerUnit = 32 * 1_024
const unitsOf = (payload: string | Uint8Array | null): number =>
  typeof payload === 'string' ? Math.floor(payload.length / bytesPerUnit) : 0

/**
 * Each person has a rate limit for each class of operation, and a call takes the units of its cost. A request without a session brings
 * another proof: limit-proofs counts the wrong ones, and the operation limits whom a right one names.
 */
export const limitRate = ({ limiter }: LimitRateParts): Step => ({
  name: 'limit-rate',
  run: async (exchange, next) => {
    if (exchange.session === null) return next(exchange)
    const { rateClass: name, units } = exchange.route.rate
    const { caller } = exchange.session
    const [who, now] = [holderOf(caller), exchange.now.getTime()]
    const rateClass = caller.kind === 'service' ? `service/${name}` : name
    const wait = limiter.take(who, rateClass, now, units)
    if (wait > 0) throw tooManyRequests(wait)
    await next(exchange)
    const more = unitsOf(exchange.payload)
    if (more > 0) limiter.charge(who, rateClass, now, more)
  },
})
