import type { AccessCase, VisitClient } from '@visitkit/sdk'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { DeskPage } from './desk-views.ts'

const pageSize = 50

/** `looks`: explained accesses that are listed for a second look. */
export type CasesShown = 'waiting' | 'looks' | 'closed'

const queryOf = (shown: CasesShown): { closed: boolean; secondLooks: boolean; limit: number } => ({
  closed: shown === 'closed',
  secondLooks: shown === 'looks',
  limit: pageSize,
})

/** One of the three lists of cases, live, with its next pages. */
export class CaseList {
  readonly read: Loader<DeskPage<AccessCase>>
  readonly #more: Loader<true>
  #client: VisitClient | null = null
  #signal: AbortSignal | null = null
  #refresh: () => void = () => undefined
  #chosen: CasesShown = 'waiting'

  constructor(host: VisitElement) {
    this.read = new Loader(host)
    this.#more = new Loader(host)
  }

  get chosen(): CasesShown {
    return this.#chosen
  }

  get isReadingMore(): boolean {
    return this.#more.busy
  }

  follow(client: VisitClient, signal: AbortSignal): void {
    this.#client = client
    this.#signal = signal
    const chosen = this.#chosen
    const read = (reading: { signal: AbortSignal }): Promise<DeskPage<AccessCase>> =>
      client.accessCases
        .list(queryOf(chosen), reading)
        .page()
        .then(({ items, nextCursor }) => ({ items, next: nextCursor }))
    void this.read.run(() => {
      const watch = client.watch(read, { on: ['access-case.changed'], signal })
      this.#refresh = () => watch.refresh()
      return followList(watch, (shown) => {
        if (this.#chosen === chosen) this.read.set(shown)
      })
    })
  }

  refresh(): void {
    this.#refresh()
  }

  reset(): void {
    this.read.reset()
    this.#more.reset()
    this.#client = this.#signal = null
  }

  choose(list: CasesShown): void {
    if (!this.#client || !this.#signal) return
    this.#chosen = list
    this.read.reset()
    this.follow(this.#client, this.#signal)
  }

  showMore = (): void => {
    const [client, shown, chosen] = [this.#client, this.read.value, this.#chosen]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = await client.accessCases.list(queryOf(chosen), { signal }).page(cursor)
      this.read.set({ items: [...shown.items, ...page.items], next: page.nextCursor })
      return true
    })
  }

  /** Shows a case as it is after a step, until the next read. Returns whether it has left this list. */
  replace(after: AccessCase): boolean {
    const isGone = after.status === 'closed' && this.#chosen !== 'closed'
    const shown = this.read.value
    if (shown)
      this.read.set({
        ...shown,
        items: shown.items.flatMap((one) => (one.id !== after.id ? [one] : isGone ? [] : [after])),
      })
    return isGone
  }
}
