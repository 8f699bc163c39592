import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, ClaimLine } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { isChangeable, type CodesT, type ClaimDeskTranslate } from './claim-states.ts'
import { column, deskTable } from './desk-table.ts'

interface ClaimLinesView {
  readonly t: ClaimDeskTranslate
  readonly codes: CodesT
  readonly format: Formatter
  readonly level: number
  readonly claim: Claim
  readonly isEditing: boolean
  readonly onEdit: () => void
}

const codesOf = ({ diagnosisPointers }: ClaimLine, { diagnosisCodes }: Claim): string =>
  diagnosisPointers.map((place) => diagnosisCodes[place - 1] ?? String(place)).join(', ')

const row = ({ t, codes, format, claim }: ClaimLinesView, line: ClaimLine, isAnswered: boolean): TemplateResult => {
  const { number, code, modifiers, units, chargeCents, allowedCents, paidCents, patientCents, adjustments } = line
  const amount = (name: string, cents: number | undefined): TemplateResult =>
    html`<td role="cell" class="amount ${cents === undefined ? 'blank' : ''}" data-label=${name}>
      ${cents === undefined ? '' : format.money(cents)}
    </td>`
  return html`<tr role="row">
    <th role="rowheader" scope="row"><span class="muted">${format.number(number)}</span> <b dir="ltr">${code}</b></th>
    <td role="cell" class=${modifiers.length > 0 ? '' : 'blank'} data-label=${t('columnModifiers')}>
      <span dir="ltr">${modifiers.join(' ')}</span>
    </td>
    <td role="cell" class="amount" data-label=${t('columnUnits')}>${format.number(units)}</td>
    <td role="cell" data-label=${t('columnPointers')}>
      <span dir="ltr">${codesOf(line, claim) || t('none')}</span>
    </td>
    ${amount(t('columnCharge'), chargeCents)}
    ${
      isAnswered
        ? html`${amount(t('columnAllowed'), allowedCents)} ${amount(t('columnPaid'), paidCents)}
            ${amount(t('columnPatientPart'), patientCents)}
            <td role="cell" data-label=${t('columnAdjustments')}>
              <ul class="adjustments">
                ${adjustments.map(
                  ({ group, reason, amountCents }) =>
                    html`<li>
                      <code dir="ltr">${group} ${reason}</code> ${format.money(amountCents)},
                      ${codes(`adjusted_${group}`)}
                    </li>`,
                )}
              </ul>
            </td>`
        : nothing
    }
  </tr>`
}

/** The services, their charges, and the payer's adjudication. */
export const claimLines = (view: ClaimLinesView): TemplateResult => {
  const { t, level, claim, isEditing, onEdit } = view
  const isAnswered = claim.lines.some(({ paidCents }) => paidCents !== undefined)
  return html`<section class="part" aria-labelledby="lines-heading">
    <div class="row between wrap">
      <div class="tight">
        <h3 id="lines-heading" aria-level=${level + 1}>${t('linesHeading')}</h3>
        <p class="small muted">
          ${t.rich('diagnoses', { codes: html`<span dir="ltr">${claim.diagnosisCodes.join(', ') || t('none')}</span>` })}
        </p>
      </div>
      ${
        isChangeable(claim)
          ? html`<button
              class="btn small"
              id="edit"
              type="button"
              aria-expanded=${isEditing ? 'true' : 'false'}
              @click=${onEdit}
            >
              ${t('edit')}
            </button>`
          : nothing
      }
    </div>
    ${deskTable({
      kind: 'lines',
      heading: 'lines-heading',
      head: [
        column(t('columnCode')),
        column(t('columnModifiers')),
        column(t('columnUnits'), 'amount'),
        column(t('columnPointers')),
        column(t('columnCharge'), 'amount'),
        ...(isAnswered
          ? [
              column(t('columnAllowed'), 'amount'),
              column(t('columnPaid'), 'amount'),
              column(t('columnPatientPart'), 'amount'),
              column(t('columnAdjustments')),
            ]
          : []),
      ],
      rows: claim.lines.map((line) => row(view, line, isAnswered)),
    })}
  </section>`
}
