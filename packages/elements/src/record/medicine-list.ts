import { html, nothing, type TemplateResult } from 'lit'
import type { Prescription } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { RecordTranslate } from './result-words.ts'

const chipFor = (status: Prescription['status']): string =>
  ['not-dispensed', 'refused', 'cancelled'].includes(status)
    ? 'chip warn'
    : status === 'dispensed'
      ? 'chip ok'
      : 'chip none'

/** How to get more. A pharmacy is only said to ask the clinician when it can send such a request. */
const howToGetMore = (t: RecordTranslate, { pharmacy, refillsLeft, practitioner }: Prescription): unknown => {
  if (!pharmacy) return t('needMoreClinic')
  const call = { pharmacy: html`<b dir="auto">${pharmacy.name}</b>`, phone: phoneLink(pharmacy.phone) }
  return refillsLeft === 0 && pharmacy.accepts.includes('renewal')
    ? t.rich('needMoreAsk', { ...call, name: practitioner.displayName })
    : t.rich('needMore', call)
}

/** The medicines that a patient takes now: how to take each, where it is, and how to get more, with what `refillOf` shows. */
export const medicineList = (
  t: RecordTranslate,
  format: Formatter,
  items: readonly Prescription[],
  refillOf: (prescription: Prescription) => unknown,
): TemplateResult =>
  items.length === 0
    ? html`<p class="muted">${t('noMedicines')}</p>`
    : html`<ul class="lined">
        ${items.map((item) => {
          const { medication, directionsText, status, practitioner, signedAt, refillsLeft } = item
          return html`<li class="tight">
            <b id="item-${item.id}" tabindex="-1" lang="en" dir="ltr">${medication.name}</b>
            <p dir="auto">${localized(directionsText, format.tag)}</p>
            <p class="row wrap small">
              <span class=${chipFor(status)}>${t(`medicine_${status}`)}</span>
              ${
                refillsLeft === undefined
                  ? nothing
                  : html`<span>${refillsLeft === 0 ? t('noRefills') : t('refillsLeft', { count: refillsLeft })}</span>`
              }
            </p>
            <p class="small">${howToGetMore(t, item)}</p>
            ${refillOf(item)}
            ${
              signedAt
                ? html`<p class="small muted num">
                    ${t('prescribedBy', { name: practitioner.displayName, date: format.date(signedAt) })}
                  </p>`
                : nothing
            }
          </li>`
        })}
      </ul>`
