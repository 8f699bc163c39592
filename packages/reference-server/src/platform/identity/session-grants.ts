import { newId } from '../database/ids/new-id.ts'
import type { WriteContext, ReadContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import { beginSession } from './begin-session.ts'
import { hashRefreshToken, type RefreshTokens } from './refresh-tokens.ts'
import type { RateLimiter } from '../rates/rate-limiter.ts'
import { tooManyRequests } from '../rates/too-many-requests.ts'
import { storeWrites } from '../database/changes/store-writes.ts'
import type { SessionPerson } from './begin-session.ts'
import { firstRoleOf } from './first-role-of.ts'
import type { ClientRegistry } from './client-registry.ts'
import type { RegisteredClient } from './registered-client.ts'
import { grantExpired, invalidGrant, tokenUsed, unknownIssuer } from './grant-problems.ts'
import type { IdentityPorts } from './identity-ports.ts'
import type { AcceptInvitation } from './invitation-grant.ts'
import type { IssueAccessToken, IssuedTokens } from './issue-tokens.ts'
import type { SessionCache } from './session-cache.ts'
import { limitsFor, stricterLimits, type SessionPolicy } from './session-limits.ts'
import { limitReached } from './session.ts'
import type { Session } from './session.ts'
import { sessionStore } from './session-store.ts'
import { strongSignInRequired } from './sign-in-problems.ts'
import { missingStrength } from './sign-in-strength.ts'
import type { Subject, SubjectTokens } from './subject-tokens.ts'
import type { Write } from '../contracts/write.ts'
import { wrongOrigin } from './session-gate.ts'

/**
 * If a response is lost, the page still has its used token. For this time it may use it again, unless the lost token has been used.
 * Milliseconds.
 */
const reuseGraceMilliseconds = 30_000

class TokenReused extends Error {}

type Terms = Parameters<typeof beginSession>[2]

/** The proof of a person, which is used up with the session that it begins or confirms. */
const useProof = ({ tokenHash, expiresAt }: Subject): Write => sessionStore.useProof(newId(), tokenHash, expiresAt)

export interface SessionGrantsParts {
  readonly clients: ClientRegistry
  readonly subjects: SubjectTokens
  readonly unitOfWork: UnitOfWork
  readonly sessions: SessionCache
  readonly issue: IssueAccessToken
  readonly policy: SessionPolicy
  readonly ports: IdentityPorts
  readonly acceptInvitation: AcceptInvitation
  readonly refreshTokens: RefreshTokens
  readonly limiter: RateLimiter
}

/** The three grants. Each takes the read context of the authenticated client. */
export interface SessionGrants {
  exchange(
    context: ReadContext,
    client: RegisteredClient,
    subjectToken: string,
    how: {
      readonly origin: string | null
      /** The existing session that the ID token steps up, instead of creating another. */
      readonly confirms: string | null
      /** The code of an invitation to accept. */
      readonly invitation: string | null
    },
  ): Promise<IssuedTokens>
  /** For a guest of one visit, whose code is the proof. */
  forGuest(
    context: ReadContext,
    client: RegisteredClient,
    guest: { readonly secret: string; readonly name: string; readonly origin: string | null },
  ): Promise<IssuedTokens>
  forClient(context: ReadContext, client: RegisteredClient): Promise<IssuedTokens>
  refresh(
    context: ReadContext,
    client: RegisteredClient,
    refreshToken: string,
    how: { readonly browserOrigin: string | undefined; readonly isPublic: boolean },
  ): Promise<IssuedTokens>
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each, index) => each === b[index])

/** The audit row of a sign-in. */
const signInRow = (session: Session, context: ReadContext, because: 'sign-in' | 'step-up'): AccessRow => ({
  id: newId(),
  organizationId: session.organizationId,
  at: context.now,
  requestId: context.requestId,
  operation: 'exchangeToken',
  action: because === 'sign-in' ? 'create' : 'update',
  entity: 'Session',
  entityId: session.id,
  patientId: null,
  outcome: 'done',
  refusal: null,
  because,
  actorKind: session.caller.kind,
  actorId: session.caller.personId,
  actorRole: firstRoleOf(session.caller),
  sessionId: session.id,
  clientId: session.caller.clientId,
  purpose: session.caller.kind === 'member' || session.caller.kind === 'service' ? 'HOPERAT' : 'PATRQT',
  onBehalfOf: null,
})

export const createSessionGrants = (parts: SessionGrantsParts): SessionGrants => {
  const { clients, subjects, unitOfWork, sessions, issue, policy, ports, acceptInvitation, refreshTokens, limiter } =
    parts

  const keep = <A>(
    context: ReadContext,
    rows: readonly AccessRow[],
    run: (context: WriteContext) => Promise<A>,
  ): Promise<A> =>
    unitOfWork
      .run({ domain: 'identity', context, idempotency: null, audit: () => rows }, run)
      .then(({ result }) => result)

  const begin = async (
    context: ReadContext,
    person: SessionPerson,
    terms: Terms,
    refreshes: boolean,
    proof: Write | null = null,
  ): Promise<IssuedTokens> => {
    const session = beginSession(policy, person, terms, context.now)
    const refresh = refreshes ? refreshTokens.create() : null
    const issued = await issue(session, context.now)
    const writes = [sessionStore.insert(session)]
    if (refresh !== null)
      writes.push(sessionStore.insertRefreshToken({ id: newId(), sessionId: session.id, hash: refresh.hash }))
    if (proof !== null) writes.push(proof)
    const rows = [signInRow(session, context, 'sign-in')]
    await unitOfWork.keep({ domain: 'identity', context, idempotency: null, audit: () => rows }, (isRepeated) => {
      // The only condition is that the proof is new.
      if (isRepeated) throw tokenUsed()
      return { writes, answer: undefined }
    })
    sessions.add(session)
    return refresh === null ? issued : { ...issued, refresh_token: refresh.token }
  }

  /** Records a new authentication in the person's existing session. */
  const stepUp = async (
    context: ReadContext,
    sessionId: string,
    person: SessionPerson,
    subject: Subject,
    { organizationId, clientId, origin, authenticatedAt }: Terms,
  ): Promise<IssuedTokens> => {
    const { now } = context
    const session = await sessions.find(organizationId, sessionId, now.getTime())
    const isOwnSession =
      session !== null &&
      session.caller.clientId === clientId &&
      session.caller.origin === origin &&
      session.caller.kind === person.kind &&
      session.caller.personId === person.personId
    // The same response for another person's session and for one that does not exist: a portal must not learn which sessions exist.
    if (!isOwnSession) throw invalidGrant('session is not this person’s')
    const reached = limitReached(session, now.getTime())
    if (session.ended === null && reached !== null) await sessions.end(session, reached, now)
    if (session.ended !== null) throw grantExpired()
    // A weaker sign-in than the role needs confirms nothing.
    const missing = missingStrength(policy.strongSignIn, session.caller, subject.signIn)
    if (missing !== null) throw strongSignInRequired(policy.strongSignIn, missing)
    const proven = authenticatedAt > session.caller.authenticatedAt ? authenticatedAt : session.caller.authenticatedAt
    const caller = Object.freeze({ ...session.caller, authenticatedAt: proven, signIn: subject.signIn })
    const issued = await issue(session, now)
    const { signIn } = subject
    await keep(context, [signInRow(session, context, 'step-up')], async ({ tx }) => {
      if (!(await storeWrites(tx, organizationId, [useProof(subject)]))) throw tokenUsed()
      await sessionStore.updateCaller(tx, { ...session, caller, signIn })
    })
    session.caller = caller
    session.signIn = signIn
    sessions.touch(session, now.getTime())
    return issued
  }

  /** A used refresh token that appears again means that one of two holders stole it. The session ends for both. */
  const endReused = (session: Session, now: Date): Promise<void> => sessions.end(session, 'refresh-reused', now)

  /** Reads the person's current permissions, and the limits that they need. Ends the session of a person who may no longer sign in. */
  const refreshCaller = async (session: Session, isKiosk: boolean, now: Date): Promise<boolean> => {
    const { kind, personId, roles, patientIds, practitionerId } = session.caller
    if (kind === 'service' || kind === 'system') return false
    const person = await ports.refreshPerson(session.organizationId, { kind, personId }, now)
    if (person === null) {
      await sessions.end(session, 'access-withdrawn', now)
      throw invalidGrant('the person may not sign in any longer')
    }
    const trainingEndsAt = person.trainingEndsAt?.getTime() ?? null
    if (
      same(roles, person.roles) &&
      same(patientIds, person.patientIds) &&
      practitionerId === person.practitionerId &&
      trainingEndsAt === session.trainingEndsAt
    )
      return false
    session.trainingEndsAt = trainingEndsAt
    Object.assign(session, stricterLimits(session, limitsFor(policy, person.roles, isKiosk)))
    session.caller = Object.freeze({
      ...session.caller,
      roles: Object.freeze([...person.roles]),
      patientIds: Object.freeze([...person.patientIds]),
      practitionerId: person.practitionerId,
    })
    return true
  }

  return {
    exchange: async (context, client, subjectToken, { origin, confirms, invitation }) => {
      const { organizationId, clientId, isKiosk } = client
      const subject = await subjects.verify(
        subjectToken,
        (issuer) => clients.findIssuer(organizationId, issuer),
        context.now,
      )
      if ('refused' in subject)
        throw subject.refused === 'unknown_issuer' ? unknownIssuer() : invalidGrant(`subject token: ${subject.refused}`)
      const person =
        invitation === null
          ? await ports.resolvePerson(organizationId, subject.issuer, subject.subject, context.now)
          : await acceptInvitation(context, client, subject, invitation)
      if (person === null) throw invalidGrant('subject is not known')
      const { authenticatedAt, signIn } = subject
      const terms = { organizationId, clientId, origin, isKiosk, authenticatedAt, signIn }
      const refreshes = client.grants.some((grant) => grant === 'refresh_token' || grant === 'public_refresh')
      const issued =
        confirms === null
          ? await begin(context, person, terms, refreshes, useProof(subject))
          : await stepUp(context, confirms, person, subject, terms)
      return { ...issued, issued_token_type: 'urn:ietf:params:oauth:token-type:access_token' }
    },

    forGuest: async (context, client, { secret, name, origin }) => {
      const { organizationId, clientId, isKiosk } = client
      const guest = await ports.redeemGuestCode(context, { secret, name })
      const refreshes = client.grants.some((grant) => grant === 'refresh_token' || grant === 'public_refresh')
      const terms = { organizationId, clientId, origin, isKiosk, authenticatedAt: context.now }
      return begin(context, guest, terms, refreshes)
    },

    forClient: (context, { organizationId, clientId, roles, isKiosk }) => {
      const program: SessionPerson = {
        kind: 'service',
        personId: clientId,
        roles,
        patientIds: [],
        practitionerId: null,
      }
      const terms = { organizationId, clientId, origin: null, isKiosk, authenticatedAt: context.now }
      return begin(context, program, terms, false)
    },

    refresh: async (context, client, refreshToken, { browserOrigin, isPublic }) => {
      const { now, db } = context
      const hash = hashRefreshToken(refreshToken)
      const known = await sessionStore.findRefreshToken(db, hash)
      // Without a secret, the token is the only proof.
      if (known === null) throw invalidGrant('refresh token is not known', { provesNothing: isPublic })
      const session = await sessions.find(client.organizationId, known.sessionId, now.getTime())
      if (session === null || session.caller.clientId !== client.clientId)
        throw invalidGrant('refresh token of another client')
      // The person who holds the token is limited, and none of the others at their address or of their portal.
      const wait = limiter.take(`session/${session.id}`, 'refresh', now.getTime())
      if (wait > 0) throw tooManyRequests(wait)
      const after = new Date(now.getTime() - reuseGraceMilliseconds)
      if (session.ended === null && known.usedAt !== null && known.usedAt < after) await endReused(session, now)
      else if (session.ended === null) {
        const reached = limitReached(session, now.getTime())
        if (reached !== null) await sessions.end(session, reached, now)
      }
      if (session.ended === 'idle' || session.ended === 'absolute') throw grantExpired()
      if (session.ended !== null) throw invalidGrant(`session ended: ${session.ended}`)
      // A secret authenticates the client. Without one, the browser's origin has to match.
      if (
        isPublic
          ? browserOrigin !== session.caller.origin
          : browserOrigin !== undefined && browserOrigin !== session.caller.origin
      )
        throw wrongOrigin()
      const isChanged = await refreshCaller(session, client.isKiosk, now)
      const next = refreshTokens.create()
      const issued = await issue(session, now)
      const recorded = keep(context, [], async ({ tx }) => {
        if (!(await sessionStore.useRefreshToken(tx, known, { now, after }))) throw new TokenReused()
        await storeWrites(tx, session.organizationId, [
          sessionStore.insertRefreshToken({ id: newId(), sessionId: session.id, hash: next.hash }),
        ])
        if (isChanged) await sessionStore.updateCaller(tx, session)
      })
      await recorded.catch(async (error: unknown) => {
        if (!(error instanceof TokenReused)) throw error
        await endReused(session, now)
        throw invalidGrant('refresh token was used before')
      })
      return { ...issued, refresh_token: next.token }
    },
  }
}
