import { html, nothing, type TemplateResult } from 'lit'
import type { DayPart, PatientSummary } from '@visitkit/sdk'
import { moveFocus } from '../../core/focus.ts'
import { localized } from '../../core/format.ts'
import { iconAdd } from '../../core/icons.ts'
import { problemView } from '../../core/problem-view.ts'
import { PatientSearch } from '../../core/patient-search.ts'
import { stateField } from '../../core/state-field.ts'
import { stateName } from '../../core/us-states.ts'
import { minorAloneField, type MinorAloneWords } from '../minor-alone.ts'
import { minorAloneMessages } from '../minor-alone.messages.ts'
import { JoinFlow } from './join-flow.ts'
import type { WaitingView } from './waiting-view.ts'

const parts: readonly DayPart[] = ['morning', 'afternoon', 'evening']
const weekdays = [1, 2, 3, 4, 5, 6, 7]
const fieldOf = { patient: '#wait-patient', type: '#wait-type', days: '#wait-from' } as const

/** "Put a patient on the list": a button, then who, for what, and when it suits them. */
export class JoinForm {
  readonly #view: WaitingView
  readonly #flow: JoinFlow
  readonly #search: PatientSearch
  readonly #joined: (name: string) => void
  readonly #minorWords: MinorAloneWords
  #isOpen = false

  constructor(view: WaitingView, joined: (name: string) => void) {
    this.#view = view
    this.#minorWords = view.host.language.bundle(minorAloneMessages)
    this.#joined = joined
    this.#flow = new JoinFlow(view)
    this.#search = new PatientSearch(view.host, {
      find: (by, signal) => view.client()?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#choose(patient),
      isRefused: ({ replacedBy }) => replacedBy !== undefined,
    })
  }

  close(): void {
    this.#isOpen = false
    this.#flow.reset()
    this.#search.clear()
  }

  #open(): void {
    this.#isOpen = true
    this.#flow.begin()
    void moveFocus(this.#view.host, '#wait-patient')
  }

  #choose(patient: PatientSummary | null): void {
    this.#flow.patient = patient
    this.#flow.chosenState = ''
    this.#flow.consentsAlone = false
    this.#changed()
    void moveFocus(this.#view.host, patient ? '#wait-type' : '#wait-patient')
  }

  #changed(): void {
    this.#flow.missing = null
    this.#flow.joining.reset()
  }

  async #submit(): Promise<void> {
    const { host } = this.#view
    const name = this.#flow.patient?.displayName ?? ''
    const entry = await this.#flow.join()
    host.requestUpdate()
    if (this.#flow.missing) return moveFocus(host, fieldOf[this.#flow.missing])
    if (!entry) return
    this.close()
    this.#joined(name)
  }

  render(): TemplateResult {
    const { words } = this.#view
    if (this.#isOpen) return this.#form()
    return html`<div>
      <button class="btn" type="button" @click=${() => this.#open()}>${iconAdd} ${words('join')}</button>
    </div>`
  }

  #form(): TemplateResult {
    const { host, words } = this.#view
    const { joining, choices } = this.#flow
    return html`<form
      class="card pad stack"
      novalidate
      aria-labelledby="join"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#submit()
      }}
    >
      <h3 id="join">${words('join')}</h3>
      ${joining.problem ? problemView(host, joining.problem, { texts: words }) : nothing}
      ${choices.problem ? problemView(host, choices.problem, { texts: words, retry: () => this.#flow.read() }) : nothing}
      ${this.#patient()} ${this.#visit()} ${this.#place()} ${this.#days()} ${this.#wishes()} ${this.#alone()}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${joining.busy ? 'true' : nothing}>
          ${words(joining.busy ? 'joining' : 'joinNow')}
        </button>
        <button class="btn" type="button" @click=${() => this.close()}>${words('notNow')}</button>
      </div>
    </form>`
  }

  #error(of: 'patient' | 'type' | 'days'): unknown {
    return this.#flow.missing === of
      ? html`<p class="error" id="wait-missing" role="alert">${this.#view.words(`missing_${of}`)}</p>`
      : nothing
  }

  #patient(): TemplateResult {
    const { words } = this.#view
    const { patient } = this.#flow
    if (!patient)
      return html`${this.#error('patient')}
      ${this.#search.render({
        id: 'wait-patient',
        label: words('patient'),
        option: ({ displayName, age }) => html`<bdi>${words('patientOption', { name: displayName, age })}</bdi>`,
      })}`
    return html`<div class="row wrap">
      <span>
        <span class="label">${words('patient')}</span>
        <bdi>${words('patientOption', { name: patient.displayName, age: patient.age })}</bdi>
      </span>
      <button class="btn small" type="button" @click=${() => this.#choose(null)}>${words('otherPatient')}</button>
    </div>`
  }

  #visit(): TemplateResult {
    const { host, words } = this.#view
    const flow = this.#flow
    const select = (id: 'visitTypeId' | 'practitionerId', value: string): void => {
      flow[id] = value
      if (id === 'visitTypeId') flow.consentsAlone = false
      this.#changed()
    }
    return html`${this.#error('type')}
      <div class="field short">
        <label for="wait-type">${words('visitType')}</label>
        <select
          id="wait-type"
          aria-invalid=${flow.missing === 'type' ? 'true' : nothing}
          @change=${({ target }: Event) => select('visitTypeId', (target as HTMLSelectElement).value)}
        >
          <option value="" .selected=${flow.visitTypeId === ''}></option>
          ${(flow.choices.value?.visitTypes ?? []).map(
            ({ id, name }) =>
              html`<option value=${id} .selected=${id === flow.visitTypeId}>
                ${localized(name, host.language.tag)}
              </option>`,
          )}
        </select>
      </div>
      <div class="field short">
        <label for="wait-with">${words('practitioner')}</label>
        <select
          id="wait-with"
          @change=${({ target }: Event) => select('practitionerId', (target as HTMLSelectElement).value)}
        >
          <option value="" .selected=${flow.practitionerId === ''}>${words('anyone')}</option>
          ${flow.practitioners.map(
            ({ id, displayName }) =>
              html`<option value=${id} .selected=${id === flow.practitionerId}>${displayName}</option>`,
          )}
        </select>
      </div>`
  }

  #place(): TemplateResult | typeof nothing {
    const { words } = this.#view
    const flow = this.#flow
    const home = flow.patient?.state
    if (!home || !flow.state) return nothing
    const field = stateField({
      id: 'wait-state',
      label: words('state'),
      chosen: flow.state,
      hint: words(flow.state === home ? 'stateHome' : 'stateAway', { home: stateName(home) }),
      choose: (state) => {
        flow.chosenState = state
        this.#changed()
      },
    })
    return html`<div class="short">${field}</div>`
  }

  #days(): TemplateResult {
    const { words } = this.#view
    const flow = this.#flow
    const isMissing = flow.missing === 'days'
    const day = (id: 'from' | 'to', min: string, max: string): TemplateResult =>
      html`<div class="field">
        <label for="wait-${id}">${words(id === 'from' ? 'firstDay' : 'lastDay')}</label>
        <input
          id="wait-${id}"
          type="date"
          required
          min=${min}
          max=${max}
          aria-invalid=${isMissing ? 'true' : nothing}
          aria-describedby=${isMissing ? 'wait-missing' : nothing}
          .value=${flow[id]}
          @change=${({ target }: Event) => {
            flow[id] = (target as HTMLInputElement).value
            this.#changed()
          }}
        />
      </div>`
    return html`${this.#error('days')}
      <div class="row wrap range">
        ${day('from', flow.today, flow.lastDay)} ${day('to', flow.from || flow.today, flow.lastDay)}
      </div>`
  }

  #wishes(): TemplateResult {
    const { host, words } = this.#view
    const { weekdays: chosenDays, dayParts } = this.#flow
    const plain = host.format.at('UTC')
    const choice = <T>(chosen: Set<T>, value: T, label: string): TemplateResult =>
      html`<label class="choice plain">
        <input
          type="checkbox"
          .checked=${chosen.has(value)}
          @change=${({ target }: Event) => {
            if ((target as HTMLInputElement).checked) chosen.add(value)
            else chosen.delete(value)
            this.#changed()
          }}
        />
        ${label}
      </label>`
    return html`<fieldset class="field">
        <legend class="label">${words('weekdays')}</legend>
        <div class="row wrap">
          ${weekdays.map((one) => choice(chosenDays, one, plain.weekdayName(`2026-06-0${one}T12:00:00Z`)))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend class="label">${words('parts')}</legend>
        <div class="row wrap">${parts.map((part) => choice(dayParts, part, words(`part_${part}`)))}</div>
      </fieldset>`
  }

  #alone(): TemplateResult | typeof nothing {
    const flow = this.#flow
    if (!flow.mayConsentAlone) return nothing
    return minorAloneField(this.#minorWords, {
      isChosen: flow.consentsAlone,
      choose: (isChosen) => {
        flow.consentsAlone = isChosen
        this.#changed()
      },
    })
  }
}
