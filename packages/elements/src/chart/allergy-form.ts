import { html, nothing, type TemplateResult } from 'lit'
import type { Allergy, Medication } from '@visitkit/sdk'
import type { SearchBox } from '../core/search-box.ts'
import type { ChartTranslate } from './chart-translate.ts'

/** An allergy in the form. */
export interface AllergyDraft {
  readonly name: string
  /** RxNorm ingredient, as long as the name is the selected one. */
  readonly rxcui: string | null
  readonly reaction: string
  readonly severity: Allergy['severity']
}

export const emptyAllergy: AllergyDraft = { name: '', rxcui: null, reaction: '', severity: 'unknown' }

interface AllergyFormView {
  readonly t: ChartTranslate
  readonly draft: AllergyDraft
  readonly ingredients: SearchBox<Medication>
  readonly showsFault: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (draft: AllergyDraft) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

const severities = ['mild', 'moderate', 'severe', 'unknown'] as const

/** The form for an allergy. */
export const allergyForm = (view: AllergyFormView): TemplateResult => {
  const { t, draft, showsFault, busy, onChange } = view
  const fault = showsFault && draft.name.trim() === ''
  return html`<div class="ask stack" role="group" aria-label=${t('addAllergyName')}>
    ${view.ingredients.render({
      id: 'ingredient',
      label: t('ingredient'),
      hint: t('ingredientHint'),
      option: ({ ingredients }) =>
        html`<span lang="en" dir="ltr">${ingredients.map(({ name }) => name).join(', ')}</span>`,
    })}
    <div class="field">
      <label for="substance">${t('substance')}</label>
      <input
        id="substance"
        type="text"
        dir="auto"
        maxlength="120"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'substance-fault' : draft.rxcui ? 'substance-coded' : nothing}
        .value=${draft.name}
        @input=${(event: Event) => onChange({ ...draft, name: (event.target as HTMLInputElement).value, rxcui: null })}
      />
      ${draft.rxcui ? html`<p class="hint" id="substance-coded">${t('coded')}</p>` : nothing}
      ${fault ? html`<p class="error" id="substance-fault">${t('substanceFault')}</p>` : nothing}
    </div>
    <div class="field">
      <label for="reaction">${t('reaction')}</label>
      <input
        id="reaction"
        type="text"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        .value=${draft.reaction}
        @input=${(event: Event) => onChange({ ...draft, reaction: (event.target as HTMLInputElement).value })}
      />
    </div>
    <div class="field">
      <label for="severity">${t('severity')}</label>
      <select
        id="severity"
        @change=${(event: Event) =>
          onChange({ ...draft, severity: (event.target as HTMLSelectElement).value as Allergy['severity'] })}
      >
        ${severities.map(
          (one) => html`<option value=${one} ?selected=${one === draft.severity}>${t(`severity_${one}`)}</option>`,
        )}
      </select>
    </div>
    ${view.problem || nothing}
    <div class="row wrap">
      <button class="btn primary small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${view.onSave}>
        ${t(busy ? 'keeping' : 'keep')}
      </button>
      <button class="btn quiet small" type="button" @click=${view.onClose}>${t('close')}</button>
    </div>
  </div>`
}
