import type { MonitorPolicy } from './monitor-policy.ts'

/** Unexplained patients of a member on a day on which they worked. */
export interface MemberDay {
  readonly memberId: string
  readonly role: string
  readonly day: number
  readonly unexplained: number
}

export interface UnusualDay {
  readonly memberId: string
  readonly day: number
  readonly code: 'volume' | 'slow-collection'
  /** The robust z, or the sum. */
  readonly value: number
}

const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

/** 0.6745 makes the median absolute deviation comparable with a standard deviation (Iglewicz and Hoaglin 1993). */
const robustZ = (value: number, peers: readonly number[], leastDeviation: number): number => {
  const center = median(peers)
  const deviation = median(peers.map((peer) => Math.abs(peer - center)))
  return (0.6745 * (value - center)) / Math.max(deviation, leastDeviation)
}

/**
 * Days on which a member opened many more records without an explanation than others of their role, and days on which what was a little
 * too much for a long time has become too much. A median does not move when one member's days are extreme, so that a culprit does not
 * hide among the peers.
 */
export const findUnusualDays = (
  days: readonly MemberDay[],
  { volume, slowCollection }: MonitorPolicy,
): readonly UnusualDay[] => {
  const ofRoles = Map.groupBy(days, ({ role }) => role)
  return [...ofRoles.values()].flatMap((ofRole) => {
    const counts = new Map<number, number[]>()
    for (const { day, unexplained } of ofRole) counts.set(day, [...(counts.get(day) ?? []), unexplained])
    const known = new Map<number, readonly number[]>()
    /** The day itself and those before it. */
    const peersOf = (day: number): readonly number[] => {
      const before = known.get(day)
      if (before !== undefined) return before
      const peers: number[] = []
      for (let at = day - volume.windowDays + 1; at <= day; at++) peers.push(...(counts.get(at) ?? []))
      known.set(day, peers)
      return peers
    }
    return [...Map.groupBy(ofRole, ({ memberId }) => memberId).values()].flatMap((own) => {
      const unusual: UnusualDay[] = []
      let sum = 0
      for (const { memberId, day, unexplained } of own.toSorted((one, other) => one.day - other.day)) {
        const z = unexplained < 2 ? 0 : robustZ(unexplained, peersOf(day), volume.leastDeviation)
        if (z > volume.z) unusual.push({ memberId, day, code: 'volume', value: z })
        // A sum that is zero and a count within the allowance stay zero, whatever the median is.
        if (sum === 0 && unexplained <= slowCollection.allowance) continue
        sum = Math.max(0, sum + unexplained - (median(peersOf(day)) + slowCollection.allowance))
        if (sum < slowCollection.limit) continue
        unusual.push({ memberId, day, code: 'slow-collection', value: sum })
        sum = 0
      }
      return unusual
    })
  })
}
