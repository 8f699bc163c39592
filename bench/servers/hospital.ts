import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { composeServer } from '../../packages/reference-server/src/compose-server.ts'
import { loadSchedulingPolicy } from '../../packages/reference-server/src/domains/scheduling/index.ts'
import { readConfig } from '../../packages/reference-server/src/config.ts'
import { serveBench } from '../bench-process.ts'
import type { BilledState } from '../billed-state.ts'
import { createVariants, type VariantName } from './hospital-variants.ts'
import { growHistory, growLedger, growRecording, type HistoryParts } from './visit-history.ts'
import { createOrganization, type OrganizationReady } from './hospital-organization.ts'
import type { PersonKind } from './hospital-people.ts'
import { profileWork } from './work-profile.ts'
import { setOrganizations, type PartneredOrganization } from './organization-partners.ts'

export interface HospitalOptions {
  /** `postgres://...`, or `pglite` for the embedded engine on disk, as `npm start` has it. */
  readonly database: string
  readonly practitioners: number
  /** Working hours of each practitioner, every day. Default: all day. */
  readonly hours?: { readonly from: string; readonly to: string }
  readonly patients: number
  /** The code of a specialty pack's visit type. Default: a visit type of the bench, in primary care, immediately, with a questionnaire. */
  readonly visitType?: string
  readonly variants?: readonly VariantName[]
  /** With the limits that ship. Default: none, because a few sessions send everything. */
  readonly limitsRates?: boolean
  /** Counts statements by the work that sends them. Default: no, because it costs CPU. */
  readonly profiles?: boolean
  /** Maximum number of concurrent requests. Default: as shipped. */
  readonly maxInFlight?: number
  /** From `startBenchPartners`: one organization for each, which bill, prescribe and order. Practitioners and patients are shared out. */
  readonly partners?: readonly PartneredOrganization[]
}

/** Its own organization is the first one. */
export interface HospitalReady extends OrganizationReady {
  /** The server as shipped. */
  readonly url: string
  /** The same server with one part removed or replaced, by name. */
  readonly variants: Readonly<Record<VariantName, string>>
  readonly organizations: readonly OrganizationReady[]
}

type Organization = Awaited<ReturnType<typeof createOrganization>>

/** A health system on the server as composed for production, with its people signed in. */
await serveBench<HospitalOptions>(async (options) => {
  const folder = await mkdtemp(join(tmpdir(), 'visitkit-bench-'))
  const environmentFrom = (environment: Readonly<Record<string, string>> = {}): Record<string, string> => ({
    VISITKIT_PORT: '0',
    ...(options.maxInFlight !== undefined && { VISITKIT_MAX_IN_FLIGHT: String(options.maxInFlight) }),
    ...environment,
    VISITKIT_DATA_FOLDER: folder,
    VISITKIT_LOG_LEVEL: process.env['VISITKIT_LOG_LEVEL'] ?? 'error',
    ...(options.database === 'pglite' ? {} : { VISITKIT_DATABASE_URL: options.database }),
  })
  const partnered = (options.partners ?? []).map(({ organizationId, environment }) => ({
    organizationId,
    environment: environmentFrom(environment),
  }))
  setOrganizations(partnered)
  const profile = options.profiles === true ? profileWork() : null
  const config = readConfig(partnered[0]?.environment ?? environmentFrom())
  const schedulingPolicy = await loadSchedulingPolicy()
  const unlimited = { perPatient: 1_000_000, perVisitType: 1_000_000, visitTypes: {} }
  const server = await composeServer(config, {
    limitsRates: options.limitsRates ?? false,
    // A few patients book everything.
    ...(options.limitsRates
      ? {}
      : { packs: { schedulingPolicy: { ...schedulingPolicy, openAppointments: unlimited } } }),
  })
  const count = Math.max(1, partnered.length)
  const share = (people: number): number => Math.ceil(people / count)
  const organizations: Organization[] = []
  for (let index = 0; index < count; index += 1) {
    const partneredId = partnered[index]?.organizationId
    const organization = await createOrganization(server, {
      index,
      ...(partneredId !== undefined && { partneredId }),
      practitioners: share(options.practitioners),
      patients: share(options.patients),
      hours: options.hours ?? { from: '00:00', to: '24:00' },
      ...(options.visitType !== undefined && { visitType: options.visitType }),
    })
    organizations.push(organization)
  }
  const { url } = await server.listen()
  const variants = await createVariants(server, config, options.variants ?? [])
  const all: OrganizationReady[] = []
  for (const organization of organizations) all.push(await organization.begin(url))
  const [first, only] = [all[0], organizations[0]]
  if (!first || !only) throw new Error('no organization')
  const numbered = (index: number): Organization => {
    const found = organizations[index]
    if (!found) throw new Error(`no organization ${index}`)
    return found
  }

  const ready: HospitalReady = {
    url,
    variants: variants.urls as HospitalReady['variants'],
    ...first,
    organizations: all,
  }
  return {
    ready,
    calls: {
      /** Waits until the background work of the requests is done: events delivered, audit rows linked. */
      settle: async () => {
        await server.platform.relay.settle()
        await server.platform.checkpointer.checkpointNow()
      },
      /** Whether everything that was billed is posted, and adds up. `claimIds`: of each organization. */
      billedState: async (claimIds: readonly (readonly string[])[]): Promise<BilledState> => {
        const states = await Promise.all(organizations.map((each, index) => each.billedState(claimIds[index] ?? [])))
        return {
          posted: states.reduce((sum, { posted }) => sum + posted, 0),
          unbalanced: states.reduce((sum, { unbalanced }) => sum + unbalanced, 0),
          parkedEvents: (await server.platform.relay.deadLetters()).length,
        }
      },
      /** Audit rows so far, by operation. */
      accessesByOperation: async () => {
        await server.platform.ledger.settle()
        const { rows } = await sql<{ operation: string; count: number }>`
          select operation, count(*)::integer as count from audit.accesses group by operation`.execute(
          server.platform.database.readerAcross('audit'),
        )
        return Object.fromEntries(rows.map(({ operation, count }) => [operation, count]))
      },
      growHistory: (parts: Omit<HistoryParts, 'organizationId'>) =>
        growHistory(server, { ...parts, organizationId: first.organizationId }),
      growLedger: (patients: readonly string[], count: number) =>
        growLedger(server, first.organizationId, patients, count),
      growRecording,
      /** Of the command line of this deployment. */
      environment: () => partnered[0]?.environment ?? environmentFrom(),
      signIn: (kind: PersonKind, ids: readonly string[], organization = 0) =>
        numbered(organization).people.signIn(kind, ids),
      openSessions: (count: number) => only.people.openSessions(count),
      /** Resident memory of the process in bytes, after a garbage collection. */
      memory: async () => {
        for (let pass = 0; pass < 3; pass++) {
          globalThis.gc?.()
          await new Promise((resolve) => setTimeout(resolve, 150))
        }
        return process.memoryUsage().rss
      },
      resetProfile: () => profile?.reset(),
      profile: () => profile?.read(),
      parked: async () => (await server.platform.relay.deadLetters()).length,
    },
    stop: async () => {
      await variants.stop()
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})
