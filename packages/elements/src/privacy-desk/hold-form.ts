import { html, nothing, type TemplateResult } from 'lit'
import type { LegalHold, PatientSummary, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import type { Translate } from '../core/localize.ts'
import { PatientSearch } from '../core/patient-search.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { deskRetentionEn } from './retention.en.ts'

export type RetentionTranslate = Translate<typeof deskRetentionEn>

export interface FilledHold {
  readonly patientId: string
  readonly reason: LegalHold['reason']
  readonly text: string
}

const reasons = [
  'litigation',
  'investigation',
  'research',
  'patient-asked',
  'other',
] as const satisfies readonly LegalHold['reason'][]
/** Maximum length of the texts in the contract. */
const maxLength = 1000

/** Whose record has to stay, and why. */
export class HoldForm {
  readonly #host: VisitElement
  readonly #t: RetentionTranslate
  readonly #search: PatientSearch
  #patient: PatientSummary | null = null
  #missing: 'reason' | 'text' | null = null

  constructor(host: VisitElement, t: RetentionTranslate, clientOf: () => VisitClient | null) {
    this.#host = host
    this.#t = t
    this.#search = new PatientSearch(host, {
      find: (by, signal) => clientOf()?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#choose(patient),
      isRefused: ({ replacedBy }) => replacedBy !== undefined,
    })
  }

  begin(): void {
    this.#patient = null
    this.#missing = null
    this.#search.clear()
  }

  #choose(patient: PatientSummary | null): void {
    this.#patient = patient
    this.#missing = null
    this.#search.clear()
    this.#host.requestUpdate()
    void moveFocus(this.#host, patient ? '#hold-reason' : '#hold-patient')
  }

  #submit(event: Event, send: (filled: FilledHold) => void): void {
    event.preventDefault()
    const { elements } = event.target as HTMLFormElement
    const valueOf = (name: string): string => (elements.namedItem(name) as HTMLInputElement).value.trim()
    const reason = reasons.find((each) => each === valueOf('reason'))
    const text = valueOf('text')
    this.#missing = reason === undefined ? 'reason' : text === '' ? 'text' : null
    this.#host.requestUpdate()
    if (this.#missing !== null) return void moveFocus(this.#host, `#hold-${this.#missing}`)
    if (this.#patient && reason) send({ patientId: this.#patient.id, reason, text })
  }

  #fault(field: 'reason' | 'text'): unknown {
    if (this.#missing !== field) return nothing
    return html`<p class="error" id="hold-fault" role="alert">${this.#t(`${field}Missing`)}</p>`
  }

  render({ send, leave }: { readonly send: (filled: FilledHold) => void; readonly leave: () => void }): TemplateResult {
    const t = this.#t
    const described = (field: string): unknown => (this.#missing === field ? 'hold-fault' : nothing)
    const isFaulty = (field: string): unknown => (this.#missing === field ? 'true' : nothing)
    const cancel = html`<button class="btn small" type="button" @click=${leave}>${t('leave')}</button>`
    if (this.#patient === null)
      return html`<div class="stack">
        ${this.#search.render({
          id: 'hold-patient',
          label: t('patient'),
          option: ({ displayName, age }) =>
            html`<b dir="auto">${displayName}</b>
              <span class="small muted">${this.#host.core('patientAge', { count: age })}</span>`,
        })}
        <div class="row wrap">${cancel}</div>
      </div>`
    return html`<form class="stack" novalidate @submit=${(event: Event) => this.#submit(event, send)}>
      <div class="row wrap">
        <b dir="auto">${this.#patient.displayName}</b>
        <button class="btn small" type="button" @click=${() => this.#choose(null)}>${t('another')}</button>
      </div>
      <div class="field">
        <label for="hold-reason">${t('reason')}</label>
        ${this.#fault('reason')}
        <select
          id="hold-reason"
          name="reason"
          aria-invalid=${isFaulty('reason')}
          aria-describedby=${described('reason')}
        >
          <option value=""></option>
          ${reasons.map((each) => html`<option value=${each}>${t(`reason_${each}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="hold-text">${t('text')}</label>
        ${this.#fault('text')}
        <textarea
          id="hold-text"
          name="text"
          rows="2"
          dir="auto"
          maxlength=${maxLength}
          aria-invalid=${isFaulty('text')}
          aria-describedby=${described('text')}
        ></textarea>
      </div>
      <div class="row wrap"><button class="btn primary small">${t('save')}</button> ${cancel}</div>
    </form>`
  }
}
