import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimSummary, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { toProblem } from '../core/problem.ts'
import type { ToolsTranslate } from './aging-table.ts'

type Result = 'waits' | 'sending' | 'sent' | 'claim_blocked' | 'version_conflict' | 'claim_sent' | 'failed'
const known: ReadonlySet<string> = new Set(['claim_blocked', 'version_conflict', 'claim_sent'])
const isKnown = (code: string): code is Extract<Result, 'claim_blocked'> => known.has(code)

/** How many requests are open at the same time. */
const width = 3

/** Sends several claims. Each is its own request with its own result, so that one that is refused stops no other. */
export class SendSeveral {
  readonly #host: VisitElement
  readonly #t: ToolsTranslate
  #claims: readonly ClaimSummary[] | null = null
  #left = new Set<string>()
  #results: Map<string, Result> | null = null
  #isSending = false

  constructor(host: VisitElement, t: ToolsTranslate) {
    this.#host = host
    this.#t = t
  }

  reset(): void {
    this.#claims = this.#results = null
    this.#left.clear()
    this.#isSending = false
  }

  #open(claims: readonly ClaimSummary[]): void {
    this.reset()
    this.#claims = claims
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#batch-heading')
  }

  #close = (): void => {
    this.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#list-heading')
  }

  async #send(client: VisitClient): Promise<void> {
    const waiting = (this.#claims ?? []).filter(({ id }) => !this.#left.has(id))
    if (this.#isSending || waiting.length === 0) return
    const all = waiting.length
    const results = (this.#results = new Map<string, Result>(waiting.map(({ id }) => [id, 'waits'])))
    this.#isSending = true
    const next = async (): Promise<void> => {
      const claim = waiting.shift()
      if (!claim || this.#results !== results) return
      results.set(claim.id, 'sending')
      this.#host.requestUpdate()
      results.set(claim.id, await this.#submit(client, claim))
      this.#host.requestUpdate()
      return next()
    }
    await Promise.all(Array.from({ length: width }, next))
    if (this.#results !== results) return
    this.#isSending = false
    this.#host.requestUpdate()
    const sent = [...results.values()].filter((result) => result === 'sent').length
    this.#host.announce(this.#t('batchDone', { sent, all }))
    await moveFocus(this.#host, '#batch-heading')
  }

  async #submit(client: VisitClient, { id, version }: ClaimSummary): Promise<Result> {
    try {
      await client.claims.submit(id, { version })
      return 'sent'
    } catch (error) {
      const { code } = toProblem(error)
      return isKnown(code) ? code : 'failed'
    }
  }

  /** The button. */
  renderButton(claims: readonly ClaimSummary[]): TemplateResult | typeof nothing {
    return claims.length < 2 || this.#claims
      ? nothing
      : html`<button class="btn small" id="batch" type="button" @click=${() => this.#open(claims)}>
          ${this.#t('batch')}
        </button>`
  }

  /** The choice of claims, then their results. Null while no choice is open. */
  render(level: number, client: VisitClient | null, onOpen: (claimId: string) => void): TemplateResult | null {
    const claims = this.#claims
    if (!claims) return null
    const t = this.#t
    const results = this.#results
    const chosen = claims.length - this.#left.size
    const done = results ? [...results.values()].filter((one) => one !== 'waits' && one !== 'sending').length : 0
    return html`<section class="part" aria-labelledby="batch-heading">
      <h3 id="batch-heading" tabindex="-1" aria-level=${level + 1}>${t('batchHeading')}</h3>
      <ul class="plain batch">
        ${claims.map((claim) => this.#row(claim, onOpen))}
      </ul>
      <div class="row wrap">
        ${
          results === null
            ? html`<button
                class="btn small primary"
                id="batch-send"
                type="button"
                ?disabled=${chosen === 0}
                @click=${() => client && void this.#send(client)}
              >
                ${t('batchSend', { count: chosen })}
              </button>`
            : html`<p>${this.#isSending ? t('batchSending', { done, all: results.size }) : nothing}</p>`
        }
        ${
          this.#isSending
            ? nothing
            : html`<button class="btn small quiet" type="button" @click=${this.#close}>${t('batchClose')}</button>`
        }
      </div>
    </section>`
  }

  #row(claim: ClaimSummary, onOpen: (claimId: string) => void): TemplateResult {
    const { id, number, patient, chargeCents } = claim
    const result = this.#results?.get(id)
    const name = html`<b dir="auto">${patient?.displayName ?? number}</b>
      <span class="small muted" dir="ltr">${number}</span>
      <span class="num">${this.#host.format.money(chargeCents)}</span>`
    if (!this.#results)
      return html`<li>
        <label class="choice">
          <input
            type="checkbox"
            .checked=${!this.#left.has(id)}
            @change=${(event: Event) => {
              const isChosen = (event.target as HTMLInputElement).checked
              if (isChosen) this.#left.delete(id)
              else this.#left.add(id)
              this.#host.requestUpdate()
            }}
          />
          <span>${name}</span>
        </label>
      </li>`
    if (result === undefined) return html``
    const isRefused = result !== 'sent' && result !== 'waits' && result !== 'sending'
    return html`<li class="row between wrap">
      <span
        >${isRefused ? html`<button class="open" type="button" @click=${() => onOpen(id)}>${name}</button>` : name}</span
      >
      <span class="chip ${result === 'sent' ? 'ok' : isRefused ? 'bad' : 'none'}">${this.#t(`result_${result}`)}</span>
    </li>`
  }
}
