import { html, nothing, type TemplateResult } from 'lit'
import type { DoseUnit, MedicationRoute } from '@visitkit/sdk'
import { labelText, unitText, type PrescriptionFormTranslate } from './label-text.ts'
import { directionsFromDraft, type FaultyField, type PrescriptionDraft } from './prescription-draft.ts'
import type { PrescriptionFieldsView } from './prescription-form-view.ts'
import { createTextField } from './text-field.ts'

/** Offered for a medication of which it is not known what fits. */
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

/** What fits, and what is chosen, which may be something else in a prescription of earlier. */
const offered = <Code>(
  fitting: readonly Code[] | undefined,
  chosen: Code,
  others: readonly Code[],
): readonly Code[] => [...new Set([...(fitting ?? others), chosen])]

/** A choice among what fits, which says when something else is chosen. */
const fittingSelect = <Code extends string>(
  t: PrescriptionFormTranslate,
  of: {
    readonly id: string
    readonly label: string
    readonly codes: readonly Code[]
    readonly chosen: Code
    readonly isUnfit: boolean
    readonly textOf: (code: Code) => string
    readonly onChange: (code: Code) => void
  },
): TemplateResult =>
  html`<div class="field ${of.id}">
    <label for=${of.id}>${of.label}</label>
    <select
      id=${of.id}
      aria-describedby=${of.isUnfit ? `unfit-${of.id}` : nothing}
      @change=${(event: Event) => of.onChange((event.target as HTMLSelectElement).value as Code)}
    >
      ${of.codes.map((code) => html`<option value=${code} ?selected=${code === of.chosen}>${of.textOf(code)}</option>`)}
    </select>
    ${of.isUnfit ? html`<p class="error" id="unfit-${of.id}">${t('unfit')}</p>` : nothing}
  </div>`

/** How the medication is taken, with a preview of the label. */
export const directionsFields = (
  view: PrescriptionFieldsView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  const { t, format, writer } = view
  const field = createTextField(view, faults)
  const read = directionsFromDraft(draft)
  const { medication, doseUnit, route } = draft
  const fitting = medication.doseUnits?.map(({ unit }) => unit)
  const routes = offered(medication.routes, route, [])
  return html`<fieldset class="stack">
    <legend class="title">${t('directions')}</legend>
    <div class="grid two">
      ${field('dose', t('dose'), draft.dose, { mode: 'decimal' })}
      ${fittingSelect<DoseUnit>(t, {
        ...{ id: 'unit', label: t('unit'), codes: offered(fitting, doseUnit, doseUnits), chosen: doseUnit },
        isUnfit: fitting !== undefined && !fitting.includes(doseUnit),
        textOf: (unit) => unitText(t, unit),
        onChange: (unit) => writer.change({ doseUnit: unit }),
      })}
      ${
        routes.length > 1
          ? fittingSelect<MedicationRoute>(t, {
              ...{ id: 'route', label: t('route'), codes: routes, chosen: route },
              isUnfit: medication.routes?.includes(route) === false,
              textOf: (each) => t(`route_${each}`),
              onChange: (each) => writer.change({ route: each }),
            })
          : nothing
      }
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
      ${field('maximum', t('maximum'), draft.maximum, { mode: 'decimal', hint: t('maximumHint') })}
      ${field('maximumHours', t('maximumHours'), draft.maximumHours, { mode: 'numeric', max: 3 })}
      ${field('note', t('extra'), draft.note, { max: 200, hint: t('extraHint') })}
    </div>
    <div class="label-text tight">
      <span class="small muted">${t('preview')}</span>
      <output dir="auto" for="dose unit often every days asNeededFor maximum maximumHours note"
        >${read ? labelText(t, format, read) : t('previewOpen')}</output
      >
    </div>
  </fieldset>`
}
