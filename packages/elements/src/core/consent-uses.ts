import { html, type TemplateResult } from 'lit'
import type { Consent, ConsentUseOfVisit, VisitClient } from '@visitkit/sdk'
import { reloadPages, type LoadedPages } from '../chart/reload-pages.ts'
import { consentUsesMessages } from './consent-uses.messages.ts'
import { localized } from './format.ts'
import { Loader } from './loader.ts'
import { moreButton } from './more-button.ts'
import { problemView } from './problem-view.ts'
import type { VisitElement } from './visit-element.ts'

/** The visits for which one consent at a time was used. */
export class ConsentUses {
  readonly #host: VisitElement
  readonly #t
  readonly #uses: Loader<LoadedPages<ConsentUseOfVisit>>
  #openId: string | null = null
  #pages = 1

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(consentUsesMessages)
    this.#uses = new Loader(host)
  }

  reset(): void {
    this.#openId = null
    this.#pages = 1
    this.#uses.reset()
  }

  isOpen({ id }: Pick<Consent, 'id'>): boolean {
    return this.#openId === id
  }

  open(client: VisitClient | null, consent: Consent): void {
    this.reset()
    this.#openId = consent.id
    this.#read(client, consent)
  }

  #read(client: VisitClient | null, { id, patientId }: Consent): void {
    const pages = this.#pages
    if (client)
      void this.#uses.run(
        (signal) => reloadPages(client.consents.uses(patientId, id, { limit: 20 }, { signal }), pages),
        { quietly: true },
      )
  }

  button(client: VisitClient | null, consent: Consent): TemplateResult {
    const isOpen = this.isOpen(consent)
    return html`<button
      class="btn small"
      type="button"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-label=${this.#t('showOf', { title: consent.title })}
      @click=${() => (isOpen ? this.reset() : this.open(client, consent))}
    >
      ${this.#t('show')}
    </button>`
  }

  #visit({ visitTypeName, practitioner, uses }: ConsentUseOfVisit): TemplateResult {
    const { format } = this.#host
    const words = { type: localized(visitTypeName, format.tag), name: practitioner.displayName }
    return html`<li class="tight">
      <span dir="auto">${this.#t('visit', words)}</span>
      ${uses.map(
        ({ step, at }) =>
          html`<span class="small muted">${this.#t(`step_${step}`, { date: format.momentWithYear(at) })}</span>`,
      )}
    </li>`
  }

  /** @param isRevoking - The person is about to revoke it: says that this does not change what was. */
  render(client: VisitClient | null, consent: Consent, isRevoking = false): TemplateResult {
    const t = this.#t
    const { now } = this.#uses
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t })
    if (now.state !== 'ready') return html`<p class="small muted" role="status" aria-busy="true">${t('loading')}</p>`
    const { items, next } = now.value
    if (items.length === 0) return html`<p class="small muted">${t('none')}</p>`
    const more = (): void => {
      this.#pages += 1
      this.#read(client, consent)
    }
    return html`<div class="stack uses">
      <p class="small">${t(isRevoking ? 'stays' : 'intro')}</p>
      <ul class="lined">
        ${items.map((visit) => this.#visit(visit))}
      </ul>
      ${moreButton(t('more'), { next, busy: false, onMore: more })}
    </div>`
  }
}
