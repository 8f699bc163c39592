import { html, nothing, type TemplateResult } from 'lit'
import type { LegalHold, VisitClient } from '@visitkit/sdk'
import { reloadPages } from '../chart/reload-pages.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { deskRows, deskSwitch, type DeskPage } from './desk-views.ts'
import { HoldForm, type RetentionTranslate } from './hold-form.ts'

/** What is being decided: a new hold, or the release of one. */
type Asking = { readonly kind: 'release'; readonly id: string } | { readonly kind: 'place' }

const pageSize = 50
const maxLength = 1000

/** Records that must not be erased, and why. */
export class HeldRecords {
  readonly #host: VisitElement
  readonly #t: RetentionTranslate
  readonly #holds: Loader<DeskPage<LegalHold>>
  readonly #acting: Loader<true>
  readonly #form: HoldForm
  readonly #changed: () => void
  #client: VisitClient | null = null
  #asking: Asking | null = null
  #isReleased = false
  #isWhyMissing = false
  #pages = 1

  /** @param changed - Called after a hold was placed or released. */
  constructor(host: VisitElement, t: RetentionTranslate, changed: () => void) {
    this.#host = host
    this.#t = t
    this.#changed = changed
    this.#holds = new Loader(host)
    this.#acting = new Loader(host)
    this.#form = new HoldForm(host, t, () => this.#client)
  }

  open(client: VisitClient): void {
    this.#client = client
    this.#read()
  }

  reset(): void {
    this.#holds.reset()
    this.#acting.reset()
    this.#form.begin()
    this.#client = this.#asking = null
    this.#isReleased = this.#isWhyMissing = false
    this.#pages = 1
  }

  #ask(asking: Asking | null, focus: string): void {
    this.#asking = asking
    this.#isWhyMissing = false
    this.#form.begin()
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, focus)
  }

  async #act(said: string, work: (client: VisitClient) => Promise<unknown>): Promise<void> {
    const client = this.#client
    if (!client || this.#acting.busy) return
    const done = await this.#acting.run(async () => {
      await work(client)
      return true as const
    })
    this.#read()
    this.#changed()
    if (!done) return
    this.#ask(null, '#holds-heading')
    this.#host.announce(said)
  }

  get #fault(): unknown {
    const { problem } = this.#acting
    return problem ? problemView(this.#host, problem, { texts: this.#t }) : nothing
  }

  #read(): void {
    const client = this.#client
    const released = this.#isReleased
    if (!client) return
    void this.#holds.run(
      (signal) => reloadPages(client.legalHolds.list({ limit: pageSize, released }, { signal }), this.#pages),
      { quietly: true },
    )
  }

  #release(event: Event, { id, version }: LegalHold): void {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const reason = (form.elements.namedItem('why') as HTMLTextAreaElement).value.trim()
    this.#isWhyMissing = reason === ''
    this.#host.requestUpdate()
    if (reason === '') return void moveFocus(this.#host, '#release-why')
    // After a conflict the list was read again.
    const seen = this.#holds.value?.items.find((each) => each.id === id)?.version ?? version
    void this.#act(this.#t('releaseDone'), ({ legalHolds }) => legalHolds.release(id, { reason, version: seen }))
  }

  #holdRow(one: LegalHold): TemplateResult {
    const t = this.#t
    const name = one.patient?.displayName ?? t('erased')
    const { format } = this.#host
    const isAsked = this.#asking?.kind === 'release' && this.#asking.id === one.id
    const by = (member: LegalHold['placedBy'], at: string) => ({
      name: member.displayName ?? t('formerColleague'),
      date: format.date(at),
    })
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight grow">
          <b dir="auto">${name}</b>
          <span class="small">${t(`reason_${one.reason}`)}</span>
          <p class="text" dir="auto">${one.text}</p>
          <span class="small muted">${t('placedBy', by(one.placedBy, one.placedAt))}</span>
          ${
            one.releasedAt && one.releasedBy
              ? html`<p class="text" dir="auto">${one.releaseReason}</p>
                  <span class="small muted">${t('releasedBy', by(one.releasedBy, one.releasedAt))}</span>`
              : nothing
          }
        </div>
        ${
          isAsked || one.releasedAt
            ? nothing
            : html`<button
                class="btn small"
                type="button"
                aria-label=${t('releaseName', { name })}
                @click=${() => this.#ask({ kind: 'release', id: one.id }, '#release-why')}
              >
                ${t('release')}
              </button>`
        }
      </div>
      ${isAsked ? this.#releaseForm(one) : nothing}
    </li>`
  }

  #releaseForm(one: LegalHold): TemplateResult {
    const t = this.#t
    const isFaulty = this.#isWhyMissing
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#release(event, one)}>
      ${this.#fault}
      <div class="field">
        <label for="release-why">${t('why')}</label>
        ${isFaulty ? html`<p class="error" id="release-fault" role="alert">${t('whyMissing')}</p>` : nothing}
        <textarea
          id="release-why"
          name="why"
          rows="2"
          dir="auto"
          maxlength=${maxLength}
          aria-invalid=${isFaulty ? 'true' : nothing}
          aria-describedby=${isFaulty ? 'release-fault' : nothing}
        ></textarea>
      </div>
      <div class="row wrap">
        <button class="btn primary small">${t('release')}</button>
        <button class="btn small" type="button" @click=${() => this.#ask(null, '#holds-heading')}>${t('leave')}</button>
      </div>
    </form>`
  }

  #placing(): TemplateResult {
    const t = this.#t
    if (this.#asking?.kind !== 'place')
      return html`<div class="row wrap">
        <button class="btn small primary" type="button" @click=${() => this.#ask({ kind: 'place' }, '#hold-patient')}>
          ${t('place')}
        </button>
        ${deskSwitch(
          t('which'),
          { inForce: t('inForce'), released: t('released') },
          this.#isReleased ? 'released' : 'inForce',
          (list) => {
            this.#isReleased = list === 'released'
            this.#pages = 1
            this.#holds.reset()
            this.#read()
          },
        )}
      </div>`
    return html`${this.#fault}
    ${this.#form.render({
      leave: () => this.#ask(null, '#holds-heading'),
      send: (filled) => void this.#act(t('placed'), ({ legalHolds }) => legalHolds.place(filled)),
    })}`
  }

  render(level: number): TemplateResult {
    const t = this.#t
    return html`<section aria-labelledby="holds-heading">
      <div class="part">
        <div class="tight">
          <h3 id="holds-heading" tabindex="-1" aria-level=${level}>${t('holdsHeading')}</h3>
          <p class="small muted">${t('holdsHint')}</p>
        </div>
        ${this.#placing()}
      </div>
      ${deskRows(this.#host, this.#holds, {
        texts: t,
        words: { loading: t('loading'), more: t('more'), empty: t('holdsEmpty'), emptyText: t('holdsEmptyText') },
        row: (one) => this.#holdRow(one),
        isReading: this.#holds.busy,
        retry: () => this.#read(),
        onMore: () => {
          this.#pages += 1
          this.#read()
        },
      })}
    </section>`
  }
}
