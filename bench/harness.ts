import { CpuMeter } from './cpu-time.ts'
import { median, quantile, shuffled } from './statistics.ts'

/** One way of doing the work. */
export interface Candidate {
  readonly name: string
  /** Does it once. `worker` is the number of the concurrent loop, from 0. */
  readonly run: (worker: number) => unknown
  /** Waits for the background work of a round, so that its cost is counted in that round and not in the next one. */
  readonly settle?: () => Promise<unknown>
}

export interface CompareOptions {
  /** Concurrent loops. */
  readonly concurrency: number
  readonly repeats: number
  /** Length of one round. */
  readonly milliseconds: number
  /** Processes whose CPU time counts, with their child processes: a server, a database. */
  readonly processes?: () => readonly number[]
  /** Whether the CPU time of this process counts: true when it does the work, false when it only generates load. */
  readonly countsThisProcess: boolean
}

export interface Measurement {
  readonly name: string
  /** Medians over the repeats. CPU per operation, of every process that counts. */
  readonly cpuMicroseconds: number
  /** `settle` included. */
  readonly operationsPerSecond: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  /** CPU per operation of each repeat, in order. */
  readonly cpuOfRounds: readonly number[]
}

interface Round {
  readonly cpu: number
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

/** `concurrency` loops run the candidate until the time is over. */
const round = async (candidate: Candidate, options: CompareOptions, milliseconds: number): Promise<Round> => {
  const meter = new CpuMeter(options.processes ?? (() => []), options.countsThisProcess)
  const times: number[] = []
  meter.start()
  const started = performance.now()
  const until = started + milliseconds
  const loop = async (worker: number): Promise<void> => {
    // At least once, even when one operation takes longer than the round.
    do {
      const startedAt = performance.now()
      const result = candidate.run(worker)
      if (result instanceof Promise) await result
      times.push(performance.now() - startedAt)
    } while (performance.now() < until)
  }
  await Promise.all(Array.from({ length: options.concurrency }, (_, worker) => loop(worker)))
  await candidate.settle?.()
  const elapsed = performance.now() - started
  const cpu = meter.read()
  times.sort((a, b) => a - b)
  return {
    cpu: cpu / times.length,
    rate: (times.length / elapsed) * 1_000,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

/**
 * Measures candidates against each other: interleaved (so that other load affects all equally), repeated, medians. One round of each is
 * discarded as warm-up. Ratios within one call are valid; numbers of different calls must not be compared.
 */
export const compare = async <Name extends string>(
  candidates: Readonly<Record<Name, Omit<Candidate, 'name'>>>,
  options: CompareOptions,
): Promise<Record<Name, Measurement>> => {
  const named = Object.entries<Omit<Candidate, 'name'>>(candidates).map(([name, candidate]) => ({ name, ...candidate }))
  const rounds = new Map<Candidate, Round[]>(named.map((candidate) => [candidate, []]))
  for (const candidate of named) await round(candidate, options, Math.min(500, options.milliseconds))
  let order = named
  for (let repeat = 0; repeat < options.repeats; repeat++) {
    // In a new order, and then in reverse, so that the effects of one candidate do not always hit the same other one.
    order = repeat % 2 === 0 ? shuffled(named) : order.toReversed()
    for (const candidate of order) rounds.get(candidate)?.push(await round(candidate, options, options.milliseconds))
  }
  const measured = named.map((candidate) => summarize(candidate.name, rounds.get(candidate) ?? []))
  return Object.fromEntries(measured.map((each) => [each.name, each])) as Record<Name, Measurement>
}

const summarize = (name: string, rounds: readonly Round[]): Measurement => {
  const cpus = rounds.map(({ cpu }) => cpu)
  return {
    name,
    cpuMicroseconds: median(cpus),
    operationsPerSecond: median(rounds.map(({ rate }) => rate)),
    p50Milliseconds: median(rounds.map(({ p50 }) => p50)),
    p99Milliseconds: median(rounds.map(({ p99 }) => p99)),
    cpuOfRounds: cpus,
  }
}

/**
 * How much cheaper `candidate` is than `reference`: 2 is half the CPU per operation. The median of the ratios of adjacent rounds, so that a
 * change in the machine's load affects both sides.
 */
export const cpuRatio = (candidate: Measurement, reference: Measurement): number =>
  median(candidate.cpuOfRounds.map((cpu, repeat) => (reference.cpuOfRounds[repeat] ?? Number.NaN) / cpu))
