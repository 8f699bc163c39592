import { html, nothing, type TemplateResult } from 'lit'
import type { Prescription, RefillRequest, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { RecordTranslate } from './result-words.ts'

/** What must not be taken any more is not refilled. */
const ended: readonly Prescription['status'][] = ['cancelled', 'cancel-requested', 'replaced', 'refused']

/** "Ask for a refill" next to a medicine, and what the clinic answered. */
export class RefillPart {
  readonly #host: VisitElement
  readonly #t: RecordTranslate
  readonly #client: () => VisitClient | null
  readonly #asked: () => void
  readonly #asking: Loader<RefillRequest>
  #askedFor: string | null = null
  #open: ReadonlySet<string> = new Set()

  /** @param asked - Called after a request was sent, to read what the server keeps. */
  constructor(host: VisitElement, t: RecordTranslate, client: () => VisitClient | null, asked: () => void) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#asked = asked
    this.#asking = new Loader(host)
  }

  reset(): void {
    this.#asking.reset()
    this.#askedFor = null
    this.#open = new Set()
  }

  /** Says when a request is answered while the person has the page open. */
  follow(refills: readonly RefillRequest[]): void {
    if (refills.some(({ id, status }) => status !== 'open' && this.#open.has(id)))
      this.#host.announce(this.#t('refillAnswered'))
    this.#open = new Set(refills.filter(({ status }) => status === 'open').map(({ id }) => id))
  }

  async #ask(id: string): Promise<void> {
    const client = this.#client()
    if (!client || this.#asking.busy) return
    this.#askedFor = id
    const done = await this.#asking.run(() => client.refills.request(id))
    this.#asked()
    if (done) this.#host.announce(this.#t('refillSent'))
  }

  #answer({ status, requestedAt, respondedAt, answer }: RefillRequest): TemplateResult {
    const [t, { format }] = [this.#t, this.#host]
    if (status === 'open')
      return html`<p class="small"><b>${t('refillOpen', { date: format.date(requestedAt) })}</b></p>`
    const date = format.date(respondedAt ?? requestedAt)
    if (status === 'approved') return html`<p class="small"><b>${t('refillApproved', { date })}</b></p>`
    return html`<div class="note tight">
      <p>${t('refillDeclined', { date })}</p>
      <p class="text-block" dir="auto">${answer ?? ''}</p>
    </div>`
  }

  /** Below a medicine, whose name has the id `item-…`. `latest`: the last request for it. */
  render({ id, status }: Prescription, latest: RefillRequest | undefined): unknown {
    const t = this.#t
    const isBusy = this.#asking.busy && this.#askedFor === id
    const failed = this.#askedFor === id ? this.#asking.problem : undefined
    return html`${latest ? this.#answer(latest) : nothing}
    ${failed ? problemView(this.#host, failed, { texts: t }) : nothing}
    ${
      latest?.status === 'open' || latest?.status === 'approved' || ended.includes(status)
        ? nothing
        : html`<div>
            <button
              class="btn small"
              type="button"
              id="ask-${id}"
              aria-labelledby="ask-${id} item-${id}"
              aria-disabled=${isBusy ? 'true' : nothing}
              @click=${() => void this.#ask(id)}
            >
              ${t(isBusy ? 'askingRefill' : 'askRefill')}
            </button>
          </div>`
    }`
  }
}
