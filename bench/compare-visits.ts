import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ProcessOrigin } from './bench-process.ts'
import { calibrate } from './calibrate.ts'
import { describeValues } from './calibration.ts'
import { canCountStatements, openDatabaseMeter, type DatabaseMeter } from './database-work.ts'
import { times } from './goal.ts'
import { manyOrganizations, startLoadTest, type LoadTest } from './load-test.ts'
import { readMachineTime, stealBetween } from './machine-time.ts'
import { startBenchPostgres, type BenchPostgres } from './postgres.ts'
import { median, quantile } from './statistics.ts'
import { fullWarmUp, quickWarmUp } from './warm-up.ts'

/**
 * Compares whole visits of this version with those of another one, checked out in a folder with its packages installed: CPU of server and
 * database, statements, commits, storage and WAL of a visit, in one run with pairs of batches in turn. Each side has its own PostgreSQL.
 *
 *     git worktree add ../before <commit> && (cd ../before && npm ci)
 *     npm run bench:visits -- ../before
 *     npm run bench:visits -- ../before --pairs 12 --visits 120 --rate 8
 *     npm run bench:visits -- ../before --quick       to see that it runs
 */
const { values, positionals } = parseArgs({
  options: {
    pairs: { type: 'string' },
    visits: { type: 'string' },
    rate: { type: 'string', default: '4' },
    organizations: { type: 'string' },
    quick: { type: 'boolean', default: false },
  },
  allowPositionals: true,
})
const usual = values.quick
  ? { pairs: 2, visits: 6, organizations: 4, rule: quickWarmUp }
  : { pairs: 6, visits: 60, organizations: manyOrganizations, rule: fullWarmUp }
const pairs = Number(values.pairs ?? usual.pairs)
const visits = Number(values.visits ?? usual.visits)
const organizations = Number(values.organizations ?? usual.organizations)
const startsPerSecond = Number(values.rate)

const [folder] = positionals
const other = resolve(folder ?? '.')
if (folder === undefined || !existsSync(join(other, 'packages/reference-server/src/compose-server.ts'))) {
  console.error('Name the folder of the other version, as in: npm run bench:visits -- ../before')
  process.exit(2)
}
/** A version whose bench knows several organizations is run by it; an older one by the bench of this version. */
const origin: ProcessOrigin = existsSync(join(other, 'bench/servers/organization-partners.ts'))
  ? { benchFolder: join(other, 'bench') }
  : { packages: join(other, 'packages') }

interface Side {
  readonly name: 'before' | 'now'
  readonly loadTest: LoadTest
  readonly postgres: BenchPostgres
  readonly meter: DatabaseMeter
}

const sides: Side[] = []
const start = async (name: Side['name'], from: ProcessOrigin): Promise<Side> => {
  const postgres = await startBenchPostgres(canCountStatements)
  const database = await postgres.createDatabase()
  const people = usual.rule.atMost + visits * (pairs + 1)
  const loadTest = await startLoadTest({
    ...{ database, databaseProcess: postgres.processId, visits: people, organizations },
    ...from,
  }).catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
  const side = { name, loadTest, postgres, meter: await openDatabaseMeter(database) }
  sides.push(side)
  return side
}

/** Of one visit. */
interface Cost {
  readonly cpu: number
  readonly wal: number
  /** Growth of tables and indexes. */
  readonly storage: number
  readonly writes: number
  readonly statements: number
  readonly commits: number
  /** Milliseconds of a request. */
  readonly p50: number
  readonly p99: number
}

const costAt = async ({ name, loadTest, meter }: Side): Promise<Cost> => {
  const { cpu, visits: done, failures, differences, sorted, work } = await loadTest.load(visits, startsPerSecond, meter)
  if (work === null) throw new Error('The database was not measured.')
  for (const line of new Set([...failures, ...differences])) console.log(`  ${name}: ${line}`)
  const each = (total: number | null): number => (total ?? Number.NaN) / Math.max(1, done.length)
  return {
    cpu: each(cpu) / 1_000,
    wal: each(work.walBytes) / 1_024,
    storage: each(work.tableBytes + work.indexBytes) / 1_024,
    writes: each(work.writes),
    statements: each(work.statements),
    commits: each(work.commits),
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  }
}

const print = (what: string, unit: string, now: readonly number[], before: readonly number[]): void => {
  const ratio = median(now.map((value, index) => value / (before[index] ?? Number.NaN)))
  console.log(
    `${what}: ${median(now).toFixed(0)}${unit} against ${median(before).toFixed(0)}${unit}, ${times(ratio)} of before`,
  )
}

try {
  const before = await start('before', origin)
  const now = await start('now', {})
  for (const { name, loadTest } of sides) await loadTest.warmUp(usual.rule, (line) => console.log(`  ${name}: ${line}`))
  const calibrations = [await calibrate()]
  const machine = readMachineTime()
  const costs: Record<Side['name'], Cost[]> = { before: [], now: [] }
  for (let pair = 0; pair < pairs; pair += 1) {
    // Every second pair in reverse, so that what changes with time does not always hit the same side.
    for (const side of pair % 2 === 0 ? [before, now] : [now, before]) costs[side.name].push(await costAt(side))
    const [was, is] = [costs.before.at(-1), costs.now.at(-1)]
    if (!was || !is) throw new Error('nothing was measured')
    console.log(
      `  pair ${pair + 1}: ${is.cpu.toFixed(0)} ms against ${was.cpu.toFixed(0)} ms, ${times(is.cpu / was.cpu)}; p50 ${is.p50.toFixed(0)} against ${was.p50.toFixed(0)}, p99 ${is.p99.toFixed(0)} against ${was.p99.toFixed(0)}`,
    )
  }
  const steal = stealBetween(machine, readMachineTime())
  calibrations.push(await calibrate())
  const counted: Record<Side['name'], Cost[]> = { before: [], now: [] }
  for (const side of sides) {
    await side.meter.countStatements(true)
    counted[side.name].push(await costAt(side))
  }
  const of = (all: typeof costs, value: (cost: Cost) => number) => [all.now.map(value), all.before.map(value)] as const
  console.log(
    `\nWhole visits in ${organizations} organizations, medians of ${pairs} pairs of ${visits} at ${startsPerSecond} starts/s. Raw request ${describeValues(calibrations.map(({ request }) => request))}, steal ${steal.toFixed(1)} %.`,
  )
  print('CPU of server and database', ' ms', ...of(costs, ({ cpu }) => cpu))
  print('WAL', ' KB', ...of(costs, ({ wal }) => wal))
  print('Tables and indexes', ' KB', ...of(costs, ({ storage }) => storage))
  print('Transactions that wrote', '', ...of(costs, ({ writes }) => writes))
  print('Statements', '', ...of(counted, ({ statements }) => statements))
  print('COMMIT statements', '', ...of(counted, ({ commits }) => commits))
} finally {
  for (const { loadTest, postgres, meter } of sides) {
    await meter.stop()
    await loadTest.stop()
    await postgres.stop()
  }
}
process.exit(0)
