import { html, nothing, type TemplateResult } from 'lit'
import { localized, type Formatter } from '../core/format.ts'
import { amountText, type PrescriptionFormTranslate } from './label-text.ts'
import { defaultUnit } from './prescription-draft.ts'
import type { PrescriptionWriter } from './prescription-writer.ts'

interface SignQuestionView {
  readonly t: PrescriptionFormTranslate
  readonly format: Formatter
  readonly writer: PrescriptionWriter
  /** The patient's label. */
  readonly who: unknown
  readonly problem: unknown
  readonly onSign: () => void
  readonly onBack: () => void
}

/** The label as it will be sent, and the confirmation before sending. */
export const signQuestion = ({ t, format, writer, who, problem, onSign, onBack }: SignQuestionView): TemplateResult => {
  const { awaitingSignature } = writer
  if (!awaitingSignature) return html``
  const { medication, directionsText, quantity, daysSupply, refills, pharmacy } = awaitingSignature
  return html`<section class="part form" aria-labelledby="sign-question">
    <h3 id="sign-question" tabindex="-1">${t('askHeading')}</h3>
    ${who}
    <div class="label-text tight">
      <b lang="en" dir="ltr">${medication.name}</b>
      <p dir="auto">${localized(directionsText, format.tag)}</p>
      <p class="small num">
        ${t('askAmount', {
          quantity: amountText(t, format, quantity, defaultUnit(medication)),
          days: format.number(daysSupply),
          refills: refills === 0 ? t('noRefills') : t('refillCount', { count: refills }),
        })}
      </p>
      <p class="small">${t('askTo', { pharmacy: pharmacy?.name ?? '' })}</p>
    </div>
    ${problem || nothing}
    <div class="row wrap">
      <button class="btn primary" type="button" aria-disabled=${writer.isBusy ? 'true' : nothing} @click=${onSign}>
        ${t(writer.isBusy ? 'signing' : 'signNow')}
      </button>
      <button class="btn quiet" type="button" @click=${onBack}>${t('back')}</button>
    </div>
  </section>`
}
