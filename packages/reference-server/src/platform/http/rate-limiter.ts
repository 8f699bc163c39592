/** A token bucket: `burst` at once, `perSecond` from then on. */
export interface RateLimit {
  readonly burst: number
  readonly perSecond: number
}

export interface RateLimiter {
  /** Takes one. Zero when there was one to take, else the whole seconds until there will be. */
  take(who: string, rateClass: string, now: number): number
}

interface Bucket {
  level: number
  at: number
}

const sweepEvery = 60_000

/** Buckets in memory, per process. A bucket that has filled up again is forgotten. */
export const createRateLimiter = (limits: Readonly<Record<string, RateLimit>>): RateLimiter => {
  const byClass = new Map(Object.entries(limits).map(([name, limit]) => [name, { limit, buckets: new Map<string, Bucket>() }]))
  let sweptAt = 0
  const sweep = (now: number): void => {
    sweptAt = now
    for (const { limit, buckets } of byClass.values()) {
      const full = (limit.burst / limit.perSecond) * 1_000
      for (const [who, bucket] of buckets) if (now - bucket.at >= full) buckets.delete(who)
    }
  }
  return {
    take: (who, rateClass, now) => {
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
      if (bucket.level >= 1) {
        bucket.level -= 1
        return 0
      }
      return Math.max(1, Math.ceil((1 - bucket.level) / limit.perSecond))
    },
  }
}
