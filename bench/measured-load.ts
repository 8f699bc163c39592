import { calibrate } from './calibrate.ts'
import { meanCalibration, standardFactor, standardMillis, type Calibration } from './calibration.ts'
import type { DatabaseMeter, DatabaseWork } from './database-work.ts'
import type { LoadResult, LoadTest } from './load-test.ts'
import { readMachineTime, stealBetween } from './machine-time.ts'
import { quantile } from './statistics.ts'

/** Visits at one rate, with what is needed to compare their cost with that of another machine. */
export interface MeasuredLoad {
  readonly startsPerSecond: number
  readonly result: LoadResult
  /** The mean of before and after. */
  readonly calibration: Calibration
  /** Percent of the machine's time. */
  readonly steal: number
  readonly database: DatabaseWork | null
}

export interface MeasureLoadOptions {
  readonly count: number
  readonly startsPerSecond: number
  readonly meter?: DatabaseMeter
  /** For a short run: used instead of calibrations before and after. */
  readonly calibration?: Calibration
}

export const measureLoad = async (
  loadTest: LoadTest,
  { count, startsPerSecond, meter, calibration: given }: MeasureLoadOptions,
): Promise<MeasuredLoad> => {
  const before = given ?? (await calibrate())
  const started = readMachineTime()
  const result = await loadTest.load(count, startsPerSecond, meter)
  const steal = stealBetween(started, readMachineTime())
  const calibration = meanCalibration([before, given ?? (await calibrate())])
  return { startsPerSecond, result, calibration, steal, database: result.work }
}

const perVisit = (total: number, { result: { visits } }: MeasuredLoad): number => total / Math.max(1, visits.length)

/** CPU of server and database for a visit, in standard milliseconds. */
export const costOfVisit = (load: MeasuredLoad): number =>
  (perVisit(load.result.cpu, load) / 1_000) * standardFactor(load.calibration)

/** The same as text, with the machine's own milliseconds. */
export const describeCost = (load: MeasuredLoad): string =>
  `${standardMillis(perVisit(load.result.cpu, load), load.calibration)} CPU a visit`

/** CPU of the load generator and of the simulated partners for a visit, in standard milliseconds. */
export const costOfOthers = (load: MeasuredLoad): { readonly generator: number; readonly partners: number } => {
  const standard = (total: number): number => (perVisit(total, load) / 1_000) * standardFactor(load.calibration)
  return { generator: standard(load.result.generatorCpu), partners: standard(load.result.partnersCpu) }
}

export const describeOthers = (load: MeasuredLoad): string => {
  const { generatorCpu, partnersCpu } = load.result
  const text = (total: number): string => standardMillis(perVisit(total, load), load.calibration)
  return `generator ${text(generatorCpu)}, partners ${text(partnersCpu)}`
}

export const describeLatency = ({ result: { sorted } }: MeasuredLoad): string =>
  `p50 ${quantile(sorted, 0.5).toFixed(1)}, p99 ${quantile(sorted, 0.99).toFixed(1)}, p99.9 ${quantile(sorted, 0.999).toFixed(1)} ms`

/** Requests that failed, and what is in the database and should not be, or the reverse. */
export const faultsOf = ({ result: { failures, differences } }: MeasuredLoad): readonly string[] => [
  ...failures,
  ...differences,
]

/** Little's law: a visit takes twenty minutes. */
export const concurrentAt = (startsPerSecond: number): string =>
  (Math.round((startsPerSecond * 1_200) / 100) * 100).toLocaleString('en')
