import { html, type TemplateResult } from 'lit'
import type { DoseUnit } from '@visitkit/sdk'
import { labelText, unitText } from './label-text.ts'
import { directionsFromDraft, type FaultyField, type PrescriptionDraft } from './prescription-draft.ts'
import type { PrescriptionFieldsView } from './prescription-form-view.ts'
import { createTextField } from './text-field.ts'

const doseUnits = [
  'tablet',
  'capsule',
  'mL',
  'puff',
  'spray',
  'drop',
  'patch',
  'application',
  'unit',
] as const satisfies readonly DoseUnit[]

/** How the medication is taken, with a preview of the label. */
export const directionsFields = (
  view: PrescriptionFieldsView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  const { t, format, writer } = view
  const field = createTextField(view, faults)
  const read = directionsFromDraft(draft)
  const units = [...new Set([draft.doseUnit, ...doseUnits])]
  return html`<fieldset class="stack">
    <legend class="title">${t('directions')}</legend>
    <div class="grid two">
      ${field('dose', t('dose'), draft.dose, { mode: 'decimal' })}
      <div class="field">
        <label for="unit">${t('unit')}</label>
        <select
          id="unit"
          @change=${(event: Event) => writer.change({ doseUnit: (event.target as HTMLSelectElement).value as DoseUnit })}
        >
          ${units.map(
            (unit) => html`<option value=${unit} ?selected=${unit === draft.doseUnit}>${unitText(t, unit)}</option>`,
          )}
        </select>
      </div>
      ${field('often', t('often'), draft.often, { mode: 'numeric', max: 2 })}
      <div class="field">
        <label for="every">${t('howOften')}</label>
        <select
          id="every"
          @change=${(event: Event) =>
            writer.change({ every: (event.target as HTMLSelectElement).value as PrescriptionDraft['every'] })}
        >
          <option value="timesPerDay" ?selected=${draft.every === 'timesPerDay'}>${t('timesPerDay')}</option>
          <option value="everyHours" ?selected=${draft.every === 'everyHours'}>${t('everyHours')}</option>
        </select>
      </div>
      ${field('days', t('days'), draft.days, { mode: 'numeric', max: 3, hint: t('daysHint') })}
      ${field('asNeededFor', t('asNeeded'), draft.asNeededFor, { max: 120, hint: t('asNeededHint') })}
      ${field('note', t('extra'), draft.note, { max: 200, hint: t('extraHint') })}
    </div>
    <div class="label-text tight">
      <span class="small muted">${t('preview')}</span>
      <output dir="auto" for="dose unit often every days asNeededFor note"
        >${read ? labelText(t, format, read) : t('previewOpen')}</output
      >
    </div>
  </fieldset>`
}
