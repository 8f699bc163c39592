import { setTimeout as wait } from 'node:timers/promises'
import type { BilledState } from './billed-state.ts'
import { startBenchProcess, type BenchProcess } from './bench-process.ts'
import { CpuMeter } from './cpu-time.ts'
import { startBenchPartners } from './partners.ts'
import type { HospitalReady } from './servers/hospital.ts'
import { createVisitor, type VisitResult } from './visit-pipeline.ts'

export interface LoadTest {
  readonly server: BenchProcess<HospitalReady>
  /** The given number of visits, by people without a current visit, at a fixed rate of starts independent of the server. */
  load(count: number, startsPerSecond: number): Promise<LoadResult>
  stop(): Promise<void>
}

export interface LoadResult {
  readonly visits: readonly VisitResult[]
  readonly failures: readonly string[]
  /** Milliseconds of every request, ascending. */
  readonly sorted: readonly number[]
  /** From the first start to the last end. */
  readonly seconds: number
  /** Of server and database, until the visits' background work is done. Microseconds. */
  readonly cpu: number
  /** Differences between the database and the expected state; empty when correct. */
  readonly differences: readonly string[]
  readonly auditRows: number
}

/** The names of these workers in the audit: what they send to a partner about a patient, one row each. */
const disclosureActors = ['prescriptions.transmit-script', 'labs.transmit-order', 'billing.transmit-claim-file']

/**
 * A whole server, its partners and enough people for `visits` visits, each with its own patient and practitioner: no person has two visits
 * at the same time.
 */
export const startLoadTest = async (options: {
  /** A URL, or `pglite`. */
  readonly database: string
  /** Its process, when its CPU counts and is not the server's own. */
  readonly databaseProcess?: number
  readonly visits: number
}): Promise<LoadTest> => {
  const partners = await startBenchPartners()
  const server = await startBenchProcess<HospitalReady>('hospital', {
    database: options.database,
    practitioners: options.visits,
    patients: options.visits,
    partners,
  }).catch(async (error: unknown) => {
    await partners.stop()
    throw error
  })
  const processes = [server.processId, ...(options.databaseProcess === undefined ? [] : [options.databaseProcess])]
  let used = 0
  return {
    server,
    load: async (count, startsPerSecond) => {
      const visitors = await visitorsOf(server, used, count)
      used += count
      const before = await accessesOf(server)
      const meter = new CpuMeter(() => processes, false)
      meter.start()
      const { seconds, ...driven } = await drive(visitors, startsPerSecond)
      const after = await accessesOf(server)
      const cpu = meter.read()
      const billedState = await server.call<BilledState>(
        'billedState',
        driven.visits.map(({ claimId }) => claimId),
      )
      return {
        ...driven,
        seconds,
        cpu,
        sorted: driven.visits.flatMap(({ milliseconds }) => milliseconds).toSorted((a, b) => a - b),
        ...reconcile(driven.visits, before, after, billedState),
      }
    },
    stop: async () => {
      await server.stop()
      await partners.stop()
    },
  }
}

type Visitor = ReturnType<typeof createVisitor>

/** Signed in just before: a signature needs a recent sign-in. */
const visitorsOf = async (
  server: BenchProcess<HospitalReady>,
  from: number,
  count: number,
): Promise<readonly Visitor[]> => {
  const { url, visitTypeId, patients, practitioners, billers } = server.ready
  const again = (kind: string, people: HospitalReady['patients']): Promise<HospitalReady['patients']> =>
    server.call(
      'signIn',
      kind,
      people.map(({ id }) => id),
    )
  const [those, their, desk] = await Promise.all([
    again('patient', patients.slice(from, from + count)),
    again('practitioner', practitioners.slice(from, from + count)),
    again('biller', billers),
  ])
  return Array.from({ length: count }, (_, index) => {
    const [patient, practitioner, biller] = [those[index], their[index], desk[index % desk.length]]
    if (!patient || !practitioner || !biller) throw new Error('there are not enough people')
    return createVisitor({ url, visitTypeId, patient, practitioner, biller })
  })
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

/** Compares the ledger with what the contract and the responses predict, and the money with the visits. */
const reconcile = (
  visits: readonly VisitResult[],
  before: Record<string, number>,
  after: Record<string, number>,
  { posted, unbalanced, parkedEvents }: BilledState,
): Pick<LoadResult, 'differences' | 'auditRows'> => {
  const predicted = new Map<string, number>(disclosureActors.map((operation) => [operation, visits.length]))
  for (const visit of visits)
    for (const [operation, rows] of Object.entries(visit.auditRows))
      predicted.set(operation, (predicted.get(operation) ?? 0) + rows)
  const written = (operation: string): number => (after[operation] ?? 0) - (before[operation] ?? 0)
  const differences = [...predicted].flatMap(([operation, rows]) =>
    written(operation) === rows ? [] : [`audit rows of ${operation}: ${written(operation)}, predicted ${rows}`],
  )
  if (posted !== visits.length) differences.push(`posted claims: ${posted}, visits ${visits.length}`)
  if (unbalanced > 0) differences.push(`accounts whose entries do not sum up: ${unbalanced}`)
  if (parkedEvents > 0) differences.push(`parked events: ${parkedEvents}`)
  return { differences, auditRows: [...predicted.values()].reduce((sum, rows) => sum + rows, 0) }
}
