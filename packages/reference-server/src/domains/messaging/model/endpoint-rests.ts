/** Failures in a row after which an endpoint is left alone for a while. */
const failuresBeforeRest = 3
const firstRest = 5_000
const longestRest = 900_000

/**
 * Endpoints that do not answer, as this process has seen them. Without it ten thousand deliveries to one dead endpoint would keep
 * everyone else's waiting for its timeouts; with it they cost nothing, and one at a time asks whether it is back.
 */
export class EndpointRests {
  readonly #failing = new Map<string, { failures: number; until: number }>()

  /** Milliseconds for which the endpoint is left alone; 0 when it may be tried. Whoever is told 0 tries for all. */
  restOf(endpointId: string, now: Date): number {
    const known = this.#failing.get(endpointId)
    if (known === undefined || known.failures < failuresBeforeRest) return 0
    const rest = known.until - now.getTime()
    if (rest > 0) return rest
    known.until = now.getTime() + this.#pause(known.failures)
    return 0
  }

  failed(endpointId: string, now: Date): void {
    const failures = (this.#failing.get(endpointId)?.failures ?? 0) + 1
    this.#failing.set(endpointId, { failures, until: now.getTime() + this.#pause(failures) })
  }

  answered(endpointId: string): void {
    this.#failing.delete(endpointId)
  }

  #pause(failures: number): number {
    return Math.min(longestRest, firstRest * 2 ** Math.max(0, Math.min(failures - failuresBeforeRest, 20)))
  }
}
