import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, Questionnaire, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyKeptText } from '../core/lazy-kept-text.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { DraftController } from './draft-controller.ts'
import type { intakeEn } from './intake.en.ts'
import { toldItem, toldReason } from './split-into-pages.ts'

/** Maximum length of the reason in the contract. */
const maxLength = 2000

/** What the person wrote at booking: shown instead of asked again, and can be changed. */
export class ReasonPart {
  readonly #host: VisitElement
  readonly #t: Translate<typeof intakeEn>
  readonly #saving: Loader<Appointment>
  readonly #kept: LazyKeptText
  #client: VisitClient | null = null
  #appointment: Appointment | null = null
  #isEdited = false
  #typed = ''

  constructor(host: VisitElement, t: Translate<typeof intakeEn>) {
    this.#host = host
    this.#t = t
    this.#saving = new Loader(host)
    this.#kept = new LazyKeptText(host, 'booking-reason', (text) => (this.#typed = text))
  }

  /** Undefined when nothing was written. */
  get text(): string | undefined {
    return this.#appointment?.reason
  }

  open(client: VisitClient, appointment: Appointment): void {
    this.#client = client
    // What was changed here is newer.
    if (this.#appointment?.id !== appointment.id || this.#appointment.version < appointment.version)
      this.#appointment = appointment
  }

  reset(): void {
    this.#saving.reset()
    this.#kept.reset()
    this.#client = this.#appointment = null
    this.#isEdited = false
    this.#typed = ''
  }

  /** Rejects if the server refuses it. */
  async #save(reason: string): Promise<Appointment | null> {
    const { id } = this.#appointment ?? {}
    if (!this.#client || id === undefined) return null
    this.#appointment = await this.#client.appointments.changeReason(id, { reason })
    return this.#appointment
  }

  /** The reason as the answer to its question, or the answer as the reason: neither is asked twice. */
  async exchange(questionnaire: Questionnaire, draft: DraftController): Promise<void> {
    const reason = this.text
    const told = toldItem(questionnaire, draft.answers, reason)
    if (told && reason !== undefined) draft.set(told.linkId, [{ text: reason }])
    const answered = toldReason(questionnaire, draft.answers)
    if (reason === undefined && answered !== undefined) await this.#save(answered.slice(0, maxLength))
  }

  #edit(isEdited: boolean): void {
    this.#isEdited = isEdited
    this.#typed = this.text ?? ''
    this.#saving.reset()
    if (!isEdited) void this.#kept.sent()
    this.#host.requestUpdate()
    void moveFocus(this.#host, isEdited ? '#reason' : '#told')
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault()
    const reason = this.#typed.trim()
    if (this.#saving.busy) return
    if (reason === '') return moveFocus(this.#host, '#reason')
    const saved = await this.#saving.run(async () => {
      const appointment = await this.#save(reason)
      if (!appointment) throw new Error('no appointment')
      return appointment
    })
    if (!saved) return
    this.#edit(false)
    this.#host.announce(this.#t('reasonSaved'))
  }

  #keep(): unknown {
    const { id, patientId } = this.#appointment ?? {}
    return this.#client && id !== undefined
      ? this.#kept.of(this.#client, { about: id, patientId: patientId ?? '', initial: this.text ?? '' })
      : nothing
  }

  #form(): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#saving
    return html`<form class="card pad stack" novalidate @submit=${(event: Event) => void this.#submit(event)}>
      <div class="field">
        <label for="reason">${t('told')}</label>
        <textarea
          id="reason"
          rows="3"
          dir="auto"
          required
          maxlength=${maxLength}
          autocomplete="off"
          .value=${this.#typed}
          @input=${(event: Event) => (this.#typed = (event.target as HTMLTextAreaElement).value)}
          ${this.#keep()}
        ></textarea>
      </div>
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary" aria-disabled=${busy ? 'true' : 'false'}>
          ${t(busy ? 'saving' : 'keepReason')}
        </button>
        <button class="btn quiet" type="button" @click=${() => this.#edit(false)}>${t('leaveReason')}</button>
      </div>
    </form>`
  }

  render(): TemplateResult | typeof nothing {
    const t = this.#t
    if (this.text === undefined) return nothing
    if (this.#isEdited) return this.#form()
    return html`<div class="card pad row between told">
      <div class="tight" id="told" tabindex="-1">
        <span class="small muted">${t('told')}</span>
        <span class="reason" dir="auto">${this.text}</span>
      </div>
      <button
        class="btn small quiet"
        type="button"
        aria-label=${t('changeOf', { question: t('told') })}
        @click=${() => this.#edit(true)}
      >
        ${t('change')}
      </button>
    </div>`
  }
}
