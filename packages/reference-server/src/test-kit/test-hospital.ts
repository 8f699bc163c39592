import { join } from 'node:path'
import type { ComposedServer, Overrides } from '../compose-server.ts'
import { readConfig, type Config, type VendorAgreementConfig } from '../config.ts'
import { everyoneTogether } from '../platform/care/everyone-together.testing.ts'
import { loadSigningKeys } from '../platform/identity/signing-keys.ts'
import { writeCodeSet } from '../platform/code-sets/code-set-files.ts'
import { newId } from '../platform/database/ids/new-id.ts'
import type { OutboxPosition } from '../platform/events/read-outbox.ts'
import { deliverEvents } from '../platform/http/tests/deliver-events.ts'
import { readAccessRows } from '../platform/http/tests/read-access-rows.ts'
import { registerPortal, signInAt } from '../platform/http/tests/sign-in.ts'
import { createTestClient } from '../platform/http/tests/http-client.testing.ts'
import { createTestClock } from '../platform/http/tests/clock.testing.ts'
import type { TestServer } from '../platform/http/tests/server.testing.ts'
import type { DeliveredUpdate } from '../platform/live/live-hub.ts'
import { prepareServerFixture, type ServerFixture } from '../tests/compose-server.testing.ts'
import { composeTestServer } from './compose-test-server.ts'
import { createClinic, lakeside, type VisitType } from './create-clinic.ts'
import { partnerStarters, type PartnerName, type PartnerOptions, type SandboxPartners } from './sandbox-partners.ts'

export interface TestHospitalOptions<Partner extends PartnerName = never> extends PartnerOptions {
  readonly engine: 'pglite' | 'postgres'
  /** Started with the hospital; it has an agreement with each. */
  readonly partners?: readonly Partner[]
  /** Where the clock stands at first. Default: a Wednesday, at ten in the morning in New York. */
  readonly now?: string
  /** False: the organization does not exist. */
  readonly hasOrganization?: boolean
  readonly environment?: Readonly<Record<string, string>>
  /** True: colleagues reach each other's work through care teams and covers only, as deployed. Default: all are in one team. */
  readonly hasCareTeams?: boolean
  /** What the operator has imported, by the name of the file. */
  readonly codeSets?: Readonly<Record<string, unknown>>
  /** `production` is as strict with patients' data as a deployment; partners are on this machine all the same. */
  readonly mode?: Config['mode']
  readonly overrides?: Pick<
    Overrides,
    'policies' | 'packs' | 'drugChecks' | 'certifications' | 'limitsRates' | 'resolve'
  >
}

/** Lakeside Health, on the server as it is deployed: every domain, a real database, and partners over the network. */
export interface TestHospital<Partner extends PartnerName = never> extends Omit<
  TestServer,
  'platform' | 'httpServer' | 'stop'
> {
  readonly platform: ComposedServer['platform']
  readonly provides: ComposedServer['provides']
  readonly heavyWork: ComposedServer['heavyWork']
  /** The visit types of the packs, by code. */
  readonly types: ReadonlyMap<string, VisitType>
  readonly partners: Pick<SandboxPartners, Partner>
  /** Whether the agreement with a partner is in force; it is, at first. */
  permit(partner: Partner, isInForce: boolean): void
  /** Runs a job, and what follows from it. Default: at the present time. */
  runJob(name: string, at?: Date): Promise<void>
  jobNames(): readonly string[]
  /** As the server does to a job when it stops. */
  stopJob(name: string): void
  /** Where the deployment's keys are. */
  readonly keyFolder: string
  /** Every line that the server has logged, parsed. */
  readonly logged: readonly Readonly<Record<string, unknown>>[]
  /** Ends the server and its partners. Throws when an operation has refused with a code that the contract does not name for it. */
  stop(): Promise<void>
}

export const hospitalOpensAt = '2026-11-25T15:00:00Z'

export const createTestHospital = async <Partner extends PartnerName = never>(
  options: TestHospitalOptions<Partner>,
): Promise<TestHospital<Partner>> => openHospital(options, await prepareServerFixture(options.engine))

/** What a hospital that was open before has in its database. */
export interface HospitalRecord {
  readonly organizationId: string
  readonly portal: TestHospital['portal']
  readonly types: readonly VisitType[]
  /** Events up to here are delivered. */
  readonly delivered: OutboxPosition
}

/** Opens a hospital on this database, and creates it unless it was open before. */
export const openHospital = async <Partner extends PartnerName = never>(
  options: TestHospitalOptions<Partner>,
  place: Pick<ServerFixture, 'environment' | 'remove'>,
  before: HospitalRecord | null = null,
): Promise<TestHospital<Partner>> => {
  const clock = createTestClock(options.now ?? hospitalOpensAt)
  const organizationId = before?.organizationId ?? newId()
  const started = await Promise.all(
    (options.partners ?? []).map(async (name) => ({
      name,
      ...(await partnerStarters[name]({ ...options, organizationId, clock: clock.now })),
    })),
  )
  const agreements: VendorAgreementConfig[] = started.map(({ vendor }) => agreementWith(vendor))
  const config = {
    ...readConfig({
      ...place.environment,
      VISITKIT_PUBLIC_URL: 'https://visits.example',
      VISITKIT_LOG_LEVEL: 'debug',
      VISITKIT_LOG_REQUESTS: 'all',
      VISITKIT_REGION: region,
      ...Object.assign({}, ...started.map(({ environment }) => environment)),
      ...options.environment,
    }),
    vendorAgreements: agreements,
    mode: options.mode ?? 'development',
  }
  for (const [name, set] of Object.entries(options.codeSets ?? {}))
    await writeCodeSet(join(config.codeSetFolder, name), set)
  await loadSigningKeys(join(config.keyFolder, 'token-keys.json'), true)
  const logged: Record<string, unknown>[] = []
  const { composed, transact, requireDeclaredProblems } = await composeTestServer(
    config,
    { ...(!options.hasCareTeams && { care: everyoneTogether }), ...options.overrides, clock: clock.now, timed: false },
    (line) => void logged.push(JSON.parse(line) as Record<string, unknown>),
  )
  const { platform, identity, live } = composed
  const keep: TestHospital['keep'] = (domain, run, inOrganization = organizationId) =>
    transact(inOrganization, domain, run)
  const create = () => createClinic(keep, organizationId, { specialties: options.overrides?.packs?.specialties })
  const types = before?.types ?? (options.hasOrganization === false ? [] : await create())
  const portal = before?.portal ?? (await registerPortal(identity, organizationId))
  const { url, resultsPort } = await composed.listen()
  for (const { connect } of started) connect?.({ url, organizationId, resultsPort })

  const delivered: DeliveredUpdate[] = []
  live.hub.observe((each) => delivered.push(each))
  const consumers = [identity.module, ...composed.modules]
  const jobs = new Map(composed.jobs.map((job) => [job.name, job]))
  const jobNamed = (name: string) => {
    const job = jobs.get(name)
    if (!job) throw new Error(`No job is named ${name}.`)
    return job
  }
  const settle = deliverEvents({
    ...platform,
    clock: clock.now,
    consumers,
    hub: live.hub,
    ...(before && { delivered: before.delivered }),
  })
  return {
    url,
    organizationId,
    portal,
    platform,
    identity,
    provides: composed.provides,
    heavyWork: composed.heavyWork,
    clock,
    types: new Map(types.map((type) => [type.code, type])),
    partners: Object.fromEntries(started.map(({ name, partner }) => [name, partner])) as Pick<SandboxPartners, Partner>,
    permit: (name, isInForce) => {
      const vendor = started.find((each) => each.name === name)?.vendor ?? ''
      const others = agreements.filter((agreement) => agreement.vendor !== vendor)
      agreements.splice(0, agreements.length, ...others, ...(isInForce ? [agreementWith(vendor)] : []))
    },
    as: signInAt({ url, identity, clock, organizationId, clientId: portal.clientId }),
    anonymous: () => createTestClient({ url, accessToken: null, origin: null }),
    keep,
    settle,
    runJob: async (name, at = clock.now()) => {
      await jobNamed(name).run(at)
      await settle()
    },
    jobNames: () => [...jobs.keys()],
    stopJob: (name) => jobNamed(name).stop?.(),
    live: { hub: live.hub, delivered },
    accessRows: async (only) => {
      await platform.ledger.settle()
      return readAccessRows(platform.database, only)
    },
    keyFolder: config.keyFolder,
    logged,
    stop: async () => {
      await Promise.all(started.map(({ partner }) => partner.stop()))
      await composed.close()
      await place.remove()
      requireDeclaredProblems()
    },
  }
}

const { region } = lakeside
const agreementWith = (vendor: string): VendorAgreementConfig => ({ vendor, region, from: new Date(0), to: null })
