import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient, WriteOff } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { claimWorkMessages } from './claim-work.messages.ts'
import { writeOffItem, type WorkTexts } from './claim-work-views.ts'
import { denialReasonsMessages } from './denial-reasons.messages.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { toPage, withMore, type ShownPage } from './shown-page.ts'

const pageSize = 50

/** Write-offs that wait for a second person. Updates live. */
export class WriteOffsPage {
  readonly #host: VisitElement
  readonly #t: WorkTexts['t']
  readonly #words: WorkTexts['words']
  readonly #opener: () => ((claimId: string) => void) | null
  readonly #list: Loader<ShownPage<WriteOff>>
  readonly #more: Loader<true>
  readonly #deciding: Loader<true>
  readonly #keys = new IdempotencyKeys()
  #client: VisitClient | null = null
  #refresh: (() => void) | null = null

  /** @param opener - Opens the claim of a write-off; null for a reader of no claims. */
  constructor(host: VisitElement, opener: () => ((claimId: string) => void) | null) {
    this.#host = host
    this.#t = host.language.bundle(claimWorkMessages)
    this.#words = host.language.bundle(denialReasonsMessages)
    this.#opener = opener
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#deciding = new Loader(host)
  }

  reset(): void {
    for (const loader of [this.#list, this.#more, this.#deciding]) loader.reset()
    this.#client = this.#refresh = null
    this.#keys.done()
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    const watch = client.watch((reading) => client.writeOffs.list({ limit: pageSize }, reading).page(), {
      on: ['write-off.changed'],
      signal,
    })
    this.#refresh = () => watch.refresh()
    await this.#list.run(async () => toPage(await followWatch(watch, (changed) => this.#list.set(toPage(changed)))), {
      quietly: true,
    })
  }

  async #decide({ id, version }: WriteOff, approved: boolean): Promise<void> {
    const client = this.#client
    if (!client || this.#deciding.busy) return
    const done = await this.#deciding.run(async () => {
      await client.writeOffs.decide(id, { approved, version }, this.#keys.for(String(approved), [id, version]))
      return true
    })
    this.#refresh?.()
    if (!done) return
    const page = this.#list.value
    if (page) this.#list.set({ ...page, items: page.items.filter((one) => one.id !== id) })
    this.#host.announce(this.#t(approved ? 'approved' : 'refused'))
    await moveFocus(this.#host, '#waiting-heading')
  }

  #showMore(): void {
    const [client, shown] = [this.#client, this.#list.value]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = toPage(await client.writeOffs.list({ limit: pageSize }, { signal }).page(cursor))
      this.#list.set(withMore(shown, page))
      return true
    })
  }

  render(level: number, retry: () => void): TemplateResult {
    const t = this.#t
    const { now } = this.#list
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this.#host, now.problem, { texts: this.#t, retry })}</div>`
    if (now.state !== 'ready') return loadingRows(t('loadingWork'))
    const { items, next } = now.value
    const texts: WorkTexts = { t, words: this.#words, format: this.#host.format, level }
    const { problem } = this.#deciding
    return html`<section class="part" aria-labelledby="waiting-heading">
      <div class="tight">
        <h3 id="waiting-heading" tabindex="-1" aria-level=${level + 1}>${t('offsHeading')}</h3>
        <p class="small muted">${t('offsHint')}</p>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing}
      ${
        items.length === 0
          ? html`<div class="empty tight">
              <p><b>${t('offsEmpty')}</b></p>
              <p class="muted">${t('offsEmptyText')}</p>
            </div>`
          : html`<ul class="history plain">
              ${items.map((one) => {
                const open = this.#opener()
                const name = html`<b dir="auto">${one.patient?.displayName ?? one.claimNumber}</b>
                  <span class="small muted" dir="ltr">${one.claimNumber}</span>`
                return html`<li class="tight">
                  ${
                    open
                      ? html`<button class="open" type="button" @click=${() => open(one.claimId)}>${name}</button>`
                      : html`<p>${name}</p>`
                  }
                  ${writeOffItem(texts, one, {
                    decide: (writeOff, approved) => void this.#decide(writeOff, approved),
                    undo: () => undefined,
                  })}
                </li>`
              })}
            </ul>`
      }
      ${moreButton(t('offsMore'), { next, busy: this.#more.busy, onMore: () => this.#showMore() })}
    </section>`
  }
}
