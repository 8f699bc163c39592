import { html, nothing } from 'lit'
import type { Remittance, RemittanceLine, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'
import { paymentDetail, paymentList, type LineActions } from './payment-views.ts'
import { toPage, withMore, type ShownPage } from './shown-page.ts'

export interface PaymentDetail extends Remittance {
  readonly lines: RemittanceLine[]
}
const pageSize = 25

/** Payments of payers and their lines. Updates live. */
export class PaymentsPage {
  readonly #host: VisitElement
  readonly #t: ClaimDeskTranslate
  readonly #acts: LineActions
  readonly #list: Loader<ShownPage<Remittance>>
  readonly #more: Loader<true>
  readonly #one: Loader<PaymentDetail>
  #client: VisitClient | null = null
  #onlyOpen = false
  #shownId: string | null = null

  constructor(host: VisitElement, t: ClaimDeskTranslate, actions: LineActions) {
    this.#host = host
    this.#t = t
    this.#acts = actions
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#one = new Loader(host)
  }

  reset(): void {
    for (const loader of [this.#list, this.#more, this.#one]) loader.reset()
    this.#client = this.#shownId = null
    this.#onlyOpen = false
  }

  get #query(): { limit: number; status?: 'needs-work' } {
    return { limit: pageSize, ...(this.#onlyOpen && { status: 'needs-work' }) }
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    // A posted payment changes claims, so this element watches claim events.
    const watch = client.watch((reading) => client.remittances.list(this.#query, reading).page(), {
      on: ['claim.changed'],
      signal,
    })
    await this.#list.run(async () => toPage(await followWatch(watch, (changed) => this.#renewed(toPage(changed)))))
  }

  /** Rows of later pages are kept below the newest page. */
  #renewed(latest: ShownPage<Remittance>): void {
    const known = new Set(latest.items.map(({ id }) => id))
    const earlier = (this.#list.value?.items ?? []).slice(pageSize).filter(({ id }) => !known.has(id))
    const next = earlier.length > 0 ? (this.#list.value?.next ?? null) : latest.next
    this.#list.set({ items: [...latest.items, ...earlier], next })
  }

  #showMore = (): void => {
    const [client, listed] = [this.#client, this.#list.value]
    if (!client || !listed?.next || this.#more.busy) return
    const cursor = listed.next
    void this.#more.run(async (signal) => {
      this.#list.set(withMore(listed, toPage(await client.remittances.list(this.#query, { signal }).page(cursor))))
      return true as const
    })
  }

  #show = (remittanceId: string): void => {
    const client = this.#client
    if (!client) return
    this.#shownId = remittanceId
    void moveFocus(this.#host, '#payment-heading')
    void this.#one
      .run((signal) => client.remittances.get(remittanceId, { signal }))
      .then(() => moveFocus(this.#host, '#payment-heading'))
  }

  #back = (): void => {
    const id = this.#shownId
    this.#shownId = null
    this.#one.reset()
    void moveFocus(this.#host, `[id="payment-${id ?? ''}"]`)
  }

  #payment(level: number, remittanceId: string): unknown {
    const t = this.#t
    const { now } = this.#one
    const shown =
      now.state === 'failed'
        ? html`<div class="part">
            ${problemView(this.#host, now.problem, { texts: t, retry: () => this.#show(remittanceId) })}
          </div>`
        : now.state === 'ready'
          ? paymentDetail({ t, format: this.#host.format, level }, now.value, this.#acts)
          : loadingRows(this.#t('loadingPayments'))
    return html`<div class="part">
        <div>
          <button class="btn quiet small start" type="button" @click=${this.#back}>
            ${iconBack} ${t('backToPayments')}
          </button>
        </div>
      </div>
      ${shown}`
  }

  /** @param filter - Restarts the list after a change of the query. */
  render(level: number, restart: () => void): unknown {
    const t = this.#t
    if (this.#shownId) return this.#payment(level, this.#shownId)
    const { now } = this.#list
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this.#host, now.problem, { texts: t, retry: restart })}</div>`
    if (now.state !== 'ready') return loadingRows(this.#t('loadingPayments'))
    return paymentList(
      { t, format: this.#host.format, level },
      {
        ...now.value,
        onlyOpen: this.#onlyOpen,
        busy: this.#more.busy,
        problem: this.#more.problem ? problemView(this.#host, this.#more.problem, { texts: t }) : nothing,
        onFilter: (onlyOpen) => {
          this.#onlyOpen = onlyOpen
          restart()
        },
        onOpen: this.#show,
        onMore: this.#showMore,
      },
    )
  }
}
