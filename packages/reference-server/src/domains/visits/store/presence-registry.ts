import type { Presence, PresenceKind } from './presences.ts'

/** Who was seen, and when, in one organization. */
export type Sighting = Presence & { readonly at: Date }

export interface PresenceRegistryOptions {
  /** Writes sightings of one organization down. A failure loses them: the next reading brings others. */
  readonly write: (organizationId: string, sightings: readonly Sighting[]) => Promise<void>
  /** Sightings of this long are gathered into one write. Milliseconds. */
  readonly bufferFor: number
}

/** A sighting is written again when the written one is older than this: a third of what makes someone absent. Milliseconds. */
const writtenHolds = 15_000
/** Nobody asks for a sighting this old. Milliseconds. */
const evictAfter = 30 * 60_000

/**
 * Who has a waiting room or a queue open, by the reading that their page does every few seconds. Noting it must not turn a read into a
 * write, so it is noted in memory and written down behind, many at once and only when the written sighting grows old. What is lost
 * with a process is a few seconds of presence.
 */
export class PresenceRegistry {
  readonly #options: PresenceRegistryOptions
  readonly #seen = new Map<string, Sighting & { readonly organizationId: string }>()
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

  /** When this process has last seen them. */
  seenAt(id: string): Date | null {
    return this.#seen.get(id)?.at ?? null
  }

  /** Writes what is due. Never rejects. */
  async flush(): Promise<void> {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
    const due = [...this.#due].flatMap((id) => this.#seen.get(id) ?? [])
    this.#due.clear()
    for (const { id, at } of due) this.#written.set(id, at.getTime())
    const byOrganization = Map.groupBy(due, ({ organizationId }) => organizationId)
    for (const [organizationId, sightings] of byOrganization) {
      await this.#options.write(organizationId, sightings).catch(() => {
        for (const { id } of sightings) this.#written.delete(id)
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
