import { setTimeout as wait } from 'node:timers/promises'
import type { BilledState } from './billed-state.ts'
import { startBenchProcess, type BenchProcess, type ProcessOrigin } from './bench-process.ts'
import type { DatabaseMeter, DatabaseWork } from './database-work.ts'
import { ConnectionPool } from './connection-pool.ts'
import { CpuMeter } from './cpu-time.ts'
import { startBenchPartners } from './partners.ts'
import { reconcile } from './reconcile.ts'
import type { HospitalReady } from './servers/hospital.ts'
import type { OrganizationReady } from './servers/hospital-organization.ts'
import type { HospitalPerson, PersonKind } from './servers/hospital-people.ts'
import { createVisitor, type VisitResult } from './visit-pipeline.ts'
import { needsMoreWarmUp, type WarmUpRule } from './warm-up.ts'

export interface LoadTest {
  readonly server: BenchProcess<HospitalReady>
  /**
   * The given number of visits, by people without a current visit, at a fixed rate of starts independent of the server. CPU and `meter`
   * count from the first start until nothing of the visits is left to do, without the sign-ins before and the comparison after.
   */
  load(count: number, startsPerSecond: number, meter?: DatabaseMeter): Promise<LoadResult>
  /** Batches of visits that are not measured, until they stop getting cheaper. */
  warmUp(rule: WarmUpRule, log: (line: string) => void): Promise<void>
  /** CPU of server and database for each second without requests. Microseconds. */
  idle(seconds: number): Promise<number>
  stop(): Promise<void>
}

export interface LoadResult {
  readonly visits: readonly VisitResult[]
  readonly failures: readonly string[]
  /** Milliseconds of every request, ascending. */
  readonly sorted: readonly number[]
  /** From the first start to the last end. */
  readonly seconds: number
  /** Of server and database, until the visits' background work is done. Microseconds, as are all below. */
  readonly cpu: number
  /** The part of the database's own processes. */
  readonly databaseCpu: number
  /** Of this process, which sends the requests; and of the process of the simulated partners. */
  readonly generatorCpu: number
  readonly partnersCpu: number
  /** Null without a meter. */
  readonly work: DatabaseWork | null
  /** Differences between the database and the expected state; empty when correct. */
  readonly differences: readonly string[]
  readonly auditRows: number
}

export interface LoadTestOptions extends ProcessOrigin {
  /** A URL, or `pglite`. */
  readonly database: string
  /** Its process, when its CPU counts and is not the server's own. */
  readonly databaseProcess?: number
  readonly visits: number
  /** Visits start in each of them in turn. Default: 1. */
  readonly organizations?: number
  /** Counts statements by the work that sends them. Default: no. */
  readonly profiles?: boolean
  /** With the limits that ship. Default: none. */
  readonly limitsRates?: boolean
}

/** As a hosted server has them: nothing may profit from there being one. */
export const manyOrganizations = 40

/** Fast enough that batches are short, and slow enough that a server that compiles its code keeps up. */
const warmUpStartsPerSecond = 5

/**
 * A whole server, its partners and enough people for `visits` visits, each with its own patient and practitioner: no person has two visits
 * at the same time.
 */
export const startLoadTest = async (options: LoadTestOptions): Promise<LoadTest> => {
  const {
    database,
    databaseProcess,
    visits,
    organizations = 1,
    limitsRates = false,
    profiles = false,
    ...origin
  } = options
  const partners = await startBenchPartners(organizations)
  const server = await startBenchProcess<HospitalReady>(
    'hospital',
    { database, practitioners: visits, patients: visits, partners: partners.organizations, limitsRates, profiles },
    origin,
  ).catch(async (error: unknown) => {
    await partners.stop()
    throw error
  })
  const databases = databaseProcess === undefined ? [] : [databaseProcess]
  const meterOf = (...processes: number[]): CpuMeter => new CpuMeter(() => processes, false)
  const pool = new ConnectionPool(server.ready.url)
  let used = 0
  const load = async (count: number, startsPerSecond: number, database?: DatabaseMeter): Promise<LoadResult> => {
    const visitors = await visitorsOf(server, pool, used, count)
    used += count
    const before = await accessesOf(server)
    const [own, partnersMeter] = [new CpuMeter(() => [], true), meterOf(partners.processId)]
    const [serverMeter, databaseMeter] = [meterOf(server.processId), meterOf(...databases)]
    await database?.start()
    for (const meter of [own, partnersMeter, serverMeter, databaseMeter]) meter.start()
    const driven = await drive(visitors, startsPerSecond)
    const generatorCpu = own.read()
    const after = await accessesOf(server)
    const databaseCpu = databaseMeter.read()
    const cpu = serverMeter.read() + databaseCpu
    const partnersCpu = partnersMeter.read()
    const work = (await database?.read()) ?? null
    const claims = server.ready.organizations.map(({ organizationId }) =>
      driven.visits.filter((visit) => visit.organizationId === organizationId).map(({ claimId }) => claimId),
    )
    return {
      ...driven,
      ...{ cpu, databaseCpu, generatorCpu, partnersCpu, work },
      sorted: driven.visits.flatMap(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b),
      ...reconcile(driven.visits, before, after, await server.call<BilledState>('billedState', claims)),
    }
  }
  return {
    server,
    load,
    warmUp: async (rule, log) => {
      const costs: number[] = []
      while (needsMoreWarmUp(costs, rule)) {
        const { cpu, visits: done, failures } = await load(rule.batch, warmUpStartsPerSecond)
        for (const line of new Set(failures)) log(line)
        costs.push(cpu / Math.max(1, done.length))
        log(`warm-up: ${costs.length * rule.batch} visits, ${((costs.at(-1) ?? 0) / 1_000).toFixed(0)} ms a visit`)
      }
    },
    idle: async (seconds) => {
      await server.call('settle')
      const meter = meterOf(server.processId, ...databases)
      meter.start()
      await wait(seconds * 1_000)
      return meter.read() / seconds
    },
    stop: async () => {
      pool.close()
      await server.stop()
      await partners.stop()
    },
  }
}

type Visitor = ReturnType<typeof createVisitor>

/** Signed in just before: a signature needs a recent sign-in. */
const visitorsOf = async (
  server: BenchProcess<HospitalReady>,
  pool: ConnectionPool,
  from: number,
  count: number,
): Promise<readonly Visitor[]> => {
  const { organizations } = server.ready
  const turns = Array.from({ length: count }, (_, index) => from + index)
  const desks = await Promise.all(
    organizations.map(async (organization, index) => {
      const places = turns
        .filter((turn) => turn % organizations.length === index)
        .map((turn) => Math.floor(turn / organizations.length))
      const at = (people: readonly HospitalPerson[]): HospitalPerson[] => places.flatMap((place) => people[place] ?? [])
      const again = (kind: PersonKind, people: readonly HospitalPerson[]): Promise<HospitalPerson[]> =>
        server.call(
          'signIn',
          kind,
          people.map(({ id }) => id),
          index,
        )
      const [patients, practitioners, billers] = await Promise.all([
        again('patient', at(organization.patients)),
        again('practitioner', at(organization.practitioners)),
        again('biller', organization.billers.slice(0, places.length)),
      ])
      return { organization, patients, practitioners, billers }
    }),
  )
  const next = desks.map(() => 0)
  return turns.map((turn) => {
    const index = turn % organizations.length
    const place = next[index] ?? 0
    next[index] = place + 1
    return visitorAt(pool, desks[index], place)
  })
}

interface Desk {
  readonly organization: OrganizationReady
  readonly patients: readonly HospitalPerson[]
  readonly practitioners: readonly HospitalPerson[]
  readonly billers: readonly HospitalPerson[]
}

const visitorAt = (pool: ConnectionPool, desk: Desk | undefined, place: number): Visitor => {
  const biller = desk?.billers[place % desk.billers.length]
  const [patient, practitioner] = [desk?.patients[place], desk?.practitioners[place]]
  if (!desk || !patient || !practitioner || !biller) throw new Error('there are not enough people')
  const { organizationId, visitTypeId } = desk.organization
  return createVisitor({ pool, organizationId, visitTypeId, patient, practitioner, biller })
}

const drive = async (visitors: readonly Visitor[], startsPerSecond: number) => {
  const visits: VisitResult[] = []
  const failures: string[] = []
  const began = performance.now()
  await Promise.all(
    visitors.map(async (visit, index) => {
      // The next visit starts at its time, however far behind the server is.
      await wait((index / startsPerSecond) * 1_000)
      try {
        visits.push(await visit())
      } catch (error) {
        failures.push(error instanceof Error ? error.message : 'failed')
      }
    }),
  )
  return { visits, failures, seconds: (performance.now() - began) / 1_000 }
}

const accessesOf = async (server: BenchProcess<HospitalReady>): Promise<Record<string, number>> => {
  await server.call('settle')
  return server.call('accessesByOperation')
}
