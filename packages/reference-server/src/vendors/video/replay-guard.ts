/** Remembers what was taken, for as long as it could be taken again. */
export interface ReplayGuard {
  /** True for a key that is new; false for one that was asked before within its time. */
  firstTime(key: string, until: Date, now: Date): boolean
}

/**
 * In memory, for one process: a report that was sent to another process passes there once more, so the domain still keeps each event's
 * id with its effect. At `limit` the keys that would end soonest are forgotten.
 */
export const createReplayGuard = (limit = 10_000): ReplayGuard => {
  const until = new Map<string, number>()
  return {
    firstTime: (key, end, now) => {
      // Insertion order is close to order of expiry, since every key lives equally long.
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
