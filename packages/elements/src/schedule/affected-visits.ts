import type { AffectedAppointment, SupplyChange, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The booked visits that a change would affect, as far as they are read. */
export interface Affected {
  readonly items: readonly AffectedAppointment[]
  /** All of them. */
  readonly count: number
  readonly next: string | null
}

const PAGE = 20

/** Shows what a change of hours or time off does, before it is saved. */
export class AffectedVisits {
  readonly seen: Loader<Affected>
  #change: SupplyChange | null = null

  constructor(host: VisitElement) {
    this.seen = new Loader(host)
  }

  get count(): number {
    return this.seen.value?.count ?? 0
  }

  async preview(client: VisitClient, change: SupplyChange): Promise<Affected | undefined> {
    this.#change = change
    return this.seen.run((signal) => this.#read(client, change, undefined, signal), { quietly: true })
  }

  async more(client: VisitClient): Promise<void> {
    const [change, before] = [this.#change, this.seen.value]
    if (!change || !before?.next) return
    const { next } = before
    await this.seen.run(
      async (signal) => {
        const page = await this.#read(client, change, next, signal)
        return { ...page, items: [...before.items, ...page.items] }
      },
      { quietly: true },
    )
  }

  reset(): void {
    this.#change = null
    this.seen.reset()
  }

  async #read(
    client: VisitClient,
    change: SupplyChange,
    cursor: string | undefined,
    signal: AbortSignal,
  ): Promise<Affected> {
    const query = { limit: PAGE, ...(cursor ? { cursor } : {}) }
    const { items, count, nextCursor } = await client.supplyChanges.preview(change, query, { signal })
    return { items, count, next: nextCursor }
  }
}
