/** A vendor's rate limit: requests per second, and the burst after a pause. */
export interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export interface RequestThrottle {
  /**
   * Runs `task` as soon as the rate allows, first come first served. A waiting task whose `signal` aborts leaves the queue and rejects
   * with its reason, without having started.
   */
  run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T>
  /** Starts nothing for this time: a vendor's Retry-After. */
  pause(milliseconds: number): void
  readonly waiting: number
}

/**
 * A token bucket with a queue: requests wait here instead of failing at the vendor's limit. The limit is per process: with several
 * processes, give each a share.
 */
export const createRequestThrottle = (rate: Rate): RequestThrottle => {
  const line: (() => void)[] = []
  let tokens = rate.burst
  let filledAt = performance.now()
  let pausedUntil = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  const refill = (now: number): void => {
    tokens = Math.min(rate.burst, tokens + ((now - filledAt) * rate.perSecond) / 1000)
    filledAt = now
  }

  const serve = (): void => {
    timer = undefined
    const now = performance.now()
    refill(now)
    while (line.length > 0 && tokens >= 1 && now >= pausedUntil) {
      tokens -= 1
      line.shift()?.()
    }
    if (line.length === 0) return
    const wait = Math.max(pausedUntil - now, ((1 - tokens) * 1000) / rate.perSecond, 1)
    timer = setTimeout(serve, Math.ceil(wait))
  }

  return {
    get waiting() {
      return line.length
    },
    pause: (milliseconds) => {
      pausedUntil = Math.max(pausedUntil, performance.now() + milliseconds)
    },
    run: (task, signal) =>
      new Promise((resolve, reject) => {
        const leave = (): void => {
          const at = line.indexOf(start)
          if (at >= 0) line.splice(at, 1)
          reject(signal?.reason)
        }
        const start = (): void => {
          signal?.removeEventListener('abort', leave)
          task().then(resolve, reject)
        }
        if (signal?.aborted) return reject(signal.reason)
        signal?.addEventListener('abort', leave, { once: true })
        line.push(start)
        if (timer === undefined) serve()
      }),
  }
}
