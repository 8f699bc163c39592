import { transmissionQueue } from '../../partners/transmission-write.ts'
import { createPermissions } from '../../identity/permissions.ts'
import type { ProxyAccess } from '../../identity/proxy-access.ts'
import { createReadGate } from '../../identity/read-gate.ts'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLedger } from '../../audit/ledger.ts'
import { nothingSensitive } from '../../sensitive/nothing-sensitive.testing.ts'
import { everyoneTogether } from '../../care/everyone-together.testing.ts'
import { newId } from '../../database/ids/new-id.ts'
import type { PlatformDatabase } from '../../database/open/open-database.ts'
import { createTestDatabase, type TestDatabase } from '../../database/tests/create-test-database.testing.ts'
import { createUnitOfWork } from '../../database/unit-of-work/unit-of-work.ts'
import { createIdentity } from '../../identity/create-identity.ts'
import type { IdentityPorts } from '../../identity/identity-ports.ts'
import { generateSigningKeys } from '../../identity/signing-keys.ts'
import { runForOrganization } from '../../system/run-for-organization.ts'
import { createLive, type Live } from '../../live/create-live.ts'
import type { DeliveredUpdate } from '../../live/live-hub.ts'
import type { SignalPort } from '../../live/live-socket.ts'
import { createLogger } from '../../logging/logger.ts'
import type { Ledger } from '../../contracts/ledger.ts'
import type { UnitOfWork } from '../../contracts/unit-of-work.ts'
import { createVault } from '../../vault/create-vault.ts'
import { loadFileKeyProvider } from '../../vault/file-key-provider.ts'
import { createHttpServer } from '../create-http-server.ts'
import { readContract } from '../contract.ts'
import { Problem } from '../../problems/problem.ts'
import { readPolicies, type Policies, rateLimits } from '../read-policies.ts'
import { createRateLimiter, unlimitedRates } from '../../rates/rate-limiter.ts'
import { firstRoleOf } from '../../identity/first-role-of.ts'
import { deliverEvents } from './deliver-events.ts'
import { readAccessRows } from './read-access-rows.ts'
import { registerPortal, signInAt } from './sign-in.ts'
import { createTestClient } from './http-client.testing.ts'
import { createTestClock } from './clock.testing.ts'
import type { TestPlatform, TestServer, TestServerOptions } from './server.testing.ts'
import { undeclaredProblems } from './undeclared-problems.ts'
import { anyEgress } from '../../egress/any-host.testing.ts'

export type { TestResponse } from './http-client.testing.ts'
export type { SignedInClient, TestServer, TestServerOptions } from './server.testing.ts'

/** The sessions of this server may act for a patient in everything, or not at all. */
const everythingFor = (patientId: string): ProxyAccess => ({
  patientId,
  scope: ['schedule', 'visit', 'record'],
  from: new Date(0),
  until: null,
})

const noPerson: IdentityPorts = {
  resolvePerson: async () => null,
  refreshPerson: async (_organizationId, person) => ({
    ...person,
    roles: [firstRoleOf({ roles: [], kind: person.kind })],
    patientIds: [],
    practitionerId: null,
  }),
  acceptInvitation: async () => null,
  redeemGuestCode: () => Promise.reject(new Error('There are no guests.')),
}

const noSignals: SignalPort = async () => {
  throw new Problem(404, 'not_found', 'There is no room here.')
}

/** An open embedded database keeps the test process alive, so a failed start closes it. */
const orClose = async <T>(test: TestDatabase, make: () => T): Promise<T> => {
  try {
    return make()
  } catch (error) {
    await test.close()
    throw error
  }
}

/** A server on a real engine and a real port, with the complete platform and the domains under test. */
export const startTestServer = async (options: TestServerOptions): Promise<TestServer> => {
  const clock = createTestClock(options.now ?? new Date())
  const policies: Policies = { ...readPolicies(), ...options.policies }
  const logger = createLogger({
    level: options.onLog === undefined ? 'silent' : 'debug',
    ...(options.onLog === undefined ? {} : { destination: { write: options.onLog } }),
  })
  const keyFolder = await mkdtemp(join(tmpdir(), 'visitkit-keys-'))
  const vault = createVault(await loadFileKeyProvider(keyFolder))

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
    egress: anyEgress,
    database: platform.database,
    unitOfWork: platform.unitOfWork,
    policy: policies.sessions,
    keys: await generateSigningKeys(),
    publicUrl: 'https://visitkit.example',
    listenUrl: null,
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
    transmissions: transmissionQueue(vault),
    onEvents: () => undefined,
  })
  live = createLive({
    rules: modules.flatMap((module) => module.live),
    reads: createReadGate({
      permissions: createPermissions(policies.permissions),
      proxyAccessOf: async ({ patientIds }) => patientIds.map(everythingFor),
      care: options.care ?? everyoneTogether,
      sensitive: nothingSensitive,
      clock: clock.now,
    }),
    sessions: identity.sessions,
    database: platform.database,
    ticketKey: Buffer.from(randomUUID()),
    signal: options.signal ?? noSignals,
    clock: clock.now,
    logger,
    maxSockets: 1_000,
  })
  const delivered: DeliveredUpdate[] = []
  live.hub.observe((each) => delivered.push(each))
  // A sweep between two moves of the clock would end sessions that the test still needs.
  await identity.start({ timed: false })
  const undeclared = undeclaredProblems()
  const httpServer = await orClose(test, () =>
    createHttpServer({
      ...platform,
      logger,
      identity,
      live,
      care: options.care ?? everyoneTogether,
      sensitive: nothingSensitive,
      // A contract of the test does not have the platform's operations.
      modules: options.contract === undefined ? [identity.module, live.module, ...modules] : modules,
      policies,
      contract: options.contract ?? readContract(),
      partial: true,
      behindTls: true,
      maxInFlight: options.maxInFlight ?? 256,
      trustedProxies: options.trustedProxies ?? 0,
      logRequests: 'all',
      onUndeclared: undeclared.note,
      ready: () => test.database.ping(),
    }),
  )
  const { url } = await httpServer.listen(0, '127.0.0.1')

  const organizationId = newId()
  const portal = await registerPortal(identity, organizationId)

  return {
    url,
    organizationId,
    portal,
    platform,
    identity,
    httpServer,
    clock,
    as: signInAt({ url, identity, clock, organizationId, clientId: portal.clientId }),
    anonymous: () => createTestClient({ url, accessToken: null, origin: null }),
    keep: (domain, run, inOrganization = organizationId) =>
      runForOrganization(platform.unitOfWork, domain, 'test')(inOrganization, clock.now(), run),
    settle: deliverEvents({
      database: test.database,
      unitOfWork,
      vault,
      clock: clock.now,
      consumers: [identity.module, ...modules],
      hub: live.hub,
    }),
    live: { hub: live.hub, delivered },
    accessRows: (only) => readAccessRows(test.database, only),
    stop: async () => {
      await httpServer.close(2_000)
      await identity.stop()
      await platformLedger.stop()
      await test.close()
      await rm(keyFolder, { recursive: true, force: true })
      undeclared.requireNone()
    },
  }
}
