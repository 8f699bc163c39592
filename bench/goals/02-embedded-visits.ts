import { startBenchProcess, type BenchProcess } from '../bench-process.ts'
import { CpuMeter } from '../cpu-time.ts'
import { verdictOf, worstOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import type { HospitalReady } from '../servers/hospital.ts'
import { quantile } from '../statistics.ts'
import { createVisitor, type VisitResult } from '../visit-pipeline.ts'

/** A visit takes twenty minutes: this many are under way at a time for each that starts in a second (Little's law). */
const visitSeconds = 1_200
const runs = [
  { startsPerSecond: 8.4, seconds: 30, gate: 50, what: '10,000 concurrent visits on the embedded database' },
  {
    startsPerSecond: 21,
    seconds: 10,
    gate: null,
    what: '25,000 concurrent visits on the embedded database (the stretch)',
  },
] as const

interface LoadResult {
  readonly visits: readonly VisitResult[]
  readonly failures: readonly string[]
  readonly sorted: readonly number[]
  readonly seconds: number
  readonly cores: number
}

/** `npm start` as it is: PGlite on disk with its audit journal, one process, the whole pipeline of a visit, arrivals that wait for nobody. */
export const measure: MeasureGoal = async (run) => {
  const counts = runs.map(({ startsPerSecond, seconds }) => Math.round(startsPerSecond * (run.quick ? 4 : seconds)))
  const total = counts.reduce((sum, count) => sum + count, 0) + warmUp
  run.say(`registering ${total} patients and practitioners`)
  const server = await startBenchProcess<HospitalReady>('hospital', {
    database: 'pglite',
    practitioners: total,
    patients: total,
    visitType: 'urgent-care-visit',
  })
  try {
    const findings: Finding[] = []
    let used = 0
    const take = (count: number) => Array.from({ length: count }, () => visitorAt(server, used++))
    await load(server, take(warmUp), 4)
    for (const [index, { startsPerSecond, gate, what }] of runs.entries()) {
      run.say(`${counts[index]} visits, ${startsPerSecond} a second`)
      const before = await accesses(server)
      const result = await load(server, take(counts[index] ?? 0), startsPerSecond)
      const after = await accesses(server)
      findings.push(judge(result, before, after, { startsPerSecond, gate, what }, run))
    }
    return findings
  } finally {
    await server.stop()
  }
}

/** Visits that are not counted. */
const warmUp = 20

const visitorAt = (server: BenchProcess<HospitalReady>, index: number) => {
  const { url, visitTypeId, patients, practitioners } = server.ready
  const [patient, practitioner] = [patients[index], practitioners[index]]
  if (!patient || !practitioner) throw new Error('there are not enough people')
  return createVisitor({ url, visitTypeId, patient, practitioner })
}

const accesses = async (server: BenchProcess<HospitalReady>): Promise<Record<string, number>> => {
  await server.call('settle')
  return server.call('accessesByOperation')
}

const load = async (
  server: BenchProcess<HospitalReady>,
  visitors: readonly ReturnType<typeof createVisitor>[],
  startsPerSecond: number,
): Promise<LoadResult> => {
  const meter = new CpuMeter(() => [server.processId], false)
  const visits: VisitResult[] = []
  const failures: string[] = []
  meter.start()
  const began = performance.now()
  await Promise.all(
    visitors.map(async (visit, index) => {
      // The next visit begins at its time, however far behind the server is.
      await new Promise((resolve) => setTimeout(resolve, (index / startsPerSecond) * 1_000))
      try {
        visits.push(await visit())
      } catch (error) {
        failures.push(error instanceof Error ? error.message : 'failed')
      }
    }),
  )
  const seconds = (performance.now() - began) / 1_000
  const sorted = visits.flatMap(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return { visits, failures, sorted, seconds, cores: meter.read() / 1e6 / seconds }
}

const judge = (
  { visits, failures, sorted, seconds, cores }: LoadResult,
  before: Record<string, number>,
  after: Record<string, number>,
  { startsPerSecond, gate, what }: { startsPerSecond: number; gate: number | null; what: string },
  run: GoalRun,
): Finding => {
  const predicted = new Map<string, number>()
  for (const visit of visits)
    for (const [operation, rows] of Object.entries(visit.auditRows))
      predicted.set(operation, (predicted.get(operation) ?? 0) + rows)
  const wrong = [...predicted].filter(
    ([operation, rows]) => (after[operation] ?? 0) - (before[operation] ?? 0) !== rows,
  )
  for (const [operation, rows] of wrong)
    run.say(`audit rows of ${operation}: ${(after[operation] ?? 0) - (before[operation] ?? 0)}, predicted ${rows}`)
  for (const failure of new Set(failures)) run.say(failure)
  const rows = [...predicted.values()].reduce((sum, each) => sum + each, 0)
  const p99 = quantile(sorted, 0.99)
  const exact = wrong.length === 0 && failures.length === 0
  const verdict = worstOf([
    verdictOf(p99, { gate: 50, stretch: 50, is: 'at most' }),
    verdictOf(failures.length + wrong.length, { gate: 0, stretch: 0, is: 'at most' }),
  ])
  return {
    goal: '2',
    what,
    gate: gate === null ? '- (stretch of the line above)' : 'p99 <= 50 ms; 0 errors; audit rows exactly as predicted',
    stretch: gate === null ? 'p99 <= 50 ms' : '25,000',
    measured: `p50 ${quantile(sorted, 0.5).toFixed(1)}, p99 ${p99.toFixed(1)}, p99.9 ${quantile(sorted, 0.999).toFixed(1)} ms; ${failures.length} errors; ${visits.length} visits, ${sorted.length} requests (${Math.round(sorted.length / seconds)}/s), ${cores.toFixed(2)} cores; ${rows} audit rows ${exact ? 'as predicted' : 'NOT as predicted'}`,
    verdict: gate === null ? 'told' : verdict === 'missed' ? 'missed' : 'met',
    how: `${startsPerSecond} visits begin each second, whatever the server does (${startsPerSecond} x ${visitSeconds} s = ${Math.round((startsPerSecond * visitSeconds) / 100) * 100} under way). Each sends ${Math.round(sorted.length / Math.max(1, visits.length))} requests with think times shortened to 0.1 to 0.3 s: slots, hold, booking, consent, intake, check-in, device check, place in line, queue, admission, both seats, chart reads, end; the real server with PGlite on disk, its audit journal and its reactions, one process. The 20 minutes are not held, and no live sockets are open. Audit rows are predicted from the contract and each answer, then counted by SQL, operation by operation.`,
    known:
      'One process runs the server and the database, and it is full near 150 requests a second: 5.6 ms CPU each. A request takes 15 statements with its audit row, events and their delivery, about 0.35 ms each; a quarter of them only change the role and organization of the single connection (0.26 ms), the outbox is read once per event, and one audit row of 18 columns sent as arrays takes 1.1 ms. Fewer and cheaper statements are the way: the simple protocol for the scope, one read of the outbox for several events, published texts kept in memory.',
  }
}
