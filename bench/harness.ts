import { readFileSync } from 'node:fs'

/** One way of doing the work. `run` does it once and resolves when it is done. */
export interface Candidate {
  readonly name: string
  readonly run: () => Promise<unknown> | unknown
  /** Processes whose CPU time counts beside this one's: a database, a server. */
  readonly processIds?: readonly number[]
}

export interface Measurement {
  readonly name: string
  /** Medians over the repeats. */
  readonly cpuMicroseconds: number
  readonly operationsPerSecond: number
  readonly p50Milliseconds: number
  readonly p99Milliseconds: number
  readonly repeats: number
  /** Smallest and largest CPU cost of the repeats: how far to trust the median. */
  readonly spread: readonly [number, number]
}

/** CPU time that a process and its threads have had, in microseconds, from the scheduler's own count. */
const cpuOf = (processId: number | 'self'): number => {
  try {
    return Number(readFileSync(`/proc/${processId}/schedstat`, 'utf8').split(' ')[0]) / 1000
  } catch {
    return 0
  }
}

/** All of this process's threads: the kernel's count for a process is its main thread's only. */
const ownCpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN

interface Round {
  readonly cpu: number
  readonly rate: number
  readonly p50: number
  readonly p99: number
}

/** `concurrency` loops run the candidate until the time is over. */
const round = async (candidate: Candidate, concurrency: number, milliseconds: number): Promise<Round> => {
  const others = candidate.processIds ?? []
  const cpuBefore = ownCpu() + others.reduce((sum, id) => sum + cpuOf(id), 0)
  const started = performance.now()
  const until = started + milliseconds
  const times: number[] = []
  const loop = async (): Promise<void> => {
    while (performance.now() < until) {
      const begun = performance.now()
      await candidate.run()
      times.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: concurrency }, loop))
  const elapsed = performance.now() - started
  const cpu = ownCpu() + others.reduce((sum, id) => sum + cpuOf(id), 0) - cpuBefore
  times.sort((a, b) => a - b)
  return { cpu: cpu / times.length, rate: (times.length / elapsed) * 1000, p50: quantile(times, 0.5), p99: quantile(times, 0.99) }
}

/**
 * Measures candidates against each other: interleaved (so that a noisy minute hits all alike), repeated, medians. One round of each is
 * thrown away as warm-up. Ratios of one call may be compared; numbers of different calls may not.
 */
export const compare = async (
  candidates: readonly Candidate[],
  options: { readonly concurrency: number; readonly repeats: number; readonly milliseconds: number },
): Promise<Measurement[]> => {
  const rounds = new Map<Candidate, Round[]>(candidates.map((candidate) => [candidate, []]))
  for (const candidate of candidates) await round(candidate, options.concurrency, Math.min(300, options.milliseconds))
  for (let repeat = 0; repeat < options.repeats; repeat++)
    for (const candidate of candidates) rounds.get(candidate)?.push(await round(candidate, options.concurrency, options.milliseconds))
  return candidates.map((candidate) => {
    const of = rounds.get(candidate) ?? []
    const cpus = of.map((one) => one.cpu)
    return {
      name: candidate.name,
      cpuMicroseconds: median(cpus),
      operationsPerSecond: median(of.map((one) => one.rate)),
      p50Milliseconds: median(of.map((one) => one.p50)),
      p99Milliseconds: median(of.map((one) => one.p99)),
      repeats: options.repeats,
      spread: [Math.min(...cpus), Math.max(...cpus)],
    }
  })
}
