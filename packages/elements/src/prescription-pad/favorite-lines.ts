import { html, nothing, type TemplateResult } from 'lit'
import type { FavoritePrescription } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { amountText, labelText, type PrescriptionFormTranslate } from './label-text.ts'
import { defaultUnit } from './prescription-draft.ts'

/**
 * A favorite under its name: what it prescribes, or why it cannot be used.
 *
 * @param isAmongMedications - Marks it as a favorite in the list of medications.
 */
export const favoriteLines = (
  t: PrescriptionFormTranslate,
  format: Formatter,
  one: FavoritePrescription,
  isAmongMedications: boolean,
): TemplateResult =>
  html`<span class="tight favorite-text ${one.unusable ? 'muted' : ''}"
    ><span class="row wrap"
      ><b dir="auto">${one.name}</b
      >${isAmongMedications ? html`<span class="chip none">${t('favorite')}</span>` : nothing}${
        one.unusable ? html`<span class="chip warn">${t(`unusable_${one.unusable}`)}</span>` : nothing
      }</span
    ><span class="small"><span lang="en" dir="ltr">${one.medication.name}</span></span
    ><span class="small muted"
      ><span dir="auto">${labelText(t, format, one.directions)}</span> ${t('favoriteAmount', {
        quantity: amountText(t, format, one.quantity, defaultUnit(one.medication)),
        refills: one.refills === 0 ? t('noRefills') : t('refillCount', { count: one.refills }),
      })}${one.noteToPharmacist ? html` <span dir="auto">“${one.noteToPharmacist}”</span>` : nothing}</span
    ></span
  >`
