import { html, nothing, type TemplateResult } from 'lit'
import type { EmergencyAdmissionReason, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { checkInBody, prefilled, validatePlace, type CheckInField } from '../waiting-room/check-in-fields.ts'
import { usStates } from '../core/us-states.ts'
import { emergencyAdmissionMessages } from './emergency-admission.messages.ts'

const reasons: readonly EmergencyAdmissionReason[] = ['cannot-decide', 'delay-would-endanger', 'nobody-to-decide']
/** Of the contract. Characters. */
const shortest = 10
const longest = 1000

/** A patient who may be admitted in an emergency. */
export interface EmergencyPatient {
  readonly appointmentId: string
  readonly name: string
  /** Then the place is known. */
  readonly isCheckedIn: boolean
}

/** The form with which a clinician admits a patient in an emergency without the consent, and the buttons that open it. */
export class EmergencyAdmissionPart {
  readonly #host: VisitElement
  readonly #t
  readonly #client: VisitClient
  readonly #admitted: (visitId: string) => void
  readonly #acting: Loader<string>
  readonly #keys = new IdempotencyKeys()
  #patient: EmergencyPatient | null = null
  #reason: EmergencyAdmissionReason | '' = ''
  #text = ''
  #fields = prefilled(null)
  #isTried = false

  constructor(host: VisitElement, client: VisitClient, admitted: (visitId: string) => void) {
    this.#host = host
    this.#t = host.language.bundle(emergencyAdmissionMessages)
    host.language.refresh()
    this.#client = client
    this.#admitted = admitted
    this.#acting = new Loader(host)
  }

  clear(): void {
    this.#acting.reset()
    this.#patient = null
    this.#reason = this.#text = ''
    this.#fields = prefilled(null)
    this.#isTried = false
  }

  button(patient: EmergencyPatient): TemplateResult {
    return html`<button
      class="btn small emergency"
      type="button"
      aria-label=${this.#t('offerName', { name: patient.name })}
      @click=${() => this.#open(patient)}
    >
      ${this.#t('offer')}
    </button>`
  }

  #open(patient: EmergencyPatient | null): void {
    this.clear()
    this.#patient = patient
    this.#host.requestUpdate()
    void moveFocus(this.#host, patient ? '#emergency-heading' : '#heading')
  }

  get #faults(): Partial<Record<CheckInField, string>> {
    return this.#isTried && this.#patient?.isCheckedIn === false ? validatePlace(this.#fields) : {}
  }

  async #send(event: Event): Promise<void> {
    event.preventDefault()
    const patient = this.#patient
    if (!patient || this.#acting.busy) return
    const [reason, text] = [this.#reason, this.#text.trim()]
    this.#isTried = true
    this.#host.requestUpdate()
    if (reason === '') return moveFocus(this.#host, '#emergency-reason')
    if (text.length < shortest) return moveFocus(this.#host, '#emergency-text')
    const [faulty] = Object.keys(this.#faults)
    if (faulty) return moveFocus(this.#host, `#emergency-${faulty}`)
    const body = { reason, text, ...(!patient.isCheckedIn && { checkIn: checkInBody(this.#fields) }) }
    const options = this.#keys.for('admit', { appointmentId: patient.appointmentId, ...body })
    const visitId = await this.#acting.run(
      async () => (await this.#client.visits.admitInEmergency(patient.appointmentId, body, options)).id,
    )
    if (!visitId) return
    this.#keys.done()
    this.clear()
    this.#admitted(visitId)
  }

  #field(name: CheckInField, label: string, control: (invalid: boolean) => TemplateResult): TemplateResult {
    const fault = this.#faults[name]
    return html`<div class="field">
      <label for="emergency-${name}">${label}</label>
      ${
        fault
          ? html`<p class="error" id="emergency-${name}-fault" role="alert">
              ${this.#t(fault === 'phoneWrong' ? 'phoneFault' : 'missing')}
            </p>`
          : nothing
      }
      ${control(fault !== undefined)}
    </div>`
  }

  #input(name: 'line1' | 'city' | 'callbackPhone', maxLength: number): TemplateResult {
    const isPhone = name === 'callbackPhone'
    return this.#field(
      name,
      this.#t(name),
      (invalid) =>
        html`<input
          id="emergency-${name}"
          autocomplete="off"
          inputmode=${isPhone ? 'tel' : 'text'}
          dir=${isPhone ? 'ltr' : 'auto'}
          maxlength=${maxLength}
          required
          aria-invalid=${invalid ? 'true' : 'false'}
          aria-describedby=${invalid ? `emergency-${name}-fault` : nothing}
          .value=${this.#fields[name]}
          @input=${({ target }: Event) => (this.#fields[name] = (target as HTMLInputElement).value)}
        />`,
    )
  }

  #select(name: 'kind' | 'state', label: string, first: string, options: readonly (readonly [string, string])[]) {
    return this.#field(
      name,
      label,
      (invalid) =>
        html`<select
          id="emergency-${name}"
          required
          aria-invalid=${invalid ? 'true' : 'false'}
          aria-describedby=${invalid ? `emergency-${name}-fault` : nothing}
          @change=${({ target }: Event) => {
            Object.assign(this.#fields, { [name]: (target as HTMLSelectElement).value })
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#fields[name] === ''} disabled>${first}</option>
          ${options.map(
            ([code, words]) =>
              html`<option
                lang=${name === 'state' ? 'en' : nothing}
                value=${code}
                ?selected=${this.#fields[name] === code}
              >
                ${words}
              </option>`,
          )}
        </select>`,
    )
  }

  #place(): TemplateResult {
    const t = this.#t
    const kinds = (['home', 'other'] as const).map((kind) => [kind, t(`kind_${kind}`)] as const)
    return html`<fieldset class="stack">
      <legend class="label">${t('where')}</legend>
      <p class="hint">${t('whereHint')}</p>
      ${this.#select('kind', t('place'), t('choosePlace'), kinds)} ${this.#input('line1', 120)}
      ${this.#input('city', 80)} ${this.#select('state', t('state'), t('chooseState'), usStates)}
      ${this.#input('callbackPhone', 32)}
    </fieldset>`
  }

  view(): TemplateResult | typeof nothing {
    const patient = this.#patient
    if (!patient) return nothing
    const t = this.#t
    const { busy, problem } = this.#acting
    const isReasonFault = this.#isTried && this.#reason === ''
    const isTextFault = this.#isTried && this.#text.trim().length < shortest
    return html`<form
      class="card pad stack"
      aria-labelledby="emergency-heading"
      novalidate
      @submit=${(event: Event) => void this.#send(event)}
    >
      <h3 id="emergency-heading" tabindex="-1">${t('heading', { name: patient.name })}</h3>
      <p class="small">${t('record')}</p>
      <div class="field">
        <label for="emergency-reason">${t('why')}</label>
        ${isReasonFault ? html`<p class="error" id="emergency-reason-fault" role="alert">${t('chooseFault')}</p>` : nothing}
        <select
          id="emergency-reason"
          required
          aria-invalid=${isReasonFault ? 'true' : 'false'}
          aria-describedby=${isReasonFault ? 'emergency-reason-fault' : nothing}
          @change=${({ target }: Event) => {
            this.#reason = (target as HTMLSelectElement).value as EmergencyAdmissionReason
            this.#host.requestUpdate()
          }}
        >
          <option value="" ?selected=${this.#reason === ''} disabled>${t('choose')}</option>
          ${reasons.map(
            (reason) =>
              html`<option value=${reason} ?selected=${reason === this.#reason}>${t(`reason_${reason}`)}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="emergency-text">${t('text')}</label>
        <p class="hint" id="emergency-text-hint">${t('textHint')}</p>
        ${isTextFault ? html`<p class="error" id="emergency-text-fault" role="alert">${t('textFault')}</p>` : nothing}
        <textarea
          id="emergency-text"
          rows="3"
          dir="auto"
          required
          maxlength=${longest}
          aria-invalid=${isTextFault ? 'true' : 'false'}
          aria-describedby=${isTextFault ? 'emergency-text-hint emergency-text-fault' : 'emergency-text-hint'}
          .value=${this.#text}
          @input=${({ target }: Event) => (this.#text = (target as HTMLTextAreaElement).value)}
        ></textarea>
      </div>
      ${patient.isCheckedIn ? nothing : this.#place()}
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
          ${t(busy ? 'working' : 'confirm')}
        </button>
        <button class="btn" type="button" @click=${() => this.#open(null)}>${t('cancel')}</button>
      </div>
    </form>`
  }
}
