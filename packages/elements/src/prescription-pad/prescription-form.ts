import { html, nothing, type TemplateResult } from 'lit'
import type { DiagnosisCode, DoseUnit, Pharmacy } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { SearchBox } from '../core/search-box.ts'
import { alertFields } from './alert-fields.ts'
import { favoriteLines } from './favorite-lines.ts'
import { amountText, labelText, unitText, type PrescriptionFormTranslate } from './label-text.ts'
import type { MedicationChoice } from './medication-choice.ts'
import {
  directionsFromDraft,
  validatePrescription,
  suggestedQuantity,
  suggestedSupply,
  defaultUnit,
  type FaultyField,
  type PrescriptionDraft,
} from './prescription-draft.ts'
import type { PrescriptionWriter } from './prescription-writer.ts'
import { createTextField, type TextField } from './text-field.ts'

interface PrescriptionFormView {
  readonly heading: string
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly writer: PrescriptionWriter
  readonly medications: SearchBox<MedicationChoice>
  readonly diagnoses: SearchBox<DiagnosisCode>
  readonly pharmacies: SearchBox<Pharmacy>
  /** The rendered favorites; null while they are closed. */
  readonly favorites: unknown
  /** The rendered question for the name of a favorite. */
  readonly createFavorite: unknown
  /** A problem, shown above the buttons. */
  readonly problem: unknown
  readonly onFavorites: () => void
  readonly onCreateFavorite: () => void
  readonly onClearMedication: () => void
  readonly onSign: () => void
  readonly onSave: () => void
  readonly onClose: () => void
}

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

const directions = (
  view: PrescriptionFormView,
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

const supply = (
  view: PrescriptionFormView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  const { t, format, writer } = view
  const field = createTextField(view, faults)
  const suggested = suggestedQuantity(draft)
  const differs = suggested !== null && draft.quantity !== null && Number(draft.quantity) !== suggested
  return html`<fieldset class="stack">
    <legend class="title">${t('supply')}</legend>
    <div class="grid">
      ${field('quantity' as TextField, t('quantity'), draft.quantity ?? (suggested === null ? '' : String(suggested)), {
        mode: 'decimal',
        hint:
          suggested === null
            ? t('quantityUnit', { unit: unitText(t, defaultUnit(draft.medication)) })
            : t('suggested', { count: amountText(t, format, suggested, draft.doseUnit) }),
      })}
      ${field('daysSupply' as TextField, t('daysSupply'), draft.daysSupply ?? String(suggestedSupply(draft)), { mode: 'numeric', max: 3 })}
      ${field('refills', t('refills'), draft.refills, { mode: 'numeric', max: 2 })}
    </div>
    ${
      differs
        ? html`<div>
            <button class="btn small" type="button" @click=${() => writer.change({ quantity: null })}>
              ${t('take', { count: format.number(suggested) })}
            </button>
          </div>`
        : nothing
    }
    <label class="choice"
      ><input
        type="checkbox"
        .checked=${draft.substitutionAllowed}
        @change=${(event: Event) => writer.change({ substitutionAllowed: (event.target as HTMLInputElement).checked })}
      />${t('substitution')}</label
    >
  </fieldset>`
}

/** A pharmacy in two lines. */
export const pharmacyLines = (
  t: PrescriptionFormTranslate,
  { name, address, accepts, phone }: Pharmacy,
): TemplateResult =>
  html`<span class="tight"
    ><b dir="auto">${name}</b
    ><span class="small muted" dir="auto"
      >${address.line1}, ${address.city}, ${address.state}. <span dir="ltr">${phone}</span></span
    >${accepts.includes('new') ? nothing : html`<span class="chip warn">${t('takesNone')}</span>`}</span
  >`

const destination = (
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
            option: ({ code, display }) => html`<b class="num">${code}</b><span lang="en" dir="ltr">${display}</span>`,
          })
    }
    ${createTextField(view, faults)('noteToPharmacist', t('pharmacistNote'), draft.noteToPharmacist, { max: 210 })}
  </fieldset>`
}

const check = (
  { t, format, writer }: PrescriptionFormView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  if (writer.isChecking) return html`<p class="small muted" role="status" aria-busy="true">${t('checking')}</p>`
  if (draft.alerts.length > 0)
    return alertFields({
      t,
      tag: format.tag,
      alerts: draft.alerts,
      reasons: draft.reasons,
      isFaulty: (id) => faults.includes(`reason-${id}`),
      onReason: (id, reason) => writer.change({ reasons: new Map(draft.reasons).set(id, reason) }),
    })
  return html`<p class="small muted" role="status">${t(writer.checkFailed ? 'checkFailed' : 'checked')}</p>`
}

/** The form of one prescription, from the medication to the pharmacy. */
export const prescriptionForm = (view: PrescriptionFormView): TemplateResult => {
  const { t, writer, medications } = view
  const { draft } = writer
  const faults = draft && writer.showsFaults ? validatePrescription(draft) : []
  return html`<section class="part form" aria-labelledby="form">
    <div class="row wrap between">
      <h3 id="form" tabindex="-1">${view.heading}</h3>
      ${
        draft
          ? nothing
          : html`<button
              class="btn small"
              type="button"
              id="favorites-of"
              aria-expanded=${view.favorites ? 'true' : 'false'}
              aria-controls=${view.favorites ? 'favorites' : nothing}
              @click=${view.onFavorites}
            >
              ${t('favorites')}
            </button>`
      }
    </div>
    ${draft ? nothing : view.favorites || nothing}
    ${
      draft
        ? html`<div class="row wrap chosen">
            <span class="grow"
              ><b lang="en" dir="ltr">${draft.medication.name}</b> ${
                draft.medication.schedule
                  ? html`<span class="chip warn">${t('schedule', { schedule: draft.medication.schedule })}</span>`
                  : nothing
              }</span
            >
            <button
              class="btn small"
              type="button"
              aria-label=${t('changeMedicineName', { name: draft.medication.name })}
              @click=${view.onClearMedication}
            >
              ${t('changeMedicine')}
            </button>
          </div>`
        : medications.render({
            id: 'medicine',
            label: t('medicine'),
            hint: t('medicineHint'),
            option: ({ favorite, medication: { name, schedule } }) =>
              favorite
                ? favoriteLines(t, view.format, favorite, true)
                : html`<span lang="en" dir="ltr">${name}</span>${
                      schedule ? html`<span class="chip warn">${t('schedule', { schedule })}</span>` : nothing
                    }`,
          })
    }
    ${
      draft
        ? html`${check(view, draft, faults)}
            <div class="halves">
              ${directions(view, draft, faults)}
              <div class="stack">${supply(view, draft, faults)}${destination(view, draft, faults)}</div>
            </div>`
        : nothing
    }
    ${view.createFavorite || nothing} ${view.problem || nothing}
    <div class="row wrap">
      ${
        draft
          ? html`<button
                class="btn primary"
                type="button"
                aria-disabled=${writer.isBusy ? 'true' : nothing}
                @click=${view.onSign}
              >
                ${t(writer.isBusy ? 'saving' : 'signAndSend')}
              </button>
              <button class="btn" type="button" aria-disabled=${writer.isBusy ? 'true' : nothing} @click=${view.onSave}>
                ${t('saveDraft')}
              </button>
              ${
                view.createFavorite
                  ? nothing
                  : html`<button class="btn" type="button" id="create-favorite" @click=${view.onCreateFavorite}>
                      ${t('createFavorite')}
                    </button>`
              }`
          : nothing
      }
      <button class="btn quiet" type="button" @click=${view.onClose}>${t('close')}</button>
    </div>
  </section>`
}
