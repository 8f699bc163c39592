import type { Presence, PresenceKind } from './presences.ts'

/** A presence record: who was seen, and when, in one organization. */
export type PresenceRecord = Presence & { readonly at: Date }

export interface PresenceRegistryOptions {
  /** Stores the records of one organization. A failure loses them: the next poll brings others. */
  readonly write: (organizationId: string, records: readonly PresenceRecord[]) => Promise<void>
  /** Records are buffered this long and written together. Milliseconds. */
  readonly bufferFor: number
}

/** A record is stored again when the stored one is older than this: a third of the absence limit. Milliseconds. */
const writtenHolds = 15_000
/** Records older than this are discarded. Milliseconds. */
const evictAfter = 30 * 60_000

/**
 * Tracks who has a waiting room or a queue open, from the requests that the page sends every few seconds. A read must not become a write,
 * so records are buffered in memory and written in the background, many at once and only when the stored one is old. A process that dies
 * loses a few seconds of presence.
 */
export class PresenceRegistry {
  readonly #options: PresenceRegistryOptions
  readonly #seen = new Map<string, PresenceRecord & { readonly organizationId: string }>()
  readonly #written = new Map<string, number>()
  readonly #due = new Set<string>()
  #timer: NodeJS.Timeout | null = null

  constructor(options: PresenceRegistryOptions) {
    this.#options = options
  }

  record(organizationId: string, kind: PresenceKind, id: string, at: Date): void {
    this.#seen.set(id, { organizationId, kind, id, at })
    if (at.getTime() - (this.#written.get(id) ?? 0) < writtenHolds) return
    this.#due.add(id)
    this.#timer ??= setTimeout(() => void this.flush(), this.#options.bufferFor).unref()
  }

  /** When this process last saw them. */
  seenAt(id: string): Date | null {
    return this.#seen.get(id)?.at ?? null
  }

  /** Writes records that are due. Never rejects. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const due = [...this.#due].flatMap((id) => this.#seen.get(id) ?? [])
    this.#due.clear()
    for (const { id, at } of due) this.#written.set(id, at.getTime())
    const byOrganization = Map.groupBy(due, ({ organizationId }) => organizationId)
    for (const [organizationId, records] of byOrganization) {
      await this.#options.write(organizationId, records).catch(() => {
        for (const { id } of records) this.#written.delete(id)
      })
    }
    this.#evictOld(Math.max(0, ...due.map(({ at }) => at.getTime())) - evictAfter)
  }

  #evictOld(before: number): void {
    for (const [id, { at }] of this.#seen) {
      if (at.getTime() >= before) continue
      this.#seen.delete(id)
      this.#written.delete(id)
    }
  }
}
