import { html, nothing, type TemplateResult } from 'lit'
import type { Consent, VisitClient } from '@visitkit/sdk'
import { ConsentUses } from '../core/consent-uses.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { chartConsentsMessages } from './consents.messages.ts'
import { reloadPages, type LoadedPages } from './reload-pages.ts'

/** What the patient agreed to, and for which visits it was used. Read, and so recorded as read, when a clinician opens it. */
export class ConsentsPanel {
  readonly #host: VisitElement
  readonly #t
  readonly #read: Loader<LoadedPages<Consent>>
  readonly #uses: ConsentUses
  #client: VisitClient | null = null
  #pages = 1

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(chartConsentsMessages)
    this.#read = new Loader(host)
    this.#uses = new ConsentUses(host)
  }

  reset(): void {
    this.#client = null
    this.#pages = 1
    this.#read.reset()
    this.#uses.reset()
  }

  load(client: VisitClient, patientId: string): void {
    this.#client = client
    const pages = this.#pages
    void this.#read.run((signal) => reloadPages(client.consents.list(patientId, { limit: 20 }, { signal }), pages), {
      quietly: true,
    })
  }

  #item(consent: Consent): TemplateResult {
    const [t, client] = [this.#t, this.#client]
    const { title, status, decision, decidedAt, revokedAt, decidedByKind } = consent
    const date = this.#host.format.momentWithYear(revokedAt ?? decidedAt)
    return html`<li class="stack">
      <div class="row between wrap">
        <span class="tight grow"
          ><b dir="auto">${title}</b>
          <span class="small">${t('decision', { status: t(`status_${status}`), date })}</span>
          <span class="small muted">${t(`by_${decidedByKind}`)}</span></span
        >
        ${decision === 'granted' ? this.#uses.button(client, consent) : nothing}
      </div>
      ${this.#uses.isOpen(consent) ? this.#uses.render(client, consent) : nothing}
    </li>`
  }

  render(retry: () => void): unknown {
    const t = this.#t
    const { now } = this.#read
    if (now.state === 'failed') return problemView(this.#host, now.problem, { retry })
    if (now.state !== 'ready') return html`<p class="small muted" role="status" aria-busy="true">${t('loading')}</p>`
    const { items, next } = now.value
    if (items.length === 0) return html`<p class="small muted">${t('none')}</p>`
    const more = (): void => {
      this.#pages += 1
      retry()
    }
    return html`<ul class="lined">
        ${items.map((consent) => this.#item(consent))}
      </ul>
      ${moreButton(t('more'), { next, busy: false, onMore: more })}`
  }
}
