import type { Caller } from '../../contracts/caller.ts'
import type { RateLimiter } from '../../rates/rate-limiter.ts'
import { outboxFull } from '../../rates/outbox-full.ts'
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

const outboxOfOrganization = 'outbox-of-organization'

/**
 * Each person has a rate limit for each class of operation, and a call takes the units of its cost. What it
 * stored for others to work on (events, messages to partners) is taken afterwards from the limit of the outbox, of the person and of their
 * organization; a write is refused while one of them is used up. A request without a session brings
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
    const { method, urgency, audit } = exchange.route.declaration
    const outbox = caller.kind === 'service' ? 'service/outbox' : 'outbox'
    const organization = `organization/${caller.organizationId}`
    if (method !== 'get' && audit.action !== 'read' && audit.action !== 'search') {
      const own = limiter.peek(who, outbox, now)
      if (own > 0) throw tooManyRequests(own)
      const everyones = limiter.peek(organization, outboxOfOrganization, now)
      // A visit that runs does not stop for what others of the organization sent.
      if (everyones > 0 && urgency !== 'runningVisit') throw outboxFull(everyones)
    }
    await next(exchange)
    const more = unitsOf(exchange.payload)
    if (more > 0) limiter.charge(who, rateClass, now, more)
    if (exchange.outboxUnits > 0) {
      limiter.charge(who, outbox, now, exchange.outboxUnits)
      limiter.charge(organization, outboxOfOrganization, now, exchange.outboxUnits)
    }
  },
})
