import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import { wholeName } from '../core/whole-name.ts'
import type { nextPayerEn } from '../claim-desk/next-payer.en.ts'
import type { patientCoveragesEn } from './patient-coverages.en.ts'

export type PatientCoveragesTranslate = Translate<typeof patientCoveragesEn>

/** The first payer, the second or the third, by name. */
export const coverageTitle = (t: PatientCoveragesTranslate, { order, payer }: Coverage): string =>
  t('orderOf', { order: t(`order_${order === 2 || order === 3 ? order : 1}`), name: payer.name })

/** What the card of a coverage says. */
export const coverageFacts = (
  t: PatientCoveragesTranslate,
  reasons: Translate<typeof nextPayerEn>,
  format: Formatter,
  { memberNumber, groupNumber, relationship, subscriber, nameOnCard, medicareSecondaryReason, from, to }: Coverage,
): TemplateResult => {
  const day = (date: string): string => format.at('UTC').date(date)
  const facts: readonly (readonly [name: string, value: unknown])[] = [
    [t('memberNumber'), html`<span class="num" dir="ltr">${memberNumber}</span>`],
    [t('groupNumber'), groupNumber && html`<span class="num" dir="ltr">${groupNumber}</span>`],
    [t('relationship'), t(`relationship_${relationship}`)],
    [
      t('subscriber'),
      subscriber &&
        html`<span dir="auto"
          >${t('born', { name: wholeName(subscriber.name), date: day(subscriber.birthDate) })}</span
        >`,
    ],
    [t('card'), nameOnCard && html`<span dir="auto">${wholeName(nameOnCard)}</span>`],
    [reasons('reason'), medicareSecondaryReason && reasons(`reason_${medicareSecondaryReason}`)],
    [t('valid'), to === undefined ? t('period', { from: day(from) }) : t('periodTo', { from: day(from), to: day(to) })],
  ]
  return html`<dl class="facts">
    ${facts.map(([name, value]) =>
      value
        ? html`<div>
            <dt class="small muted">${name}</dt>
            <dd>${value}</dd>
          </div>`
        : nothing,
    )}
  </dl>`
}
