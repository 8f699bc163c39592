import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Me, RefillRequest, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { keptRow } from '../core/kept-row.ts'
import { KeptNote } from '../core/kept-note.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { lineButton } from './line-button.ts'
import { LiveList } from './live-list.ts'
import type { refillsEn } from './refills.en.ts'
import { refillsMessages } from './refills.messages.ts'

/** Maximum length of the answer in the contract. */
const maxLength = 1000

/** Refills that patients ask for: approved by a prescription that is filled in, or declined with words that the patient reads. */
export class RefillsPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof refillsEn>
  readonly #client: VisitClient
  readonly #me: Pick<Me, 'permissions'>
  readonly #shown: LiveList<readonly RefillRequest[]>
  readonly #acting: Loader<unknown>
  readonly #answer: KeptNote
  #declined: string | null = null
  #isTried = false

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, me: Pick<Me, 'permissions'>, changed: () => void) {
    this.#host = host
    this.#t = host.language.bundle(refillsMessages)
    host.language.refresh()
    this.#client = client
    this.#me = me
    this.#shown = new LiveList(host, changed)
    this.#acting = new Loader(host)
    this.#answer = new KeptNote(host, 'refill-answer')
  }

  get count(): number {
    return this.#shown.value?.length ?? 0
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  follow(signal: AbortSignal): void {
    const read = async (options: { signal: AbortSignal }): Promise<readonly RefillRequest[]> =>
      (await this.#client.refills.list({ limit: 50 }, options).page()).items
    this.#shown.follow(this.#client, read, { on: ['refill.changed'], signal })
  }

  clear(): void {
    this.#shown.reset()
    this.#acting.reset()
    this.#answer.reset()
    this.#declined = null
  }

  /** Drafts the same prescription again. Signing it answers the request. */
  async #approve({ prescriptionId, patientId }: RefillRequest): Promise<void> {
    if (this.#acting.busy) return
    const draft = await this.#acting.run(() => this.#client.prescriptions.renew(prescriptionId))
    if (!draft) return
    const { id } = draft as { readonly id: string }
    emit(this.#host, 'visit-open', { what: 'prescription', id, patientId, visitId: null })
  }

  #ask(id: string | null): void {
    this.#declined = id
    this.#answer.begin()
    this.#isTried = false
    this.#acting.reset()
    this.#host.requestUpdate()
    void moveFocus(this.#host, id === null ? '#section-refills' : '#refill-answer')
  }

  async #decline(event: Event, { id }: RefillRequest): Promise<void> {
    event.preventDefault()
    const answer = this.#answer.text
    if (this.#acting.busy) return
    this.#isTried = answer === ''
    this.#host.requestUpdate()
    if (this.#isTried) return moveFocus(this.#host, '#refill-answer')
    const done = await this.#acting.run(() => this.#client.refills.decline(id, { answer }))
    this.#shown.refresh()
    if (!done) return
    void this.#answer.sent()
    this.#ask(null)
    this.#host.announce(this.#t('declined'))
  }

  #form(refill: RefillRequest): TemplateResult {
    const t = this.#t
    return html`<form class="stack grow" novalidate @submit=${(event: Event) => void this.#decline(event, refill)}>
      ${this.#answer.render(
        this.#client,
        { about: refill.id, patientId: refill.patientId },
        {
          ...{ id: 'refill-answer', rows: 2, maxLength, label: t('answer') },
          fault: this.#isTried && this.#answer.text === '' ? t('answerMissing') : null,
        },
      )}
      <div class="row wrap">
        <button class="btn primary small">${t('send')}</button>
        <button class="btn small" type="button" @click=${() => this.#ask(null)}>${t('leave')}</button>
      </div>
    </form>`
  }

  #actions(refill: RefillRequest): TemplateResult {
    const t = this.#t
    const words = { name: refill.medicationName, patient: refill.patient?.displayName ?? t('unknownPatient') }
    const { busy } = this.#acting
    return html`<span class="row wrap">
      ${
        this.#me.permissions.includes('prescription:write')
          ? lineButton(t('approve'), t('approveName', words), { busy, onPress: () => void this.#approve(refill) })
          : nothing
      }
      ${lineButton(t('decline'), t('declineName', words), { busy, onPress: () => this.#ask(refill.id) })}
    </span>`
  }

  #line(refill: RefillRequest): TemplateResult {
    const { medicationName, patient, requestedAt } = refill
    const about = [
      patient?.displayName ?? this.#t('unknownPatient'),
      this.#t('asked', { date: this.#host.format.moment(requestedAt) }),
    ]
    return html`<li class="row between wrap">
      <div class="tight">
        <b lang="en" dir="ltr">${medicationName}</b>
        <span class="small muted">${this.#host.format.list(about)}</span>
      </div>
      ${this.#declined === refill.id ? this.#form(refill) : this.#actions(refill)}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const { value = [], problem } = this.#shown
    const failed = problem ?? this.#acting.problem
    if (!failed && value.length === 0) return nothing
    return html`<section class="card" aria-labelledby="section-refills">
      <h3 class="pad" id="section-refills" tabindex="-1">
        ${this.#t('heading', { count: this.#host.format.number(value.length) })}
      </h3>
      ${failed ? html`<div class="pad">${problemView(this.#host, failed, { texts: this.#t })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          value,
          ({ id }) => id,
          (refill) =>
            // The answer that is being written is rendered each time.
            keptRow([this.#host.format, refill, this.#acting.busy, this.#declined === refill.id && {}], () =>
              this.#line(refill),
            ),
        )}
      </ul>
    </section>`
  }
}
