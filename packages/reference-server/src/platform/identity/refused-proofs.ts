import type { RegisteredClient } from './registered-client.ts'

/** packs/policy/sessions.json: how many refused proofs of a client, and within which time, are reported. */
export interface RefusedProofsPolicy {
  readonly count: number
  readonly withinSeconds: number
}

interface ReportedProofs {
  readonly organizationId: string
  readonly clientId: string
  readonly count: number
  readonly since: Date
}

export interface RefusedProofs {
  /** Counts one. It neither delays the response nor changes it: a person who guesses learns nothing from it. */
  count(client: Pick<RegisteredClient, 'organizationId' | 'clientId'>, now: Date): void
  /** Once every report under way is stored. */
  settled(): Promise<void>
}

interface Period {
  readonly since: Date
  count: number
  /** The count at which the next report is due. */
  next: number
}

/**
 * Counts the refused proofs of each registered client in this process. The first report is at the number of the policy, the next ones at
 * ten times the number before: an attack causes a few reports, and not one for each guess. Unknown clients belong to no organization; they
 * take no memory here.
 */
export const createRefusedProofs = (
  { count: most, withinSeconds }: RefusedProofsPolicy,
  report: (reported: ReportedProofs, now: Date) => Promise<void>,
  onFailure: (error: unknown) => void,
): RefusedProofs => {
  const periods = new Map<string, Period>()
  const reports = new Set<Promise<void>>()
  const periodAt = (clientId: string, now: Date): Period => {
    const last = periods.get(clientId)
    if (last !== undefined && now.getTime() - last.since.getTime() < withinSeconds * 1_000) return last
    const begun = { since: now, count: 0, next: most }
    periods.set(clientId, begun)
    return begun
  }
  return {
    count: ({ organizationId, clientId }, now) => {
      const period = periodAt(clientId, now)
      period.count++
      if (period.count < period.next) return
      period.next *= 10
      const { count, since } = period
      const reported: Promise<void> = report({ organizationId, clientId, count, since }, now)
        .catch(onFailure)
        .finally(() => reports.delete(reported))
      reports.add(reported)
    },
    settled: async () => void (await Promise.all(reports)),
  }
}
