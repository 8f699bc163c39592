import { median } from './statistics.ts'

/** CPU of two fixed tasks on this machine, now. Medians, microseconds. */
export interface Calibration {
  /** Of a server process, for one raw `node:http` request. */
  readonly request: number
  /** Of SHA-256 over 64 bytes. */
  readonly hash: number
}

/** CPU of the raw request on the machine where the costs to beat were measured. Microseconds. */
export const standardRequest = 13.5

/** Multiplied by it, a CPU time of this machine is a standard one. */
export const standardFactor = ({ request }: Calibration): number => standardRequest / request

/** Of calibrations before, between and after a measurement. */
export const meanCalibration = (calibrations: readonly Calibration[]): Calibration => ({
  request: mean(calibrations.map(({ request }) => request)),
  hash: mean(calibrations.map(({ hash }) => hash)),
})

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** A change by more than this share during a measurement is shown. */
const shownChange = 0.1

/** For example `13.6 µs`, or `13.1 to 19.8 µs` if the machine changed between the calibrations. */
export const describeValues = (values: readonly number[]): string => {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const text = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
  return highest > lowest * (1 + shownChange) ? `${text(lowest)} to ${text(highest)} µs` : `${text(median(values))} µs`
}

/** The first unit is standard milliseconds, the second the machine's own. `microseconds`: CPU. */
export const standardMillis = (microseconds: number, calibration: Calibration): string => {
  const raw = microseconds / 1_000
  const text = (value: number): string => (value >= 100 ? Math.round(value).toString() : value.toFixed(1))
  return `${text(raw * standardFactor(calibration))} standard ms (${text(raw)} ms)`
}
