import { readdirSync, readFileSync } from 'node:fs'

/** CPU time of all living threads of a process in microseconds, as the scheduler counts it; 0 once it has ended. */
const cpuOfProcess = (processId: number): number => {
  let nanoseconds = 0
  try {
    for (const thread of readdirSync(`/proc/${processId}/task`))
      nanoseconds += Number(readFileSync(`/proc/${processId}/task/${thread}/schedstat`, 'utf8').split(' ')[0])
  } catch {
    // A thread or the process ended between the listing and the reading.
  }
  return nanoseconds / 1_000
}

/** A process with all its descendants, such as the workers that PostgreSQL forks. */
export const processTree = (processId: number): number[] => {
  try {
    const children = readFileSync(`/proc/${processId}/task/${processId}/children`, 'utf8').trim()
    return [
      processId,
      ...children
        .split(' ')
        .filter(Boolean)
        .flatMap((child) => processTree(Number(child))),
    ]
  } catch {
    return [processId]
  }
}

/** CPU time of processes since `since` was taken. A process that started later counts fully; one that ended does not count. */
export class CpuMeter {
  readonly #roots: () => readonly number[]
  readonly #countsThisProcess: boolean
  #before = new Map<number, number>()
  #own = 0

  constructor(roots: () => readonly number[], countsThisProcess: boolean) {
    this.#roots = roots
    this.#countsThisProcess = countsThisProcess
  }

  start(): void {
    this.#before = new Map(this.#processes().map((id) => [id, cpuOfProcess(id)]))
    this.#own = ownCpu()
  }

  /** Microseconds since `start`. */
  read(): number {
    const others = this.#processes().reduce((sum, id) => sum + cpuOfProcess(id) - (this.#before.get(id) ?? 0), 0)
    return others + (this.#countsThisProcess ? ownCpu() - this.#own : 0)
  }

  #processes(): number[] {
    return this.#roots().flatMap(processTree)
  }
}

/** This process with all its threads, including those that have ended. */
const ownCpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}
