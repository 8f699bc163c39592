import { createHash } from 'node:crypto'
import { Problem } from '../problems/problem.ts'
import type { RateLimiter } from '../rates/rate-limiter.ts'
import { tooManyRequests } from '../rates/too-many-requests.ts'
import type { ReadContext } from '../contracts/context.ts'
import type { SessionPerson } from './begin-session.ts'
import type { RegisteredClient } from './client-registry.ts'
import { rightNotStarted } from './grant-problems.ts'
import type { IdentityPorts } from './identity-ports.ts'
import type { Subject } from './subject-tokens.ts'

/** The class of wrong codes, and of attempts in a session. */
const rateClass = 'invitation'

/** The person whom a verified sign-in becomes by accepting. */
export type AcceptInvitation = (
  context: ReadContext,
  client: RegisteredClient,
  subject: Subject,
  secret: string,
) => Promise<SessionPerson>

/**
 * Accepts an invitation with a proven sign-in. Wrong codes are counted for each sign-in at each client, and one that keeps guessing has to
 * wait. They are not counted by address: every person of a portal comes from the address of its back end, so that one who guesses would
 * stop the sign-in of all others.
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
