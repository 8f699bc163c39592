import { createHash } from 'node:crypto'
import { Problem } from '../problems/problem.ts'
import type { RateLimiter } from '../rates/rate-limiter.ts'
import { tooManyRequests } from '../rates/too-many-requests.ts'
import type { ReadContext } from '../contracts/context.ts'
import type { SessionPerson } from './begin-session.ts'
import type { RegisteredClient } from './registered-client.ts'
import { rightNotStarted } from './grant-problems.ts'
import type { IdentityPorts } from './identity-ports.ts'
import type { Subject } from './subject-tokens.ts'

/** The rate class of wrong codes, and of attempts in a session. */
const rateClass = 'invitation'

/** Accepts an invitation and returns the person that a verified sign-in then belongs to. */
export type AcceptInvitation = (
  context: ReadContext,
  client: RegisteredClient,
  subject: Subject,
  secret: string,
) => Promise<SessionPerson>

/**
 * Accepts an invitation for a verified sign-in. Wrong codes are limited for each sign-in at each client. They are not limited by address:
 * all people of a portal share the address of its back end, so one person who guesses would block the others.
 */
export const createAcceptInvitation =
  ({ acceptInvitation }: Pick<IdentityPorts, 'acceptInvitation'>, limiter: RateLimiter): AcceptInvitation =>
  async (context, client, { issuer, subject }, secret) => {
    const who = createHash('sha256')
      .update(JSON.stringify([client.clientId, issuer, subject]))
      .digest('base64url')
    const now = context.now.getTime()
    const wait = limiter.peek(who, rateClass, now)
    if (wait > 0) throw tooManyRequests(wait)
    const person = await acceptInvitation(context, { issuer, subject }, secret).catch((error: unknown) => {
      if (error instanceof Problem && error.code === 'unknown_invitation') limiter.take(who, rateClass, now)
      throw error
    })
    if (person === null) throw rightNotStarted()
    return person
  }
