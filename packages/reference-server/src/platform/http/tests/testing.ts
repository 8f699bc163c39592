import { createPermissions } from '../../identity/permissions.ts'
import { createReadGate, type ProxyAccess } from '../../identity/read-gate.ts'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { selectAccesses } from '../../audit/access-columns.ts'
import { createLedger } from '../../audit/ledger.ts'
import { newId } from '../../database/ids/new-id.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
import { createTestDatabase, type TestDatabase } from '../../database/tests/testing.ts'
import { createUnitOfWork } from '../../database/unit-of-work/unit-of-work.ts'
import { createConsumeOnce } from '../../events/consume-once.ts'
import { outboxStart, readOutbox } from '../../events/read-outbox.ts'
import { createIdentity } from '../../identity/create-identity.ts'
import type { IdentityPorts } from '../../identity/identity-ports.ts'
import { generateSigningKeys } from '../../identity/signing-keys.ts'
import { runForOrganization } from '../../system/run-for-organization.ts'
import { createLive, type Live } from '../../live/create-live.ts'
import type { Delivered } from '../../live/live-hub.ts'
import type { SignalPort } from '../../live/live-socket.ts'
import { createLogger } from '../../logging/logger.ts'
import type { AccessRow, Ledger } from '../../contracts/ledger.ts'
import type { CallerKind } from '../../contracts/caller.ts'
import type { UnitOfWork } from '../../contracts/unit-of-work.ts'
import { createVault } from '../../vault/create-vault.ts'
import { openFileKeyProvider } from '../../vault/file-key-provider.ts'
import { createHttpFace } from '../create-http-face.ts'
import { readContract, type Contract } from '../contract.ts'
import { Problem } from '../../problems/problem.ts'
import { readPolicies, type Policies, rateLimits } from '../read-policies.ts'
import { createRateLimiter, unlimitedRates } from '../../rates/rate-limiter.ts'
import { firstRoleOf } from '../../identity/first-role-of.ts'
import type { ActorRole } from '../../contracts/caller.ts'
import { createTestClient } from './test-client.ts'
import { createTestClock } from './test-clock.ts'
import type { TestPlatform, TestServer, TestServerOptions } from './test-server.ts'
import { undeclaredProblems } from './undeclared-problems.ts'

export type { TestAnswer } from './test-client.ts'
export type { SignedInClient, TestPlatform, TestServer, TestServerOptions } from './test-server.ts'

const portalOrigin = 'https://portal.lakeside.example'

/** Read once: nobody changes it, and most of what a server needs to start is the time to parse it. */
let released: Contract | null = null

const kindOf = (roles: readonly string[]): Exclude<CallerKind, 'system'> => {
  const [first = 'member'] = roles
  return first === 'patient' || first === 'proxy' || first === 'service' ? first : 'member'
}

/** The sessions of this server may act for a patient in everything, or not at all. */
const everythingFor = (patientId: string): ProxyAccess => ({
  patientId,
  scope: ['schedule', 'visit', 'record'],
  from: new Date(0),
  until: null,
})

const noPerson: IdentityPorts = {
  resolvePerson: async () => null,
  resolveAgain: async (_organizationId, person) => ({
    ...person,
    roles: [firstRoleOf({ roles: [], kind: person.kind })],
    patientIds: [],
    practitionerId: null,
  }),
  acceptInvitation: async () => null,
}

const noSignals: SignalPort = async () => {
  throw new Problem(404, 'not_found', 'There is no room here.')
}

/** An embedded database that stays open keeps the test process alive, so a start that fails closes it. */
const orClose = async <T>(test: TestDatabase, make: () => T): Promise<T> => {
  try {
    return make()
  } catch (error) {
    await test.close()
    throw error
  }
}

/** A server on a real engine and a real port, with the platform whole and whichever domains are under test. */
export const startTestServer = async (options: TestServerOptions): Promise<TestServer> => {
  const clock = createTestClock(options.now ?? new Date())
  const policies: Policies = { ...readPolicies(), ...options.policies }
  const logger = createLogger({
    level: options.onLog === undefined ? 'silent' : 'debug',
    ...(options.onLog === undefined ? {} : { destination: { write: options.onLog } }),
  })
  const keyFolder = await mkdtemp(join(tmpdir(), 'visitkit-keys-'))
  const vault = createVault(await openFileKeyProvider(keyFolder))

  // Migrations are needed before there is a database, and factories need a database: the first call only lists migrations.
  let opened: PlatformDatabase | null = null
  const late = <T extends object>(what: string, get: () => T | null): T =>
    new Proxy({} as T, {
      get: (_target, name) => {
        const value = get()
        if (value === null)
          throw new Error(`${what} is not there yet: use it in handlers, not while the domain is made.`)
        const property = Reflect.get(value, name) as unknown
        return typeof property === 'function' ? property.bind(value) : property
      },
    })
  let unitOfWork: UnitOfWork | null = null
  let ledger: Ledger | null = null
  let live: Live | null = null
  const platform: TestPlatform = {
    database: late('The database', () => opened),
    vault,
    ledger: late('The ledger', () => ledger),
    unitOfWork: late('The unit of work', () => unitOfWork),
    clock: clock.now,
    signal: (signal) => live?.hub.signal(signal),
  }
  const modules = (options.modules?.(platform) ?? []).map((each) => ('module' in each ? each.module : each))
  const identity = createIdentity({
    database: platform.database,
    unitOfWork: platform.unitOfWork,
    policy: policies.sessions,
    keys: await generateSigningKeys(),
    publicUrl: 'https://visitkit.example',
    newsUrl: null,
    clock: clock.now,
    logger,
    ports: options.identityPorts ?? noPerson,
    limiter: options.limitsRates === true ? createRateLimiter(rateLimits(policies.rates)) : unlimitedRates,
  })
  const test = await createTestDatabase({
    engine: options.engine,
    migrations: [...identity.module.migrations, ...modules.flatMap((module) => module.migrations)],
  })
  opened = test.database
  const platformLedger = createLedger({ database: test.database, journal: null, log: logger })
  ledger = options.wrapLedger?.(platformLedger) ?? platformLedger
  unitOfWork = createUnitOfWork({
    database: test.database,
    vault,
    ledger: { ...platformLedger, ...ledger },
    onEvents: () => undefined,
  })
  live = createLive({
    rules: modules.flatMap((module) => module.live),
    reads: createReadGate({
      permissions: createPermissions(policies.permissions),
      proxyAccessOf: async ({ patientIds }) => patientIds.map(everythingFor),
      clock: clock.now,
    }),
    book: identity.book,
    database: platform.database,
    ticketKey: Buffer.from(randomUUID()),
    signal: options.signal ?? noSignals,
    clock: clock.now,
    logger,
    maxSockets: 1_000,
  })
  const delivered: Delivered[] = []
  live.hub.observe((each) => delivered.push(each))
  // A sweep that falls between two moves of the clock would end sessions that the test still needs.
  await identity.start({ timed: false })
  const undeclared = undeclaredProblems()
  const face = await orClose(test, () =>
    createHttpFace({
      ...platform,
      logger,
      identity,
      live,
      // A contract of the test's own does not know the platform's operations.
      modules: options.contract === undefined ? [identity.module, live.module, ...modules] : modules,
      policies,
      contract: options.contract ?? (released ??= readContract()),
      partial: true,
      behindTls: true,
      maxInFlight: options.maxInFlight ?? 256,
      trustedProxies: 0,
      logRequests: 'all',
      limitsRates: options.limitsRates ?? false,
      onUndeclared: undeclared.note,
      ready: () => test.database.ping(),
    }),
  )
  const { url } = await face.listen(0, '127.0.0.1')

  const organizationId = newId()
  const clientId = `portal-${newId()}`
  const { secret } = await identity.clients.register({
    organizationId,
    clientId,
    name: 'Lakeside portal',
    grants: ['token-exchange', 'refresh_token'],
    origins: [portalOrigin],
  })

  const consumeOnce = createConsumeOnce({ database: test.database, unitOfWork, vault, clock: clock.now })
  let position = outboxStart

  return {
    url,
    organizationId,
    portal: { origin: portalOrigin, clientId, clientSecret: secret },
    platform,
    identity,
    face,
    clock,
    as: async (role, person = {}) => {
      const roles = typeof role === 'string' ? [role] : role
      const kind = person.kind ?? kindOf(roles)
      const personId = person.personId ?? newId()
      const origin = person.origin === undefined ? (kind === 'service' ? null : portalOrigin) : person.origin
      const { session, accessToken } = await identity.open(
        {
          kind,
          personId,
          // A test may use a role that the contract does not have.
          roles: roles as readonly ActorRole[],
          patientIds: person.patientIds ?? (kind === 'patient' ? [personId] : []),
          practitionerId: person.practitionerId ?? null,
        },
        {
          organizationId: person.organizationId ?? organizationId,
          clientId,
          origin,
          authenticatedAt: person.authenticatedAt ?? clock.now(),
        },
      )
      const freshToken = (): Promise<string> => identity.issue(session).then((issued) => issued.access_token)
      return {
        ...createTestClient({ url, accessToken: freshToken, origin }),
        session,
        caller: session.caller,
        accessToken,
      }
    },
    anonymous: () => createTestClient({ url, accessToken: null, origin: null }),
    keep: (domain, run, inOrganization = organizationId) =>
      runForOrganization(platform.unitOfWork, domain, 'test')(inOrganization, clock.now(), run),
    settle: async () => {
      const consumers = [identity.module, ...modules]
      for (;;) {
        const page = await readOutbox(test.database.readerAcross('platform'), position, null, 100)
        for (const { event } of page.events) {
          for (const domain of consumers)
            for (const reaction of domain.reactions)
              if (reaction.events.includes(event.type)) await consumeOnce(domain, reaction, [event])
          live.hub.publishEvent(event)
        }
        position = page.events.at(-1) ?? position
        if (page.events.length === 0 && !page.unsettled) return
      }
    },
    live: { hub: live.hub, delivered },
    accessRows: async ({ patientId, operation } = {}) => {
      const { rows } = await sql<AccessRow>`
        select ${sql.raw(selectAccesses)} from audit.accesses as accesses
        where ${patientId === undefined ? sql`true` : sql`patient_id = ${patientId}`}
          and ${operation === undefined ? sql`true` : sql`operation = ${operation}`}
        order by accesses.id`.execute(test.database.readerAcross('audit'))
      return rows
    },
    stop: async () => {
      await face.close(2_000)
      await identity.stop()
      await platformLedger.stop()
      await test.close()
      await rm(keyFolder, { recursive: true, force: true })
      undeclared.requireNone()
    },
  }
}
