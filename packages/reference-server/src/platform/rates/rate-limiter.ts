/** A token bucket: `burst` at once, then `perSecond`. */
export interface RateLimit {
  readonly burst: number
  readonly perSecond: number
}

export interface RateLimiter {
  /** Takes `units`, by default one. Zero if they were available, else the seconds until they will be, rounded up. */
  take(who: string, rateClass: string, now: number, units?: number): number
  /** Takes units that are known only afterwards. They may leave a debt, for which the next `take` waits. */
  charge(who: string, rateClass: string, now: number, units: number): void
  /** The result that `take` would return, without taking anything. */
  peek(who: string, rateClass: string, now: number, units?: number): number
}

/** For tests and benchmarks that send everything from a few sessions. */
export const unlimitedRates: RateLimiter = { take: () => 0, charge: () => undefined, peek: () => 0 }

interface Bucket {
  level: number
  at: number
}

const sweepEvery = 60_000

/** Token buckets in memory, per process. A full bucket is removed. */
export const createRateLimiter = (limits: Readonly<Record<string, RateLimit>>): RateLimiter => {
  const byClass = new Map(
    Object.entries(limits).map(([name, limit]) => [name, { limit, buckets: new Map<string, Bucket>() }]),
  )
  let sweptAt = 0
  const sweep = (now: number): void => {
    sweptAt = now
    for (const { limit, buckets } of byClass.values()) {
      // From a debt of one burst.
      const full = ((2 * limit.burst) / limit.perSecond) * 1_000
      for (const [who, bucket] of buckets) if (now - bucket.at >= full) buckets.delete(who)
    }
  }
  const bucketOf = (who: string, rateClass: string, now: number): { limit: RateLimit; bucket: Bucket } => {
    const entry = byClass.get(rateClass)
    if (entry === undefined) throw new Error(`There is no rate limit named ${rateClass}.`)
    if (now - sweptAt > sweepEvery) sweep(now)
    const { limit, buckets } = entry
    let bucket = buckets.get(who)
    if (bucket === undefined) {
      bucket = { level: limit.burst, at: now }
      buckets.set(who, bucket)
    } else if (now > bucket.at) {
      bucket.level = Math.min(limit.burst, bucket.level + ((now - bucket.at) / 1_000) * limit.perSecond)
      bucket.at = now
    }
    return { limit, bucket }
  }
  const waitFor = (limit: RateLimit, { level }: Bucket, units: number): number =>
    level >= units ? 0 : Math.max(1, Math.ceil((units - level) / limit.perSecond))
  return {
    take: (who, rateClass, now, units = 1) => {
      const { limit, bucket } = bucketOf(who, rateClass, now)
      const wait = waitFor(limit, bucket, units)
      if (wait === 0) bucket.level -= units
      return wait
    },
    charge: (who, rateClass, now, units) => {
      const { limit, bucket } = bucketOf(who, rateClass, now)
      // A debt is at most one burst: no one is refused for longer than it takes to fill the bucket twice.
      bucket.level = Math.max(-limit.burst, bucket.level - units)
    },
    peek: (who, rateClass, now, units = 1) => {
      const { limit, bucket } = bucketOf(who, rateClass, now)
      return waitFor(limit, bucket, units)
    },
  }
}
