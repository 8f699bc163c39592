import { html, nothing, type TemplateResult } from 'lit'
import type { NoEmergencyContactReason } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { namesContact, type CheckInField, type CheckInFields, type FieldFaults } from './check-in-fields.ts'
import { usStates } from '../core/us-states.ts'
import type { waitingRoomEn } from './waiting-room.en.ts'

export interface CheckInFormView {
  readonly t: Translate<typeof waitingRoomEn>
  readonly fields: CheckInFields
  readonly faults: FieldFaults
  readonly busy: boolean
  /** Why it could not be sent, shown next to the button. */
  readonly problem: unknown
  /** Leaves the correction of the location without a change. */
  readonly onBack: (() => void) | null
  readonly onChange: (name: CheckInField, value: string) => void
  readonly onSubmit: () => void
}

interface TextField {
  readonly name: CheckInField
  readonly label: string
  readonly hint?: string
  readonly autocomplete: string
  readonly inputMode?: string
  readonly maxLength: number
  readonly optional?: boolean
}

const fault = (view: CheckInFormView, name: CheckInField): TemplateResult | typeof nothing => {
  const found = view.faults[name]
  return found ? html`<p class="error" id="${name}-error">${view.t(found)}</p>` : nothing
}

const describedBy = (view: CheckInFormView, name: CheckInField, hint: boolean): string =>
  [hint ? `${name}-hint` : '', view.faults[name] ? `${name}-error` : ''].filter(Boolean).join(' ')

const textField = (view: CheckInFormView, field: TextField): TemplateResult => {
  const { name } = field
  const description = describedBy(view, name, field.hint !== undefined)
  return html`<div class="field ${name}">
    <label for=${name}>${field.label}</label>
    ${field.hint ? html`<p class="hint" id="${name}-hint">${field.hint}</p>` : nothing} ${fault(view, name)}
    <input
      id=${name}
      name=${name}
      autocomplete=${field.autocomplete}
      inputmode=${field.inputMode ?? 'text'}
      dir=${field.inputMode ? 'ltr' : 'auto'}
      maxlength=${field.maxLength}
      ?required=${!field.optional}
      aria-invalid=${view.faults[name] ? 'true' : 'false'}
      aria-describedby=${description || nothing}
      .value=${view.fields[name]}
      @input=${(event: Event) => view.onChange(name, (event.target as HTMLInputElement).value)}
    />
  </div>`
}

const choice = (view: CheckInFormView, name: CheckInField, value: string, label: string): TemplateResult =>
  html`<label class="choice"
    ><input
      type="radio"
      name=${name}
      value=${value}
      aria-describedby=${view.faults[name] ? `${name}-error` : nothing}
      .checked=${view.fields[name] === value}
      @change=${() => view.onChange(name, value)}
    />${label}</label
  >`

const kindChoice = (view: CheckInFormView, kind: 'home' | 'other'): TemplateResult =>
  choice(view, 'kind', kind, view.t(`kind_${kind}`))

const noContactReasons = [
  'none-to-name',
  'number-not-known',
  'prefers-not-to',
] as const satisfies NoEmergencyContactReason[]

/** Asked of a patient who names no one; it leaves the screen when they start to. */
const noContactChoice = (view: CheckInFormView): TemplateResult =>
  html`<fieldset class="field">
    <legend>${view.t('noContactLegend')}</legend>
    ${fault(view, 'noContact')}
    <div class="tight">
      ${noContactReasons.map((reason) => choice(view, 'noContact', reason, view.t(`noContact_${reason}`)))}
    </div>
  </fieldset>`

/** The patient's location and telephone number. */
export const checkInForm = (view: CheckInFormView): TemplateResult => {
  const { t, faults } = view
  const count = Object.keys(faults).length
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    view.onSubmit()
  }
  return html`<form class="card pad stack" novalidate @submit=${submit}>
    <div class="tight">
      <h2 tabindex="-1">${t('checkInHeading')}</h2>
      <p class="muted">${t('checkInWhy')}</p>
    </div>
    ${count > 0 ? html`<div class="banner bad" role="alert"><b>${t('faultsHeading', { count })}</b></div>` : nothing}
    <fieldset class="field">
      <legend>${t('kindLegend')}</legend>
      ${fault(view, 'kind')}
      <div class="two">${kindChoice(view, 'home')}${kindChoice(view, 'other')}</div>
    </fieldset>
    ${textField(view, { name: 'line1', label: t('line1'), autocomplete: 'address-line1', maxLength: 120 })}
    ${textField(view, { name: 'line2', label: t('line2'), autocomplete: 'address-line2', maxLength: 120, optional: true })}
    <div class="place">
      ${textField(view, { name: 'city', label: t('city'), autocomplete: 'address-level2', maxLength: 80 })}
      <div class="field">
        <label for="state">${t('state')}</label>
        ${fault(view, 'state')}
        <select
          id="state"
          name="state"
          autocomplete="address-level1"
          required
          aria-invalid=${faults.state ? 'true' : 'false'}
          aria-describedby=${describedBy(view, 'state', false) || nothing}
          @change=${(event: Event) => view.onChange('state', (event.target as HTMLSelectElement).value)}
        >
          <option value="">${t('chooseState')}</option>
          ${usStates.map(([code, name]) => html`<option lang="en" value=${code} .selected=${view.fields.state === code}>${name}</option>`)}
        </select>
      </div>
      ${textField(view, { name: 'postalCode', label: t('postalCode'), autocomplete: 'postal-code', inputMode: 'numeric', maxLength: 12, optional: true })}
    </div>
    ${textField(view, { name: 'callbackPhone', label: t('callback'), hint: t('callbackHint'), autocomplete: 'tel', inputMode: 'tel', maxLength: 32 })}
    <fieldset class="stack">
      <legend class="label">${t('contactLegend')}</legend>
      <div class="two">
        ${textField(view, { name: 'contactName', label: t('contactName'), autocomplete: 'off', maxLength: 120, optional: true })}
        ${textField(view, { name: 'contactPhone', label: t('contactPhone'), autocomplete: 'off', inputMode: 'tel', maxLength: 32, optional: true })}
      </div>
      ${namesContact(view.fields) ? nothing : noContactChoice(view)}
    </fieldset>
    ${view.problem}
    <div class="row wrap">
      <button class="btn primary" aria-disabled=${view.busy ? 'true' : nothing}>
        ${view.busy ? t('checkingIn') : t(view.onBack ? 'save' : 'checkIn')}
      </button>
      ${view.onBack ? html`<button class="btn" type="button" @click=${view.onBack}>${t('back')}</button>` : nothing}
    </div>
  </form>`
}
