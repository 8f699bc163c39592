import { hkdfSync } from 'node:crypto'
import { join } from 'node:path'
import type Koa from 'koa'
import type { Config } from './config.ts'
import { composeAftercare } from './compose-aftercare.ts'
import { composePartners } from './compose-partners.ts'
import type { DomainModule } from './domain-module.ts'
import { createComplianceDomain } from './domains/compliance/index.ts'
import { createConsentDomain, loadConsentPack } from './domains/consent/index.ts'
import type { ConsentProvides } from './domains/consent/index.ts'
import { createDirectoryDomain } from './domains/directory/index.ts'
import type { DirectoryProvides } from './domains/directory/index.ts'
import { createIntakeDomain, loadQuestionnaires } from './domains/intake/index.ts'
import { createSchedulingDomain, loadSpecialtyPacks } from './domains/scheduling/index.ts'
import { createVisitsDomain, loadVisitsPolicy } from './domains/visits/index.ts'
import { deploymentSigner } from './platform/audit/deployment-signer.ts'
import { refuseDanglingPacks } from './known-to-packs.ts'
import { createCareRegister, type CareRegister } from './platform/care/care-register.ts'
import { createPlatform } from './platform/create-platform.ts'
import type { Platform } from './platform/create-platform.ts'
import { migrate } from './platform/database/migrate.ts'
import { createHttpFace } from './platform/http/create-http-face.ts'
import { readPolicies } from './platform/http/read-policies.ts'
import type { Policies } from './platform/http/read-policies.ts'
import { createIdentity } from './platform/identity/create-identity.ts'
import type { Identity } from './platform/identity/create-identity.ts'
import { createPermissions } from './platform/identity/permissions.ts'
import { loadSigningKeys } from './platform/identity/signing-keys.ts'
import type { SigningKeys } from './platform/identity/signing-keys.ts'
import { createLive } from './platform/live/create-live.ts'
import type { Live } from './platform/live/create-live.ts'
import { createLogger } from './platform/logging/logger.ts'
import type { Logger } from './platform/logging/logger.ts'
import { videoProviders } from './vendors/video/video-providers.ts'
import { requireVendorAgreement } from './vendors/vendor-agreement.ts'
import { gateVendor } from './vendors/video/vendor-gate.ts'

/** What a test, a bench or the command line may put in place of what the configuration says. */
export interface Overrides {
  readonly clock?: () => Date
  readonly logger?: Logger
  readonly policies?: Partial<Policies>
  /** False: for benches that send everything from a few sessions. */
  readonly limitsRates?: boolean
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
  readonly care: CareRegister
  readonly modules: readonly DomainModule[]
  readonly directory: DirectoryProvides
  readonly consent: ConsentProvides
}

/**
 * The only place that knows every domain and every adapter, with compose-aftercare.ts and compose-partners.ts. Reading order is start order: the platform, then the domains along the
 * patient's journey, each handed what it needs from those before it, then the face towards HTTP.
 */
export const composeServer = async (config: Config, overrides: Overrides = {}): Promise<ComposedServer> => {
  const clock = overrides.clock ?? ((): Date => new Date())
  const logger = overrides.logger ?? createLogger({ level: config.logLevel })
  const policies: Policies = { ...readPolicies(), ...overrides.policies }
  const permissions = createPermissions(policies.permissions)
  const tokenKeys = await loadSigningKeys(join(config.keyFolder, 'token-keys.json'), config.mode === 'development')

  const platform = await createPlatform({
    databaseUrl: config.databaseUrl,
    ...(config.databaseAppUrl === null ? {} : { databaseAppUrl: config.databaseAppUrl }),
    poolSize: config.databaseConnections,
    keyFolder: config.keyFolder,
    ...(config.databaseUrl.startsWith('pglite:') && config.databaseUrl !== 'pglite:memory'
      ? { journalFile: join(config.dataFolder, 'audit.journal') }
      : {}),
    checkpointFile: config.checkpointFile,
    clock,
    log: logger,
    // Of the domains below, once they are made: they need the database to be made.
    migrations: [],
  })

  try {
    const { database, vault, unitOfWork, ledger } = platform

    const providers = videoProviders(config)
    const signer = await deploymentSigner(config.keyFolder)
    const specialties = loadSpecialtyPacks(clock().toISOString().slice(0, 10))
    await refuseDanglingPacks(specialties, clock())

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
          directory.provides.resolvePerson(organizationId, issuer, subject, now),
        resolveAgain: (organizationId, person, now) => directory.provides.resolveAgain(organizationId, person, now),
      },
    })

    const directory = createDirectoryDomain({
      database,
      vault,
      unitOfWork,
      ports: {
        permissionsOf: ({ roles }) => permissions.permissionsOf(roles),
        clientName: async ({ caller }, clientId) =>
          (await identity.clients.namesOf(caller.organizationId, [clientId])).get(clientId) ?? clientId,
        requireVideoVendor: async (vendor, region, now) => {
          const provider = providers.get(vendor)
          // A vendor that this deployment does not have is refused like one without an agreement.
          const agreements = provider === undefined ? [] : config.vendorAgreements
          if (provider?.thirdParty !== false) requireVendorAgreement({ vendor, region, agreements, now })
        },
        carePolicy: policies.care,
      },
    })

    const consent = createConsentDomain({
      database,
      ports: { directory: directory.provides, signer },
      pack: await loadConsentPack(),
    })

    const scheduling = createSchedulingDomain({
      database,
      unitOfWork,
      ports: { directory: directory.provides, organizationIds: directory.provides.organizationIds },
      specialties,
    })

    const intake = createIntakeDomain({
      database,
      ports: { scheduling: scheduling.provides, directory: directory.provides },
      questionnaires: await loadQuestionnaires(),
    })

    const visits = createVisitsDomain({
      database,
      unitOfWork,
      ports: {
        scheduling: scheduling.provides,
        directory: directory.provides,
        consent: consent.provides,
        intake: intake.provides,
        video: {
          // An organization is served in the region of its deployment and in no other.
          providerOf: async (_organizationId, vendor) => {
            const provider = providers.get(vendor)
            return provider === undefined
              ? null
              : gateVendor(provider, async () => ({
                  region: config.region,
                  agreements: config.vendorAgreements,
                  now: clock(),
                }))
          },
        },
        signals: { send: (signal) => live.hub.signal(signal) },
      },
      policy: await loadVisitsPolicy(),
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
      upstream: {
        directory: directory.provides,
        consent: consent.provides,
        scheduling: scheduling.provides,
        intake: intake.provides,
        visits: visits.provides,
      },
    })

    const compliance = createComplianceDomain({
      ports: {
        directory: directory.provides,
        settleAccesses: () => ledger.settle(),
        clientNames: ({ caller }, clientIds) => identity.clients.namesOf(caller.organizationId, clientIds),
      },
    })

    const modules = [
      ...[directory, consent, scheduling, intake, visits].map(({ module }) => module),
      ...aftercare.modules,
      compliance.module,
    ]
    await migrate(
      database,
      [identity.module, ...modules].flatMap(({ migrations }) => migrations),
    )

    const live = createLive({
      rules: modules.flatMap((module) => module.live),
      book: identity.book,
      database,
      ticketKey: ticketKeyFrom(tokenKeys),
      signal: visits.provides.deliverSignal,
      clock,
      logger,
      maxSockets: config.maxSockets,
    })

    // Asked in the order in which most patients are accounted for.
    const care = createCareRegister(
      {
        circleOf: directory.provides.circleOf,
        carersOf: [scheduling.provides.carersOf, visits.provides.carersOf, ...aftercare.carersOf],
      },
      policies.care,
    )
    platform.onCommitted(care.invalidate)
    platform.relay.onDelivered(care.invalidate)

    const face = createHttpFace({
      database,
      vault,
      ledger,
      unitOfWork,
      clock,
      logger,
      identity,
      live,
      care,
      modules: [identity.module, live.module, ...modules],
      policies,
      behindTls: config.publicUrl.startsWith('https:'),
      maxInFlight: config.maxInFlight,
      trustedProxies: config.trustedProxies,
      logRequests: config.logRequests,
      limitsRates: overrides.limitsRates ?? true,
      ready: () => database.ping(),
    })

    for (const module of [identity.module, ...modules]) platform.relay.subscribe(module)
    platform.jobs.add([identity.module, ...modules].flatMap((module) => module.jobs))
    const stopHearing = platform.relay.onDelivered((event) => live.hub.hear(event))

    return {
      app: face.app,
      platform,
      identity,
      live,
      care,
      modules,
      directory: directory.provides,
      consent: consent.provides,
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

/** Derived, so that every process that shares the token keys takes the others' tickets. */
const ticketKeyFrom = ({ privateKey }: SigningKeys): Uint8Array => {
  const { d = '' } = privateKey.export({ format: 'jwk' })
  return new Uint8Array(hkdfSync('sha256', Buffer.from(d, 'base64url'), '', 'visitkit live tickets', 32))
}
