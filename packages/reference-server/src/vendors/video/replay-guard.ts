/** Remembers accepted keys until they expire. */
export interface ReplayGuard {
  /** True for a new key; false for one that was already accepted within its time. */
  firstTime(key: string, until: Date, now: Date): boolean
}

/**
 * In memory, for one process: a repeated report passes once more in another process, so the domain also stores each event's id with its
 * effect. At `limit`, the keys that expire soonest are dropped.
 */
export const createReplayGuard = (limit = 10_000): ReplayGuard => {
  const until = new Map<string, number>()
  return {
    firstTime: (key, end, now) => {
      // Insertion order is approximately the order of expiry, because all keys have the same lifetime.
      for (const [old, ends] of until) {
        if (ends > now.getTime() && until.size < limit) break
        until.delete(old)
      }
      if (until.has(key)) return false
      until.set(key, end.getTime())
      return true
    },
  }
}
