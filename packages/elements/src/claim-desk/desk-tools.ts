import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimState, ClaimSummary, OperationResponse, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { agingTable, type AgedClaims, type ToolsTranslate } from './aging-table.ts'
import { claimTable } from './claim-list.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'
import { deskToolsMessages } from './desk-tools.messages.ts'
import { FilingLimits } from './filing-limits.ts'
import { SendSeveral } from './send-several.ts'

/** What the list of claims offers in addition to the states: search, the ages of what is open, and sending several claims. */
export class DeskTools {
  readonly #host: VisitElement
  readonly #desk: ClaimDeskTranslate
  readonly #t: ToolsTranslate
  readonly #onOpen: (claimId: string) => void
  readonly #aging: Loader<AgedClaims>
  readonly #found: Loader<OperationResponse<'searchClaims'>>
  readonly several: SendSeveral
  readonly #limits: FilingLimits
  #client: VisitClient | null = null

  constructor(host: VisitElement, desk: ClaimDeskTranslate, onOpen: (claimId: string) => void) {
    this.#host = host
    this.#desk = desk
    this.#t = host.language.bundle(deskToolsMessages)
    this.#onOpen = onOpen
    this.#aging = new Loader(host)
    this.#found = new Loader(host)
    this.several = new SendSeveral(host, this.#t)
    this.#limits = new FilingLimits(host, this.#t)
  }

  reset(): void {
    this.#aging.reset()
    this.#found.reset()
    this.several.reset()
    this.#limits.reset()
    this.#client = null
  }

  /** Whether search results are shown in place of the states. */
  get isSearching(): boolean {
    return this.#found.now.state !== 'idle'
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    const watch = client.watch(async (reading) => (await client.claims.aging(reading)).items, {
      on: ['claim.changed'],
      signal,
    })
    await this.#aging.run(() => followWatch(watch, (changed) => this.#aging.set(changed)), { quietly: true })
  }

  #search(text: string): void {
    const client = this.#client
    if (!client || text.length < 2) return
    void this.#found
      .run((signal) => client.claims.search({ text }, { signal }))
      .then((found) => {
        if (found) this.#host.announce(this.#t('found', { count: found.items.length }))
      })
  }

  #endSearch = (): void => {
    this.#found.reset()
    this.#host.renderRoot.querySelector<HTMLFormElement>('#search-form')?.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#search')
  }

  renderSearch(): TemplateResult {
    const t = this.#t
    return html`<form
      class="row wrap ends"
      id="search-form"
      role="search"
      @submit=${(event: Event) => {
        event.preventDefault()
        const text = new FormData(event.currentTarget as HTMLFormElement).get('search')
        this.#search(typeof text === 'string' ? text.trim() : '')
      }}
    >
      <div class="field aside grow">
        <label for="search">${t('search')}</label>
        <p class="hint" id="search-hint">${t('searchHint', { example: '145.00' })}</p>
        <input
          id="search"
          name="search"
          type="search"
          minlength="2"
          maxlength="100"
          autocomplete="off"
          dir="auto"
          aria-describedby="search-hint"
        />
      </div>
      <button class="btn small" aria-disabled=${this.#found.busy ? 'true' : nothing}>
        ${t(this.#found.busy ? 'finding' : 'find')}
      </button>
      ${
        this.isSearching
          ? html`<button class="btn small quiet" type="button" @click=${this.#endSearch}>${t('endSearch')}</button>`
          : nothing
      }
    </form>`
  }

  renderFound(level: number): TemplateResult | typeof nothing {
    const { now } = this.#found
    const t = this.#t
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this.#host, now.problem, { texts: this.#desk })}</div>`
    if (now.state !== 'ready') return nothing
    const { items, isComplete } = now.value
    return html`<section class="part" aria-labelledby="found-heading">
      <h3 id="found-heading" aria-level=${level + 1}>${t('found', { count: items.length })}</h3>
      ${items.length === 0 ? html`<p class="muted">${t('foundNone')}</p>` : this.#table(items)}
      ${isComplete ? nothing : html`<p class="muted">${t('foundMore')}</p>`}
    </section>`
  }

  #table(items: readonly ClaimSummary[]): TemplateResult {
    return claimTable({
      t: this.#desk,
      format: this.#host.format,
      heading: 'found-heading',
      items,
      leftIds: new Set(),
      showsState: true,
      onOpen: ({ id }) => this.#onOpen(id),
    })
  }

  /** The ages of what is open, and the limits of the payers. */
  renderAging(level: number): TemplateResult {
    const items = this.#aging.value
    return html`${
      items ? agingTable({ t: this.#t, desk: this.#desk, format: this.#host.format, level, items }) : nothing
    }
    ${this.#client ? this.#limits.render(this.#client, level) : nothing}`
  }

  /** Only claims that are ready can be sent. */
  renderBatchButton(state: ClaimState, items: readonly ClaimSummary[]): TemplateResult | typeof nothing {
    return state === 'ready' ? this.several.renderButton(items.filter(({ stale }) => !stale)) : nothing
  }
}
