import { smoothed, type Likelihood } from './smoothed.ts'

/** One recent visit of the practitioner, reduced to what the estimate needs. Minutes. */
export interface RecentVisit {
  /** From admission to end. */
  readonly length: number
  /**
   * From the moment when admission was possible (the previous visit over, the patient present, the start of the appointment reached) to
   * admission. Negative when the practitioner began before the start of the appointment.
   */
  readonly delay: number
}

export interface WaitQuestion {
  readonly recent: readonly RecentVisit[]
  /** Minutes since admission, for each patient who is in the room or about to enter it. */
  readonly current: readonly number[]
  /** Minutes until the appointment of each patient ahead in the queue; negative when it is past. */
  readonly ahead: readonly number[]
  /** The same for the patient whose wait is estimated. */
  readonly own: number
}

/** Fewer visits than this do not support an estimate. */
export const fewestVisits = 5
/** The longest wait that is estimated; the last cell includes everything later. Minutes. */
const horizon = 240
/**
 * The quantiles of the range. The range must hold 8 times in 10 and is a little wider than that: patients who come late and go before
 * others, or never come, are not modeled. The simulation next to this file measures the accuracy.
 */
const [low, high] = [0.07, 0.93]

/** Probabilities by whole minutes from now. */
type Distribution = Float64Array

/**
 * The estimated range of minutes until this patient is admitted, in whole minutes; null without enough data.
 *
 * Simulates the queue on a grid of minutes with the practitioner's own recent lengths and delays: when the current visit is likely to end,
 * then for each patient ahead when they are admitted (not before their appointment, less the time by which this practitioner begins early)
 * and when their visit ends. The result is a distribution; the middle of it is returned.
 */
export const estimateWait = ({
  recent,
  current,
  ahead,
  own,
}: WaitQuestion): { fromMinutes: number; toMinutes: number } | null => {
  if (recent.length < fewestVisits) return null
  const lengths = smoothed(
    recent.map(({ length }) => length),
    1,
  )
  const delays = smoothed(recent.map(({ delay }) => delay))
  let free = certain(0)
  for (const elapsed of current) free = laterOf(free, remaining(lengths, elapsed))
  for (const start of ahead) free = plus(admission(free, start, delays), lengths)
  const admitted = admission(free, own, delays)
  return { fromMinutes: quantile(admitted, low), toMinutes: quantile(admitted, high) }
}

const empty = (): Distribution => new Float64Array(horizon + 1)

const add = (distribution: Distribution, minute: number, likelihood: number): void => {
  const cell = Math.min(Math.max(Math.round(minute), 0), horizon)
  distribution[cell] = (distribution[cell] ?? 0) + likelihood
}

const certain = (minute: number): Distribution => {
  const distribution = empty()
  add(distribution, minute, 1)
  return distribution
}

const plus = (from: Distribution, durations: readonly Likelihood[]): Distribution => {
  const sum = empty()
  from.forEach((likelihood, minute) => {
    if (likelihood === 0) return
    for (const { value, weight } of durations) add(sum, minute + value, likelihood * weight)
  })
  return sum
}

/** Admission follows when the practitioner is free and, usually, the start of the appointment is reached. */
const admission = (free: Distribution, start: number, delays: readonly Likelihood[]): Distribution => {
  const admitted = empty()
  free.forEach((likelihood, minute) => {
    if (likelihood === 0) return
    for (const { value, weight } of delays)
      add(admitted, Math.max(minute, Math.max(minute, start) + value), likelihood * weight)
  })
  return admitted
}

/** The remaining minutes of a visit that has taken `elapsed` minutes: the longer lengths, less `elapsed`. */
const remaining = (lengths: readonly Likelihood[], elapsed: number): Distribution => {
  const left = empty()
  const longer = lengths.filter(({ value }) => value > elapsed)
  const total = longer.reduce((sum, { weight }) => sum + weight, 0)
  for (const { value, weight } of longer) add(left, value - elapsed, weight / total)
  return total > 0 ? left : overdue(elapsed)
}

/**
 * For a visit longer than all recent ones: a long visit is likely to take longer still. Geometric, with a mean of a quarter of the elapsed
 * time.
 */
const overdue = (elapsed: number): Distribution => {
  const left = empty()
  const stop = 1 / (1 + Math.max(elapsed / 4, 2))
  let going = 1
  for (let minute = 1; minute <= horizon; minute += 1) {
    add(left, minute, going * stop)
    going *= 1 - stop
  }
  add(left, horizon, going)
  return left
}

/** Two concurrent visits: the practitioner is free when both are over. */
const laterOf = (one: Distribution, other: Distribution): Distribution => {
  const later = empty()
  let oneBy = 0
  let otherBy = 0
  let before = 0
  for (let minute = 0; minute <= horizon; minute += 1) {
    oneBy += one[minute] ?? 0
    otherBy += other[minute] ?? 0
    later[minute] = oneBy * otherBy - before
    before = oneBy * otherBy
  }
  return later
}

const quantile = (distribution: Distribution, share: number): number => {
  let sum = 0
  for (let minute = 0; minute <= horizon; minute += 1) {
    sum += distribution[minute] ?? 0
    // Rounding: the sum of many small numbers can be slightly below 1.
    if (sum >= share - 1e-9) return minute
  }
  return horizon
}
