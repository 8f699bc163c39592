import type { RegisteredClient } from './registered-client.ts'

/** packs/policy/sessions.json: how many refused proofs of a client, and within which time, are reported. */
export interface RefusedProofsPolicy {
  readonly count: number
  readonly withinSeconds: number
}

/** Refused proofs of one client, in all processes. */
export interface Refusals {
  readonly since: Date
  readonly count: number
}

export interface StoredRefusals extends Refusals {
  /** The count at which the next report is due. */
  readonly nextReport: number
}

/**
 * The first report is at the number of the policy, the next ones at ten times the number before: an attack causes a few reports, and not one
 * for each guess. After its period, the count begins again.
 */
export const addRefusals = (
  { count: most, withinSeconds }: RefusedProofsPolicy,
  stored: StoredRefusals,
  added: Refusals,
): { readonly refusals: StoredRefusals; readonly isDue: boolean } => {
  const isOver = added.since.getTime() - stored.since.getTime() >= withinSeconds * 1_000
  const before = isOver ? { since: added.since, count: 0, nextReport: most } : stored
  const count = before.count + added.count
  let { nextReport } = before
  while (nextReport <= count) nextReport *= 10
  return { refusals: { since: before.since, count, nextReport }, isDue: nextReport > before.nextReport }
}

/** A registered client whose proofs are counted. */
export type CountedClient = Pick<RegisteredClient, 'organizationId' | 'clientId'>

export interface RefusedProofs {
  /** Counts one. It neither delays the response nor changes it: a person who guesses learns nothing from it. */
  count(client: CountedClient, now: Date): void
  /** Once all that was counted is stored. */
  settled(): Promise<void>
}

/** How long the refusals of a client are collected, so that a flood of them is a few transactions. Milliseconds. */
const collectFor = 200

/**
 * Counts the refused proofs of each registered client, and has them added to what all processes have stored. Unknown clients belong to no
 * organization; they take no memory here.
 */
export const createRefusedProofs = (
  store: (client: CountedClient, added: Refusals) => Promise<void>,
  onFailure: (error: unknown) => void,
): RefusedProofs => {
  const collected = new Map<string, { readonly client: CountedClient; readonly since: Date; count: number }>()
  const underWay = new Set<Promise<void>>()
  let timer: NodeJS.Timeout | null = null
  const storeCollected = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    for (const { client, since, count } of collected.values()) {
      const stored: Promise<void> = store(client, { since, count })
        .catch(onFailure)
        .finally(() => underWay.delete(stored))
      underWay.add(stored)
    }
    collected.clear()
  }
  return {
    count: ({ organizationId, clientId }, now) => {
      const known = collected.get(clientId)
      if (known === undefined) collected.set(clientId, { client: { organizationId, clientId }, since: now, count: 1 })
      else known.count++
      timer ??= setTimeout(storeCollected, collectFor).unref()
    },
    settled: async () => {
      storeCollected()
      await Promise.all(underWay)
    },
  }
}
