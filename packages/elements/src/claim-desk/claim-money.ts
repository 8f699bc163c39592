import { html, type TemplateResult } from 'lit'
import type { Claim, ClaimLine } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'

export interface ClaimMoney {
  readonly charged: number
  /** Null until a payer has adjudicated. */
  readonly allowed: number | null
  readonly paid: number
  readonly patient: number
  /** The amount that is not paid: every adjustment except the patient's share (group PR). */
  readonly adjusted: number
}

/** All in cents. */
export const claimTotals = ({ lines, chargeCents, paidCents, patientCents }: Claim): ClaimMoney => {
  const allowed = lines.flatMap(({ allowedCents }) => (allowedCents === undefined ? [] : [allowedCents]))
  return {
    charged: chargeCents,
    allowed: allowed.length === 0 ? null : allowed.reduce((sum, cents) => sum + cents, 0),
    paid: paidCents,
    patient: patientCents,
    adjusted: lines
      .flatMap(({ adjustments }: ClaimLine) => adjustments)
      .reduce((sum, { group, amountCents }) => sum + (group === 'PR' ? 0 : amountCents), 0),
  }
}

/** The charge and its adjudication, in one line. */
export const claimMoney = (t: ClaimDeskTranslate, format: Formatter, claim: Claim, level: number): TemplateResult => {
  const { charged, allowed, paid, patient, adjusted } = claimTotals(claim)
  const isAnswered = claim.lines.some(({ paidCents }) => paidCents !== undefined)
  const absent = t(isAnswered ? 'none' : 'notAnswered')
  const amount = (name: string, cents: number | null): TemplateResult =>
    html`<div>
      <dt class="small muted">${name}</dt>
      <dd class=${cents === null ? 'muted' : 'sum'}>${cents === null ? absent : format.money(cents)}</dd>
    </div>`
  const answered = (cents: number): number | null => (isAnswered ? cents : null)
  return html`<section class="part" aria-labelledby="money-heading">
    <h3 id="money-heading" class="visually-hidden" aria-level=${level + 1}>${t('money')}</h3>
    <dl class="money">
      ${amount(t('charged'), charged)} ${amount(t('allowed'), allowed)} ${amount(t('paid'), answered(paid))}
      ${amount(t('patientOwes'), answered(patient))} ${amount(t('adjusted'), answered(adjusted))}
    </dl>
  </section>`
}
