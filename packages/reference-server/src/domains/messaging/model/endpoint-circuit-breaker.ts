/** Consecutive failures after which an endpoint is not called for a while. */
const failuresBeforePause = 3
const firstPause = 5_000
const longestPause = 900_000

/**
 * Endpoints that do not respond, as seen by this process. Without it, ten thousand deliveries to one dead endpoint would delay all others
 * by its timeouts. With it they cost nothing, and one delivery at a time tests whether the endpoint is back.
 */
export class EndpointCircuitBreaker {
  readonly #failing = new Map<string, { failures: number; until: number }>()

  /**
   * Milliseconds until the endpoint may be called again; 0 if it may be called now. A caller that receives 0 makes the test call for all.
   */
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
