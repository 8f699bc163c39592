import { html, nothing, type TemplateResult } from 'lit'
import type { Medication, ReportedMedication } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { SearchBox } from '../core/search-box.ts'
import type { reportedMedicinesEn } from './reported-medicines.en.ts'

export type ReportedMedicinesTranslate = Translate<typeof reportedMedicinesEn>

/** A medicine in the form. */
export interface ReportedDraft {
  /** The entry that is changed; null for a new one. */
  readonly of: ReportedMedication | null
  readonly name: string
  /** RxNorm, as long as the name is the selected one. */
  readonly rxcui: string | null
  readonly directions: string
}

interface ReportedFormView {
  readonly t: ReportedMedicinesTranslate
  readonly draft: ReportedDraft
  /** Null for a person who may not search medications. */
  readonly medications: SearchBox<Medication> | null
  readonly showsFault: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onChange: (draft: ReportedDraft) => void
  readonly onSave: () => void
  readonly onClose: () => void
}

/** The form for a medicine that was not prescribed here. */
export const reportedMedicineForm = (view: ReportedFormView): TemplateResult => {
  const { t, draft, showsFault, busy, onChange } = view
  const fault = showsFault && draft.name.trim() === ''
  const valueOf = (event: Event): string => (event.target as HTMLInputElement).value
  return html`<div class="stack" role="group" aria-label=${t(draft.of ? 'changeTitle' : 'addName')}>
    ${
      view.medications?.render({
        id: 'reported-search',
        label: t('search'),
        hint: t('searchHint'),
        option: ({ name }) => html`<span lang="en" dir="ltr">${name}</span>`,
      }) ?? nothing
    }
    <div class="field">
      <label for="reported-name">${t('name')}</label>
      <input
        id="reported-name"
        type="text"
        dir="auto"
        maxlength="120"
        autocomplete="off"
        aria-required="true"
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? 'reported-name-fault' : 'reported-name-hint'}
        .value=${draft.name}
        @input=${(event: Event) => onChange({ ...draft, name: valueOf(event), rxcui: null })}
      />
      <p class="hint" id="reported-name-hint">${t(draft.rxcui ? 'coded' : 'nameHint')}</p>
      ${fault ? html`<p class="error" id="reported-name-fault">${t('nameFault')}</p>` : nothing}
    </div>
    <div class="field">
      <label for="reported-directions">${t('directions')}</label>
      <input
        id="reported-directions"
        type="text"
        dir="auto"
        maxlength="200"
        autocomplete="off"
        aria-describedby="reported-directions-hint"
        .value=${draft.directions}
        @input=${(event: Event) => onChange({ ...draft, directions: valueOf(event) })}
      />
      <p class="hint" id="reported-directions-hint">${t('directionsHint')}</p>
    </div>
    ${view.problem || nothing}
    <div class="row wrap">
      <button class="btn primary small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${view.onSave}>
        ${t(busy ? 'saving' : 'save')}
      </button>
      <button class="btn quiet small" type="button" @click=${view.onClose}>${t('close')}</button>
    </div>
  </div>`
}
