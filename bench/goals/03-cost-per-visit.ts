import { type Finding, type MeasureGoal, times, verdictOf } from '../goal.ts'
import { startLoadTest, type LoadResult } from '../load-test.ts'
import { startBenchPostgres } from '../postgres.ts'
import { quantile } from '../statistics.ts'
import { pipelineDescription } from './02-embedded-visits.ts'

/** Starts per second, and for how long. The work that they leave is counted, however long it takes. */
const rates = [
  { startsPerSecond: 0.84, seconds: 30 },
  { startsPerSecond: 2.1, seconds: 20 },
  { startsPerSecond: 4.2, seconds: 15 },
  { startsPerSecond: 8.4, seconds: 15 },
] as const
/** The rates of the goal, for a machine that can sustain them. */
const goalRates = [
  { startsPerSecond: 42, seconds: 15 },
  { startsPerSecond: 84, seconds: 15 },
] as const
/** Above this delay a rate was not sustained, and the next higher one is not tried. Milliseconds. */
const maxLatencyMs = 500
const warmUp = 20

const keepsUp = ({ failures, sorted }: LoadResult): boolean =>
  failures.length === 0 && quantile(sorted, 0.99) <= maxLatencyMs

interface Measured {
  readonly startsPerSecond: number
  readonly result: LoadResult
}

/** Whether a visit costs more when more of them are in progress, on PostgreSQL. */
export const measure: MeasureGoal = async (run) => {
  const planned = [...rates, ...goalRates].map(({ startsPerSecond, seconds }) => ({
    startsPerSecond,
    count: Math.ceil(startsPerSecond * (run.quick ? 4 : seconds)),
  }))
  const postgres = await startBenchPostgres()
  const measured: Measured[] = []
  try {
    for (const [index, { startsPerSecond, count }] of planned.entries()) {
      // A separate database for each rate: none starts with the data of another.
      const loadTest = await startLoadTest({
        database: await postgres.createDatabase(),
        databaseProcess: postgres.processId,
        visits: count + warmUp,
      })
      try {
        await loadTest.load(warmUp, Math.min(2, startsPerSecond))
        run.log(`${count} visits, ${startsPerSecond} a second`)
        const result = await loadTest.load(count, startsPerSecond)
        for (const line of new Set([...result.failures, ...result.differences])) run.log(line)
        measured.push({ startsPerSecond, result })
        if (!keepsUp(result) && index >= rates.length - 1) break
      } finally {
        await loadTest.stop()
      }
    }
    return [verdict(measured), ...measured.map(line)]
  } finally {
    await postgres.stop()
  }
}

const cpuPerVisit = ({ result: { cpu, visits } }: Measured): number => cpu / 1_000 / Math.max(1, visits.length)
const at = (measured: readonly Measured[], rate: number): Measured | undefined =>
  measured.find(({ startsPerSecond }) => startsPerSecond === rate)

const verdict = (measured: readonly Measured[]): Finding => {
  const [reached, reference] = [at(measured, 84), at(measured, 42)]
  const isComplete = reached !== undefined && reference !== undefined
  const low = measured[0]
  const high = measured.findLast(({ result }) => keepsUp(result))
  const ratio = isComplete
    ? cpuPerVisit(reached) / cpuPerVisit(reference)
    : low && high
      ? cpuPerVisit(high) / cpuPerVisit(low)
      : Number.NaN
  return {
    goal: '3',
    what: 'Cost of a visit when ten times as many are in progress',
    gate: 'CPU per visit at 84/s <= 0.95x of that at 42/s',
    stretch: '0.75x',
    measured: isComplete
      ? times(ratio)
      : `the machine does not hold 42/s; ${times(ratio)} at ${high?.startsPerSecond}/s of that at ${low?.startsPerSecond}/s`,
    verdict: isComplete ? verdictOf(ratio, { gate: 0.95, stretch: 0.75, is: 'at most' }) : 'missed',
    how: `The simulator on PostgreSQL at increasing rates; server and database are counted until the background work of the visits is done. ${pipelineDescription(requestsOf(measured))}`,
    known:
      'Forty-two starts a second require a visit to cost less than 40 ms of CPU here; the rows below show its cost.',
  }
}

const requestsOf = (measured: readonly Measured[]): number => {
  const [first] = measured
  return first === undefined ? 0 : first.result.sorted.length / Math.max(1, first.result.visits.length)
}

const line = (measured: Measured): Finding => {
  const { startsPerSecond, result } = measured
  const { visits, failures, sorted, differences } = result
  return {
    goal: '3',
    what: `CPU of a visit at ${startsPerSecond} starts/s (${Math.round((startsPerSecond * 1_200) / 100) * 100} concurrent) on PostgreSQL`,
    gate: '-',
    stretch: '-',
    measured: `${cpuPerVisit(measured).toFixed(0)} ms; p50 ${quantile(sorted, 0.5).toFixed(1)}, p99 ${quantile(sorted, 0.99).toFixed(1)} ms; ${visits.length} visits to a posted claim, ${failures.length} errors, ${differences.length} differences`,
    verdict: 'no gate',
    how: 'One step of the run above.',
  }
}
