import { html, nothing, type TemplateResult } from 'lit'
import { amountText, unitText } from './label-text.ts'
import {
  defaultUnit,
  suggestedQuantity,
  suggestedSupply,
  type FaultyField,
  type PrescriptionDraft,
} from './prescription-draft.ts'
import type { PrescriptionFieldsView } from './prescription-form-view.ts'
import { createTextField, type TextField } from './text-field.ts'

/** How much the pharmacy dispenses. */
export const supplyFields = (
  view: PrescriptionFieldsView,
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
            : t('suggested', { count: amountText(t, format, suggested, defaultUnit(draft.medication)) }),
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
