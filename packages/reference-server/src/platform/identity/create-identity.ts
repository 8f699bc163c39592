import { sql } from 'kysely'
import type { Write } from '../contracts/write.ts'
import * as events from './events.ts'
import type { DomainModule } from '../contracts/domain-module.ts'
import { emittedTypes } from '../contracts/event.ts'
import type { BoundReaction } from '../contracts/reaction.ts'
import { systemAccess } from '../system/system-access.ts'
import { systemRequestContext, type SystemRequestContext } from '../system/system-request-context.ts'
import { describeError } from '../logging/describe-error.ts'
import type { RateLimiter } from '../rates/rate-limiter.ts'
import { createSharedLimiter } from '../rates/shared-limiter.ts'
import type { Logger } from '../logging/logger.ts'
import type { Database } from '../contracts/database.ts'
import { createNotificationListener } from '../database/open/notification-listener.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { UnitOfWork } from '../contracts/unit-of-work.ts'
import type { Egress } from '../egress/egress.ts'
import { createAccessTokens } from './access-tokens.ts'
import { beginSession } from './begin-session.ts'
import type { SessionPerson, SessionTerms } from './begin-session.ts'
import { createClientRegistry } from './client-registry.ts'
import type { ClientRegistry } from './client-registry.ts'
import { recordSessionEnd } from './end-session-record.ts'
import type { IdentityPorts } from './identity-ports.ts'
import { createAcceptInvitation } from './invitation-grant.ts'
import { createIssueAccessToken } from './issue-tokens.ts'
import type { IssuedTokens } from './issue-tokens.ts'
import { deleteEndedSessions } from './jobs/delete-ended-sessions.ts'
import { identityMigrations } from './migrations.ts'
import { endSession } from './operations/end-session.ts'
import { endSessionById } from './operations/end-session-by-id.ts'
import { exchangeToken } from './operations/exchange-token.ts'
import { extendSession } from './operations/extend-session.ts'
import { getSession } from './operations/get-session.ts'
import { listSessions } from './operations/list-sessions.ts'
import { onAccessWithdrawnEndSessions } from './reactions/on-access-withdrawn-end-sessions.ts'
import { refusedProofStore } from './refused-proof-store.ts'
import { addRefusals, createRefusedProofs, type Refusals } from './refused-proofs.ts'
import { createRegions, type OtherRegion, type Regions } from './regions.ts'
import { SessionCache } from './session-cache.ts'
import { createRefreshTokens } from './refresh-tokens.ts'
import { createUnprovenQueue } from './unproven-queue.ts'
import { createSessionGate } from './session-gate.ts'
import type { SessionGate } from './session-gate.ts'
import { createSessionGrants } from './session-grants.ts'
import type { SessionPolicy } from './session-limits.ts'
import type { SigningKeys } from './signing-keys.ts'
import { sessionChannel, sessionStore } from './session-store.ts'
import { createSubjectTokens } from './subject-tokens.ts'
import { TokenCache } from './token-cache.ts'
import type { EndReason, Session } from './session.ts'

export interface IdentityOptions {
  readonly database: Database
  readonly unitOfWork: UnitOfWork
  readonly policy: SessionPolicy
  readonly keys: SigningKeys
  /** This server's own URL: issuer and audience of its tokens. */
  readonly publicUrl: string
  /** The database to LISTEN on for ended sessions, if several processes share a PostgreSQL; null for a single process. */
  readonly listenUrl: string | null
  readonly clock: () => Date
  readonly logger: Logger
  readonly ports: IdentityPorts
  /** Deployments in other regions. Default: none. */
  readonly otherRegions?: readonly OtherRegion[]
  /** The connections to identity providers. */
  readonly egress: Pick<Egress, 'toRegistered'>
  /** The limits of this process. */
  readonly limiter: RateLimiter
}

export interface Identity {
  readonly module: DomainModule
  readonly gate: SessionGate
  readonly regions: Regions
  readonly sessions: SessionCache
  readonly clients: ClientRegistry
  /** The limits of this process, of which guesses count in every process of the deployment. */
  readonly limiter: RateLimiter
  /**
   * Creates a session without a token exchange, for a person whose identity this process has established: seeds, tests, the command line.
   */
  open(person: SessionPerson, terms: SessionTerms): Promise<{ session: Session; accessToken: string }>
  /** Issues another access token for a current session. */
  issue(session: Session): Promise<IssuedTokens>
  /** Without `timed`, no timers run: for a test that moves the clock, and then also flushes and sweeps. */
  start(how?: { readonly timed: boolean }): Promise<void>
  /** Writes the activity that is in memory. */
  stop(): Promise<void>
}

/** On which processes announce the guesses that they counted. */
const limitChannel = 'visitkit_limits'
/** Milliseconds. */
const flushEvery = 10_000
const sweepEvery = 5_000
const originsEvery = 10_000

const endRow = (context: SystemRequestContext, session: Session, reason: EndReason): AccessRow =>
  systemAccess(context, {
    operation: 'identity.end-session',
    action: 'delete',
    entity: 'Session',
    entityId: session.id,
    patientId: null,
    because: reason,
    sessionId: session.id,
    clientId: session.caller.clientId,
    purpose: 'HOPERAT',
  })

/** The report of refused proofs to a security team. */
const refusedRow = (context: SystemRequestContext, clientId: string): AccessRow =>
  systemAccess(context, {
    operation: 'identity.report-refused-proofs',
    entity: 'Login',
    entityId: clientId,
    patientId: null,
    because: 'login',
    clientId,
    purpose: 'HSYSADMIN',
  })

/** Sessions: created by token exchange, limited by policy, ended within seconds. Structured like a domain, but part of the platform. */
export const createIdentity = (options: IdentityOptions): Identity => {
  const { database, unitOfWork, policy, clock, logger, ports } = options
  const onFailure = (what: string, error: unknown): void => logger.error(what, describeError(error))

  const recordEnd = async (session: Session, reason: EndReason, now: Date): Promise<boolean> => {
    const context = systemRequestContext('identity', session.organizationId, now, session.id)
    let ended = false
    const { personId, kind } = session.caller
    await unitOfWork.run(
      {
        domain: 'identity',
        context,
        idempotency: null,
        audit: () => (ended ? [endRow(context, session, reason)] : []),
      },
      async (context) => {
        ended = await recordSessionEnd(
          context,
          { id: session.id, organizationId: session.organizationId, personId, kind },
          reason,
          () => sessions,
        )
      },
    )
    return ended
  }

  const write = async (organizationId: string, written: Write): Promise<void> => {
    const context = systemRequestContext('identity', organizationId, clock())
    await unitOfWork.keep({ domain: 'identity', context, idempotency: null, audit: () => [] }, () => ({
      writes: [written],
      answer: undefined,
    }))
  }

  const limiter = createSharedLimiter({
    own: options.limiter,
    announce: (announcement) => {
      if (options.listenUrl === null) return
      sql`select pg_notify(${limitChannel}, ${announcement})`
        .execute(database.reader({ domain: 'identity', organizationId: '' }))
        .catch((error: unknown) => onFailure('limits_unannounced', error))
    },
  })
  const sessions = new SessionCache({ database, recordEnd, write, onFailure })
  const checkUnproven = createUnprovenQueue()
  const refreshTokens = createRefreshTokens(options.keys)
  const clients = createClientRegistry(database, checkUnproven)
  const regions = createRegions(options.otherRegions ?? [], clients)
  const tokens = createAccessTokens(options.keys, options.publicUrl)
  const tokenCache = new TokenCache()
  const issue = createIssueAccessToken({ tokens, cache: tokenCache, policy })
  const grants = createSessionGrants({
    clients,
    subjects: createSubjectTokens(options.egress),
    unitOfWork,
    sessions,
    issue,
    policy,
    ports,
    acceptInvitation: createAcceptInvitation(ports, limiter),
    refreshTokens,
    limiter,
  })
  const refusedProofs = createRefusedProofs(
    async (client, added) => {
      const { organizationId, clientId } = client
      const context = systemRequestContext('identity', organizationId, clock())
      const { result } = await unitOfWork.run<Refusals | null>(
        {
          domain: 'identity',
          context,
          idempotency: null,
          audit: (reported) => (reported ? [refusedRow(context, clientId)] : []),
        },
        async ({ tx, emit }) => {
          const first = { since: added.since, count: 0, nextReport: policy.refusedProofs.count }
          const stored = await refusedProofStore.lock(tx, client, first)
          const { refusals, isDue } = addRefusals(policy.refusedProofs, stored, added)
          await refusedProofStore.replace(tx, client, refusals)
          if (!isDue) return null
          const { count, since } = refusals
          await emit(events.proofsRefused({ clientId, count, since }))
          return { count, since }
        },
      )
      if (result) logger.warn('proofs_refused', { organizationId, name: clientId, count: result.count })
    },
    (error) => onFailure('refused_proofs_unreported', error),
  )
  const listener =
    options.listenUrl === null
      ? null
      : createNotificationListener({
          url: options.listenUrl,
          channels: {
            [sessionChannel]: (notification) => sessions.receive(notification),
            [limitChannel]: (announcement) => limiter.receive(announcement, clock().getTime()),
          },
          onListening: (isListening) => (sessions.trusted = isListening),
          onFailure,
        })
  const timers: NodeJS.Timeout[] = []

  const every = (milliseconds: number, what: string, run: () => Promise<void> | void): void => {
    let isRunning = false
    const timer = setInterval(() => {
      if (isRunning) return
      isRunning = true
      Promise.resolve()
        .then(run)
        .catch((error: unknown) => onFailure(what, error))
        .finally(() => (isRunning = false))
    }, milliseconds)
    timer.unref()
    timers.push(timer)
  }

  const reactions: readonly BoundReaction[] = onAccessWithdrawnEndSessions(() => sessions)

  return {
    module: {
      name: 'identity',
      accessReason: 'session',
      migrations: identityMigrations,
      operations: [
        exchangeToken({
          clients,
          grants,
          refreshTokens,
          lookUpUnproven: createUnprovenQueue(),
          limiter,
          refusedProofs,
          regions,
        }),
        getSession(sessions, policy.strongSignIn),
        extendSession(sessions, policy.strongSignIn),
        endSession(sessions),
        listSessions(sessions, policy.strongSignIn),
        endSessionById(sessions),
      ],
      ports: {},
      emits: emittedTypes(events),
      reactions,
      live: [],
      recordsOfVisits: null,
      jobs: [deleteEndedSessions(database, () => clients.organizationIds())],
    },
    gate: createSessionGate({ sessions, tokens, tokenCache, checkUnproven, regions, onFailure }),
    regions,
    sessions,
    clients,
    limiter,
    open: async (person, terms) => {
      const session = beginSession(policy, person, terms, clock())
      await write(terms.organizationId, sessionStore.insert(session))
      sessions.add(session)
      const { access_token: accessToken } = await issue(session, clock())
      return { session, accessToken }
    },
    issue: (session) => issue(session, clock()),
    start: async ({ timed } = { timed: true }) => {
      await clients.refreshOrigins()
      await listener?.start()
      if (!timed) return
      every(flushEvery, 'session_flush_failed', () => sessions.flush())
      every(sweepEvery, 'session_sweep_failed', async () => {
        tokenCache.sweep(clock().getTime())
        await sessions.sweep(clock())
      })
      every(originsEvery, 'origins_unread', () => clients.refreshOrigins())
    },
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      limiter.stop()
      await listener?.stop()
      await refusedProofs.settled()
      await sessions.flush()
    },
  }
}
