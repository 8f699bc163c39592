import { html, nothing, type TemplateResult } from 'lit'
import type { Pharmacy } from '@visitkit/sdk'
import type { PrescriptionFormTranslate } from './label-text.ts'
import type { FaultyField, PrescriptionDraft } from './prescription-draft.ts'
import type { PrescriptionFormView } from './prescription-form-view.ts'
import { createTextField } from './text-field.ts'

/** A pharmacy in two lines. */
const pharmacyLines = (t: PrescriptionFormTranslate, { name, address, accepts, phone }: Pharmacy): TemplateResult =>
  html`<span class="tight"
    ><b dir="auto">${name}</b
    ><span class="small muted" dir="auto"
      >${address.line1}, ${address.city}, ${address.state}. <span dir="ltr">${phone}</span></span
    >${accepts.includes('new') ? nothing : html`<span class="chip warn">${t('takesNone')}</span>`}</span
  >`

/** Where the prescription is sent, and for which diagnosis. */
export const destinationFields = (
  view: PrescriptionFormView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  const { t, writer, pharmacies, diagnoses } = view
  const { pharmacy, diagnosisCode } = draft
  return html`<fieldset class="stack">
    <legend class="title">${t('pharmacy')}</legend>
    ${pharmacy ? pharmacyLines(t, pharmacy) : html`<p class="small">${t('noPharmacy')}</p>`}
    ${pharmacies.render({
      id: 'pharmacy',
      label: t('pharmacySearch'),
      hint: t('pharmacyHint'),
      option: (one) => pharmacyLines(t, one),
    })}
    ${faults.includes('pharmacy') ? html`<p class="error">${t('pharmacyFault')}</p>` : nothing}
    ${
      diagnosisCode
        ? html`<div class="row">
            <span class="grow"
              ><span class="small muted">${t('diagnosis')}</span> <b class="num">${diagnosisCode}</b></span
            >
            <button
              class="btn small"
              type="button"
              aria-label=${t('changeMedicineName', { name: diagnosisCode })}
              @click=${() => writer.change({ diagnosisCode: '' })}
            >
              ${t('changeMedicine')}
            </button>
          </div>`
        : diagnoses.render({
            id: 'diagnosis',
            label: t('diagnosis'),
            hint: t('diagnosisHint'),
          })
    }
    ${createTextField(view, faults)('noteToPharmacist', t('pharmacistNote'), draft.noteToPharmacist, { max: 210 })}
  </fieldset>`
}
