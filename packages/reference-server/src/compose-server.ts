// Before any module that may use it.
import './platform/install-temporal.ts'
import { join } from 'node:path'
import type Koa from 'koa'
import type { Config } from './config.ts'
import { boundLate } from './composition/bound-late.ts'
import { composeAftercare } from './composition/compose-aftercare.ts'
import { composeLive } from './composition/compose-live.ts'
import { composeVideo } from './composition/compose-video.ts'
import { composePartners } from './composition/compose-partners.ts'
import { composeCare } from './composition/compose-care.ts'
import { refuseDanglingPacks } from './composition/known-to-packs.ts'
import { openPlatform } from './composition/open-platform.ts'
import { createComplianceDomain } from './domains/compliance/index.ts'
import type { ConsentProvides } from './domains/consent/index.ts'
import type { DirectoryProvides } from './domains/directory/index.ts'
import { loadSpecialtyPacks } from './domains/scheduling/index.ts'
import { deploymentSigner } from './platform/audit/deployment-signer.ts'
import type { DomainModule } from './platform/contracts/domain-module.ts'
import type { Platform } from './platform/create-platform.ts'
import { checkEvents } from './platform/events/check-events.ts'
import { createHttpFace, type UndeclaredProblem } from './platform/http/create-http-face.ts'
import { createRateLimiter, unlimitedRates } from './platform/rates/rate-limiter.ts'
import { rateLimits, readPolicies } from './platform/http/read-policies.ts'
import type { Policies } from './platform/http/read-policies.ts'
import { createIdentity } from './platform/identity/create-identity.ts'
import type { Identity } from './platform/identity/create-identity.ts'
import { createPermissions } from './platform/identity/permissions.ts'
import { createReadGate } from './platform/identity/read-gate.ts'
import { loadSigningKeys } from './platform/identity/signing-keys.ts'
import type { Live } from './platform/live/create-live.ts'
import { createLogger } from './platform/logging/logger.ts'
import type { Logger } from './platform/logging/logger.ts'

/** What a test, a bench or the command line may put in place of what the configuration says. */
export interface Overrides {
  readonly clock?: () => Date
  readonly logger?: Logger
  readonly policies?: Partial<Policies>
  /** False: for benches that send everything from a few sessions. */
  readonly limitsRates?: boolean
  /** Told of refusals that the contract does not name for their operation. */
  readonly onUndeclared?: UndeclaredProblem
}

export interface ComposedServer {
  /** Starts delivering, sealing and answering. */
  listen(): Promise<{ readonly port: number; readonly url: string }>
  /** Refuses new requests, lets those under way finish, and leaves everything written down. */
  close(): Promise<void>
  readonly app: Koa
  readonly platform: Platform
  readonly identity: Identity
  readonly live: Live
  readonly modules: readonly DomainModule[]
  readonly directory: DirectoryProvides
  readonly consent: ConsentProvides
}

/**
 * Knows every domain and every adapter, with what lies in composition/. Reading order is start order: the platform, then the domains along
 * the patient's journey, each handed what it needs from those before it, then the face towards HTTP.
 */
export const composeServer = async (config: Config, overrides: Overrides = {}): Promise<ComposedServer> => {
  const clock = overrides.clock ?? ((): Date => new Date())
  const logger = overrides.logger ?? createLogger({ level: config.logLevel })
  const policies: Policies = { ...readPolicies(), ...overrides.policies }
  const permissions = createPermissions(policies.permissions)
  const tokenKeys = await loadSigningKeys(join(config.keyFolder, 'token-keys.json'), config.mode === 'development')

  const platform = await openPlatform(config, clock, logger)

  try {
    const { database, vault, unitOfWork, ledger } = platform

    const video = composeVideo(config, clock, logger)
    const signer = await deploymentSigner(config.keyFolder)
    const specialties = loadSpecialtyPacks(clock().toISOString().slice(0, 10))
    await refuseDanglingPacks(specialties, clock())

    // Identity asks the directory who signs in, and the directory asks identity what an application is called. Visits send over the live
    // stream, which asks visits who may.
    const directoryLate = boundLate<DirectoryProvides>('the directory')
    const liveLate = boundLate<Live>('the live stream')

    const identity = createIdentity({
      database,
      unitOfWork,
      policy: policies.sessions,
      keys: tokenKeys,
      publicUrl: config.publicUrl,
      newsUrl: database.engine === 'postgres' ? (config.databaseAppUrl ?? config.databaseUrl) : null,
      clock,
      logger,
      ports: {
        resolvePerson: (organizationId, issuer, subject, now) =>
          directoryLate.get().resolvePerson(organizationId, issuer, subject, now),
        resolveAgain: (organizationId, person, now) => directoryLate.get().resolveAgain(organizationId, person, now),
        acceptInvitation: (reading, identified, secret) =>
          directoryLate.get().acceptInvitation(reading, identified, secret),
      },
      limiter: overrides.limitsRates === false ? unlimitedRates : createRateLimiter(rateLimits(policies.rates)),
    })

    const care = await composeCare({
      database,
      vault,
      unitOfWork,
      config,
      video,
      signer,
      specialties,
      permissions,
      identity,
      live: liveLate,
    })
    const { directory, consent, visits } = care.provides
    directoryLate.bind(directory)

    const reads = createReadGate({
      permissions,
      proxyAccessOf: ({ organizationId, personId }) => directory.proxyAccessOf(organizationId, personId),
      clock,
    })

    const aftercare = await composeAftercare({
      database,
      vault,
      unitOfWork,
      config,
      clock,
      partners: await composePartners(config, clock, logger),
      signer,
      specialties,
      portalOf: identity.clients.portalOf,
      reads,
      upstream: care.provides,
    })

    const compliance = createComplianceDomain({
      ports: {
        directory,
        settleAccesses: () => ledger.settle(),
        clientNames: ({ caller }, clientIds) => identity.clients.namesOf(caller.organizationId, clientIds),
      },
    })

    const modules = [...care.modules, ...aftercare.modules, compliance.module]
    const subscribing = [identity.module, ...modules]
    checkEvents(subscribing)
    await platform.migrate(subscribing.flatMap(({ migrations }) => migrations))

    const live = composeLive({ database, config, modules, identity, reads, visits, tokenKeys, clock, logger })
    liveLate.bind(live)

    const face = createHttpFace({
      database,
      vault,
      ledger,
      unitOfWork,
      clock,
      logger,
      identity,
      live,
      modules: [identity.module, live.module, ...modules],
      policies,
      behindTls: config.publicUrl.startsWith('https:'),
      maxInFlight: config.maxInFlight,
      trustedProxies: config.trustedProxies,
      logRequests: config.logRequests,
      limitsRates: overrides.limitsRates ?? true,
      ...(overrides.onUndeclared && { onUndeclared: overrides.onUndeclared }),
      ready: () => database.ping(),
    })

    for (const module of subscribing) platform.relay.subscribe(module)
    platform.jobs.add(subscribing.flatMap((module) => module.jobs))
    const stopHearing = platform.relay.onDelivered((event) => live.hub.publishEvent(event))

    return {
      app: face.app,
      platform,
      identity,
      live,
      modules,
      directory,
      consent,
      listen: async () => {
        await platform.start()
        await identity.start()
        await aftercare.results?.listen()
        return face.listen(config.port, config.host)
      },
      close: async () => {
        await aftercare.results?.close()
        await face.close(config.drainSeconds * 1_000)
        stopHearing()
        await identity.stop()
        await platform.stop()
      },
    }
  } catch (error) {
    await platform.stop()
    throw error
  }
}
