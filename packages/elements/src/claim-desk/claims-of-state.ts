import { html, type TemplateResult } from 'lit'
import type { ClaimState, ClaimSummary, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followList } from '../core/follow-list.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { claimList } from './claim-list.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'
import { initialList, refreshList, returnToList, appendPage, type ShownList } from './refresh-list.ts'
import { toPage, type ShownPage } from './shown-page.ts'

const pageSize = 50

/** The claims in one state, live. A change waits until the person asks for it, so that no row moves under a finger. */
export class ClaimsOfState {
  readonly #host: VisitElement
  readonly #t: ClaimDeskTranslate
  readonly #onOpen: (claimId: string) => void
  readonly #list: Loader<ShownList>
  readonly #more: Loader<true>
  #client: VisitClient | null = null
  /** The current first page, while an older one is on the screen. */
  #latest: ShownPage<ClaimSummary> | null = null
  state: ClaimState | null = null

  constructor(host: VisitElement, t: ClaimDeskTranslate, onOpen: (claimId: string) => void) {
    this.#host = host
    this.#t = t
    this.#onOpen = onOpen
    this.#list = new Loader(host)
    this.#more = new Loader(host)
  }

  get items(): readonly ClaimSummary[] {
    return this.#list.value?.items ?? []
  }

  reset(): void {
    this.#client = this.#latest = this.state = null
    this.#list.reset()
    this.#more.reset()
  }

  /** Returns whether that is another state than before. */
  choose(state: ClaimState): boolean {
    if (state === this.state) return false
    this.reset()
    this.state = state
    return true
  }

  /** @param first - The state when none is chosen. */
  async follow(client: VisitClient, first: ClaimState, signal: AbortSignal): Promise<void> {
    this.#client = client
    const state = (this.state ??= first)
    const reading = client.watch(
      async (options) => toPage(await client.claims.list({ state, limit: pageSize }, options).page()),
      { on: ['claim.changed'], signal },
    )
    const shown = this.#list.value
    await this.#list.run(
      async () => {
        const latest = (this.#latest = await followList(reading, (next) => this.#settle(next)))
        return shown ? returnToList(shown, latest) : initialList(latest)
      },
      { quietly: true },
    )
  }

  #settle(latest: ShownPage<ClaimSummary>): void {
    this.#latest = latest
    const shown = this.#list.value
    const next = shown ? refreshList(shown, latest) : initialList(latest)
    if (next.changeCount > 0 && shown?.changeCount === 0) this.#host.announce(this.#t('newsSaid'))
    this.#list.set(next)
  }

  #showLatest(): void {
    if (this.#latest) this.#list.set(initialList(this.#latest))
    void moveFocus(this.#host, '#list-heading')
  }

  #showMore(): void {
    const [client, shown, state] = [this.#client, this.#list.value, this.state]
    if (!client || !shown?.next || !state || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = toPage(await client.claims.list({ state, limit: pageSize }, { signal }).page(cursor))
      this.#list.set(appendPage(this.#list.value ?? shown, page))
      return true as const
    })
  }

  /** @param extra - What is next to the heading. */
  render(extra: (state: ClaimState, items: readonly ClaimSummary[]) => unknown): TemplateResult {
    const [t, host] = [this.#t, this.#host]
    const { now } = this.#list
    if (now.state === 'failed')
      return html`<div class="part">
        ${problemView(host, now.problem, { texts: t, retry: () => host.startAgain() })}
      </div>`
    if (now.state !== 'ready' || !this.state) return loadingRows(t('loading'))
    return claimList({
      t,
      format: host.format,
      level: host.headingLevel,
      state: this.state,
      list: now.value,
      loadingMore: this.#more.busy,
      problem: this.#more.problem ? problemView(host, this.#more.problem, { texts: t }) : null,
      extra: extra(this.state, now.value.items),
      onOpen: ({ id }) => this.#onOpen(id),
      onShowLatest: () => this.#showLatest(),
      onMore: () => this.#showMore(),
    })
  }
}
