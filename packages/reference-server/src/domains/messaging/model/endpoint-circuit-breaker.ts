/** Failures in a row after which an endpoint is left alone for a while. */
const failuresBeforePause = 3
const firstPause = 5_000
const longestPause = 900_000

/**
 * Endpoints that do not answer, as this process has seen them. Without it ten thousand deliveries to one dead endpoint would keep
 * everyone else's waiting for its timeouts; with it they cost nothing, and one at a time asks whether it is back.
 */
export class EndpointCircuitBreaker {
  readonly #failing = new Map<string, { failures: number; until: number }>()

  /** Milliseconds for which the endpoint is left alone; 0 when it may be tried. Anyone who is told 0 tries for all. */
  retryAfterMs(endpointId: string, now: Date): number {
    const known = this.#failing.get(endpointId)
    if (known === undefined || known.failures < failuresBeforePause) return 0
    const rest = known.until - now.getTime()
    if (rest > 0) return rest
    known.until = now.getTime() + this.#pause(known.failures)
    return 0
  }

  recordFailure(endpointId: string, now: Date): void {
    const failures = (this.#failing.get(endpointId)?.failures ?? 0) + 1
    this.#failing.set(endpointId, { failures, until: now.getTime() + this.#pause(failures) })
  }

  recordSuccess(endpointId: string): void {
    this.#failing.delete(endpointId)
  }

  #pause(failures: number): number {
    return Math.min(longestPause, firstPause * 2 ** Math.max(0, Math.min(failures - failuresBeforePause, 20)))
  }
}
