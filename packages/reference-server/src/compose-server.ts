// Must come before every module that may use it.
import './platform/install-temporal.ts'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { lateBinding } from './composition/late-binding.ts'
import { composeAftercare } from './composition/compose-aftercare.ts'
import { composeCompliance } from './composition/compose-compliance.ts'
import { composeEgress } from './composition/compose-egress.ts'
import { composeIdentityPorts } from './composition/compose-identity-ports.ts'
import { composeLive } from './composition/compose-live.ts'
import { composeVideo } from './composition/compose-video.ts'
import { composePartners } from './composition/compose-partners.ts'
import { composeSensitive } from './composition/compose-sensitive.ts'
import { composeCare } from './composition/compose-care.ts'
import { requirePackReferences } from './composition/pack-references.ts'
import { openPlatform } from './composition/open-platform.ts'
import type { ComplianceProvides } from './domains/compliance/index.ts'
import { createObligationsDomain, loadObligationPolicy, type ObligationProvides } from './domains/obligations/index.ts'
import { createRightsDomain, type RightsProvides } from './domains/rights/index.ts'
import { storeDowntimeLists } from './composition/downtime/store-downtime-lists.ts'
import type { DirectoryProvides } from './domains/directory/index.ts'
import type { BillingProvides } from './domains/billing/index.ts'
import type { VisitsProvides } from './domains/visits/index.ts'
import { loadSpecialtyPacks } from './domains/scheduling/index.ts'
import { deploymentSigner } from './platform/audit/deployment-signer.ts'
import type { SensitiveRegister } from './platform/sensitive/sensitive-register.ts'
import { createCareRegister, type CareRegister } from './platform/care/care-register.ts'
import { endAll } from './platform/end-all.ts'
import type { CallerReads } from './platform/contracts/caller-reads.ts'
import { requireConsistentEvents } from './platform/events/require-consistent-events.ts'
import { createCallerReads } from './platform/http/create-caller-reads.ts'
import { createHttpServer } from './platform/http/create-http-server.ts'
import { createRateLimiter, unlimitedRates } from './platform/rates/rate-limiter.ts'
import { rateLimits, readPolicies } from './platform/http/read-policies.ts'
import type { Policies } from './platform/http/read-policies.ts'
import { createIdentity } from './platform/identity/create-identity.ts'
import { createReadiness } from './platform/readiness.ts'
import { createPermissions } from './platform/identity/permissions.ts'
import { createReadGate } from './platform/identity/read-gate.ts'
import { loadSigningKeys } from './platform/identity/signing-keys.ts'
import { createHeavyWork } from './platform/heavy/heavy-work.ts'
import type { Live } from './platform/live/create-live.ts'
import { createLogger } from './platform/logging/logger.ts'
import type { ComposedServer, Overrides } from './composition/composed-server.ts'

export type { ComposedServer, Overrides } from './composition/composed-server.ts'

/**
 * Together with composition/, the only code that imports every domain and adapter. It reads in the order of start: the platform,
 * the domains along the patient's journey, each with the ports of those before it, then the HTTP server.
 */
export const composeServer = async (config: Config, overrides: Overrides = {}): Promise<ComposedServer> => {
  const clock = overrides.clock ?? ((): Date => new Date())
  const logger = overrides.logger ?? createLogger({ level: config.logLevel })
  const policies: Policies = { ...readPolicies(), ...overrides.policies }
  const permissions = createPermissions(policies.permissions)
  const tokenKeys = await loadSigningKeys(join(config.keyFolder, 'token-keys.json'), config.mode === 'development')

  const egress = composeEgress(config, logger, overrides.resolve)
  const platform = await openPlatform(config, clock, logger, egress)

  try {
    const { database, vault, unitOfWork, ledger } = platform

    const packs = overrides.packs ?? {}
    const video = composeVideo(config, clock, logger, egress, packs.capabilities)
    const signer = await deploymentSigner(config.keyFolder)
    const specialties = packs.specialties ?? loadSpecialtyPacks(clock().toISOString().slice(0, 10))
    await requirePackReferences(specialties, clock())

    // Cycles: the PDF of a note has what the patient said about it; identity resolves people through the directory, which reads client names
    // from identity, guests through visits, and training through obligations; visits publish to the live stream, which asks visits for
    // permission.
    const directoryLate = lateBinding<DirectoryProvides>('the directory')
    const visitsLate = lateBinding<VisitsProvides>('visits')
    const billingLate = lateBinding<Pick<BillingProvides, 'payerKindOf'>>('billing')
    const obligationsLate = lateBinding<ObligationProvides>('obligations')
    const rightsLate = lateBinding<RightsProvides>('rights')
    const complianceLate = lateBinding<ComplianceProvides>('compliance')
    const liveLate = lateBinding<Live>('the live stream')
    // Domains that are composed later also provide care participants.
    const registerLate = lateBinding<CareRegister>('the care register')
    const sensitiveLate = lateBinding<SensitiveRegister>('the register of sensitive visits')

    const identity = createIdentity({
      database,
      unitOfWork,
      policy: policies.sessions,
      keys: tokenKeys,
      publicUrl: config.publicUrl,
      listenUrl: database.engine === 'postgres' ? (config.databaseAppUrl ?? config.databaseUrl) : null,
      clock,
      logger,
      egress,
      otherRegions: config.otherRegions,
      ports: composeIdentityPorts({ directory: directoryLate, visits: visitsLate, obligations: obligationsLate }),
      limiter: overrides.limitsRates === false ? unlimitedRates : createRateLimiter(rateLimits(policies.rates)),
    })

    const heavyWork = createHeavyWork({ threads: config.heavyThreads, policy: policies.heavyWork, logger })
    const care = await composeCare({
      database,
      vault,
      unitOfWork,
      config,
      video,
      signer,
      specialties,
      schedulingPolicy: packs.schedulingPolicy,
      consentPack: packs.consent,
      permissions,
      carePolicy: policies.care,
      identity,
      live: liveLate,
      register: registerLate,
      payers: billingLate,
      heavyWork,
    })
    const { directory, scheduling, visits } = care.provides
    directoryLate.bind(directory)
    visitsLate.bind(visits)

    const reads = createReadGate({
      permissions,
      proxyAccessOf: ({ organizationId, personId }) => directory.proxyAccessOf(organizationId, personId),
      care: {
        knownCircle: (caller) => registerLate.get().knownCircle(caller),
        readCircle: (caller, now) => registerLate.get().readCircle(caller, now),
        readParticipants: (...asked) => registerLate.get().readParticipants(...asked),
      },
      sensitive: {
        concerns: (...asked) => sensitiveLate.get().concerns(...asked),
        withheldFrom: (...asked) => sensitiveLate.get().withheldFrom(...asked),
        isSensitive: (...asked) => sensitiveLate.get().isSensitive(...asked),
      },
      clock,
    })

    const partners = await composePartners(config, clock, logger, egress, overrides.resolve)
    const aftercare = await composeAftercare({
      database,
      vault,
      unitOfWork,
      config,
      clock,
      partners,
      signer,
      specialties,
      packs,
      drugChecks: overrides.drugChecks,
      certifications: overrides.certifications,
      portalOf: identity.clients.portalOf,
      reads,
      heavyWork,
      rights: rightsLate,
      compliance: complianceLate,
      upstream: care.provides,
    })

    billingLate.bind(aftercare.provides.billing)

    const compliance = await composeCompliance({
      ...{ platform, config, directory, visits, permissions, heavyWork },
      consent: care.provides.consent,
      partTwo: aftercare.partTwo,
      register: registerLate,
      obligations: obligationsLate,
      clients: identity.clients,
    })
    complianceLate.bind(compliance.provides)
    const obligations = createObligationsDomain({
      database,
      vault,
      unitOfWork,
      ports: {
        ...{ directory, video, email: partners.email },
        portalUrl: async (organizationId) => (await identity.clients.portalOf(organizationId)) ?? config.publicUrl,
      },
      policy: await loadObligationPolicy(),
    })
    obligationsLate.bind(obligations.provides)
    // A copy of a record is read by the operations of all domains.
    const callerReadsLate = lateBinding<CallerReads>('the reads of a caller')
    const rights = createRightsDomain({
      database,
      ports: {
        directory,
        documentation: aftercare.provides.documentation,
        retention: compliance.provides,
        disclosures: compliance.provides,
        laboratories: aftercare.provides.labs,
        pharmacies: aftercare.provides.prescriptions,
        payers: aftercare.provides.billing,
        reads: (...asked) => callerReadsLate.get()(...asked),
        heavyWork,
        fhirBase: `${config.publicUrl}/fhir`,
      },
    })

    rightsLate.bind(rights.provides)

    const modules = [...care.modules, ...aftercare.modules, rights.module, compliance.module, obligations.module]
    const sensitive = composeSensitive({
      ...{ database, modules, permissions, directory, scheduling, visits, compliance: compliance.provides },
    })
    sensitiveLate.bind(sensitive)
    callerReadsLate.bind(createCallerReads({ modules, database, permissions }))
    const subscribing = [identity.module, ...modules]
    requireConsistentEvents(subscribing)
    await platform.migrate(subscribing.flatMap(({ migrations }) => migrations))

    const live = composeLive({ database, config, modules, identity, reads, visits, tokenKeys, clock, logger })
    liveLate.bind(live)

    // Ordered so that the first ports account for most patients.
    const register =
      overrides.care ??
      createCareRegister(
        {
          circleOf: directory.circleOf,
          participantSources: [
            scheduling.listCareParticipants,
            visits.listCareParticipants,
            ...aftercare.participantSources,
          ],
        },
        policies.care,
      )
    registerLate.bind(register)
    platform.onCommitted(register.invalidate)
    platform.relay.onDelivered(register.invalidate)

    const httpServer = createHttpServer({
      database,
      vault,
      ledger,
      unitOfWork,
      clock,
      logger,
      identity,
      live,
      care: register,
      sensitive,
      modules: [identity.module, live.module, ...modules],
      policies,
      region: config.region,
      behindTls: config.publicUrl.startsWith('https:'),
      maxInFlight: config.maxInFlight,
      tls: config.tls,
      trustedProxies: config.trustedProxies,
      logRequests: config.logRequests,
      ...(overrides.onUndeclared && { onUndeclared: overrides.onUndeclared }),
      ledgerFault: () => platform.checkpointer.state().fault,
      ready: createReadiness({ database, ledger, keyProvider: platform.keyProvider }),
    })

    for (const module of subscribing) platform.relay.subscribe(module)
    const jobs = [
      ...subscribing.flatMap((module) => module.jobs),
      ...(config.downtime === null
        ? []
        : [storeDowntimeLists({ platform, scheduling }, config.downtime, directory.organizationIds, logger)]),
    ]
    platform.jobs.add(jobs)
    const unsubscribe = platform.relay.onDelivered((event) => live.hub.publishEvent(event))

    return {
      app: httpServer.app,
      platform,
      identity,
      live,
      care: register,
      sensitive,
      heavyWork,
      modules,
      jobs,
      provides: { ...care.provides, ...aftercare.provides },
      listen: async () => {
        const timed = overrides.timed ?? true
        if (timed) await platform.start()
        await identity.start({ timed })
        const results = await aftercare.results?.listen()
        return { ...(await httpServer.listen(config.port, config.host)), resultsPort: results?.port ?? null }
      },
      reloadCertificate: () => httpServer.reloadCertificate(),
      close: () =>
        endAll([
          () => aftercare.results?.close(),
          () => httpServer.close(config.drainSeconds * 1_000),
          unsubscribe,
          () => heavyWork.close(),
          () => identity.stop(),
          () => platform.stop(),
        ]),
    }
  } catch (error) {
    await platform.stop()
    throw error
  }
}
