import { html, nothing, type TemplateResult } from 'lit'
import { alertFields } from './alert-fields.ts'
import { destinationFields } from './destination-fields.ts'
import { directionsFields } from './directions-fields.ts'
import { favoriteLines } from './favorite-lines.ts'
import { isWithoutInteractions, knowledgeView } from './knowledge-view.ts'
import { validatePrescription, type FaultyField, type PrescriptionDraft } from './prescription-draft.ts'
import type { PrescriptionFormView } from './prescription-form-view.ts'
import { supplyFields } from './supply-fields.ts'

const check = (
  { t, format, writer }: PrescriptionFormView,
  draft: PrescriptionDraft,
  faults: readonly FaultyField[],
): TemplateResult => {
  if (writer.isChecking) return html`<p class="small muted" role="status" aria-busy="true">${t('checking')}</p>`
  if (draft.alerts.length > 0)
    return alertFields({
      t,
      format,
      alerts: draft.alerts,
      reasons: draft.reasons,
      isFaulty: (id) => faults.includes(`reason-${id}`),
      onReason: (id, reason) => writer.change({ reasons: new Map(draft.reasons).set(id, reason) }),
    })
  return html`<p class="small muted" role="status">${t(writer.checkFailed ? 'checkFailed' : checkedText(writer))}</p>`
}

/** A release without interactions found none. */
const checkedText = ({ knowledge }: PrescriptionFormView['writer']) =>
  knowledge && isWithoutInteractions(knowledge.sources) ? 'checkedImported' : 'checked'

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
        ? html`${check(view, draft, faults)} ${writer.knowledge ? knowledgeView(view, writer.knowledge) : nothing}
            <div class="halves">
              ${directionsFields(view, draft, faults)}
              <div class="stack">${supplyFields(view, draft, faults)}${destinationFields(view, draft, faults)}</div>
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
