import { html, nothing, type TemplateResult } from 'lit'
import type { Remittance, RemittanceLine } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { moreButton } from '../core/more-button.ts'
import { formatPlainDate, type ClaimDeskTranslate } from './claim-states.ts'
import { column, deskRows, deskTable } from './desk-table.ts'
import { labeledAmount } from './labeled-amount.ts'

interface PaymentTexts {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  readonly level: number
}

interface PaymentListView {
  readonly items: readonly Remittance[]
  readonly next: string | null
  readonly onlyOpen: boolean
  readonly busy: boolean
  readonly problem: unknown
  readonly onFilter: (onlyOpen: boolean) => void
  readonly onOpen: (remittanceId: string) => void
  readonly onMore: () => void
}

const paymentStatus = (t: ClaimDeskTranslate, { status, unmatched }: Remittance): TemplateResult =>
  html`<span class="chips"
    ><span class="chip ${status === 'posted' ? 'ok' : status === 'resolved-externally' ? 'none' : 'warn'}"
      >${t(status)}</span
    >
    ${unmatched > 0 ? html`<span class="chip warn">${t('unmatched', { count: unmatched })}</span>` : nothing}</span
  >`

const paymentRow = ({ t, format }: PaymentTexts, one: Remittance, onOpen: (id: string) => void): TemplateResult =>
  html`<tr role="row">
    <th role="rowheader" scope="row">
      <button class="open" id="payment-${one.id}" type="button" @click=${() => onOpen(one.id)}>
        <b dir="auto">${one.payer.name}</b>
      </button>
      <span class="small muted num" dir="ltr">${one.traceNumber}</span>
    </th>
    <td role="cell" data-label=${t('columnPaidOn')}>${formatPlainDate(format, one.paidOn)}</td>
    <td role="cell" class="amount" data-label=${t('columnPaymentAmount')}>${format.money(one.amountCents)}</td>
    <td role="cell" class="amount" data-label=${t('columnClaimCount')}>${format.number(one.claims)}</td>
    <td role="cell" data-label=${t('columnStanding')}>${paymentStatus(t, one)}</td>
  </tr>`

/** Payments of payers, the newest first. */
export const paymentList = (words: PaymentTexts, view: PaymentListView): TemplateResult => {
  const { t, format, level } = words
  const { items, onlyOpen, problem, onFilter, onOpen } = view
  return html`<section class="part" aria-labelledby="payments-heading">
    <div class="row between wrap">
      <div class="tight">
        <h3 id="payments-heading" tabindex="-1" aria-level=${level + 1}>${t('paymentsHeading')}</h3>
        <p class="small muted">${t('paymentsHint')}</p>
      </div>
      <label class="choice">
        <input
          type="checkbox"
          .checked=${onlyOpen}
          @change=${(event: Event) => onFilter((event.target as HTMLInputElement).checked)}
        />
        ${t('onlyOpen')}
      </label>
    </div>
    ${
      items.length === 0
        ? html`<div class="empty tight">
            <p><b>${t(onlyOpen ? 'paymentsEmptyOpen' : 'paymentsEmptyHeading')}</b></p>
            <p class="muted">${t('paymentsEmptyText')}</p>
          </div>`
        : deskTable({
            kind: 'payments',
            heading: 'payments-heading',
            head: [
              column(t('columnPayer')),
              column(t('columnPaidOn')),
              column(t('columnPaymentAmount'), 'amount'),
              column(t('columnClaimCount'), 'amount'),
              column(t('columnStanding')),
            ],
            rows: deskRows({ format, items, idOf: ({ id }) => id, row: (one) => paymentRow(words, one, onOpen) }),
          })
    }
    ${problem} ${moreButton(t('morePayments'), view)}
  </section>`
}

/** Targets of the links of a payment line. */
export interface LineActions {
  readonly onOpenClaim: (claimId: string) => void
  /** A held line, or a whole held payment. */
  readonly onOpenHeld: (what: string | Remittance) => void
}

const lineStatus = (
  t: ClaimDeskTranslate,
  { posted, resolution, claimId }: RemittanceLine,
): TemplateResult | typeof nothing => {
  if (resolution === 'matched') return html`<span class="chip ok">${t('matchedByHand')}</span>`
  if (resolution === 'external') return html`<span class="chip none">${t('externalResolution')}</span>`
  return posted ? nothing : html`<span class="chip warn">${t(claimId ? 'notPosted' : 'fitsNone')}</span>`
}

const needsWork = ({ posted, resolution }: RemittanceLine): boolean => !posted && resolution === undefined

const lineRow = (
  { t, format }: PaymentTexts,
  line: RemittanceLine,
  { onOpenClaim, onOpenHeld }: LineActions,
): TemplateResult => {
  const { id, claimId, claimNumber, kind, chargeCents, paidCents, patientCents } = line
  return html`<tr role="row" class=${needsWork(line) ? 'needs-work' : ''}>
    <th role="rowheader" scope="row">
      ${
        claimId
          ? html`<button class="open" type="button" @click=${() => onOpenClaim(claimId)}>
              <b dir="ltr">${claimNumber}</b>
            </button>`
          : html`<b dir="ltr">${claimNumber}</b>`
      }
    </th>
    <td role="cell" data-label=${t('columnKind')}>
      <span class="chips"
        >${t(`kind_${kind}`)} ${lineStatus(t, line)}
        ${
          needsWork(line)
            ? html`<button class="open" type="button" @click=${() => onOpenHeld(id)}>
                ${t('workOnIt')}<span class="visually-hidden" dir="ltr"> ${claimNumber}</span>
              </button>`
            : nothing
        }</span
      >
    </td>
    <td role="cell" class="amount" data-label=${t('columnCharge')}>${format.money(chargeCents)}</td>
    <td role="cell" class="amount" data-label=${t('columnPaid')}>${format.money(paidCents)}</td>
    <td role="cell" class="amount" data-label=${t('columnPatientPart')}>${format.money(patientCents)}</td>
  </tr>`
}

/** One payment: its amounts and its lines, held ones first. */
export const paymentDetail = (
  words: PaymentTexts,
  payment: Remittance & { readonly lines: readonly RemittanceLine[] },
  actions: LineActions,
): TemplateResult => {
  const { t, format, level } = words
  const { payer, traceNumber, paidOn, amountCents, postedCents, adjustmentCents, unmatched, lines } = payment
  const inOrder = lines.toSorted((a, b) => Number(needsWork(b)) - Number(needsWork(a)))
  const isOdd = payment.unbalanced && payment.status === 'needs-work'
  return html`<section class="part" aria-labelledby="payment-heading">
    <div class="row between wrap top">
      <div class="tight">
        <h3 id="payment-heading" tabindex="-1" aria-level=${level + 1}>${t('paymentFrom', { payer: payer.name })}</h3>
        <p class="small muted">${t('paymentLine', { number: traceNumber, date: formatPlainDate(format, paidOn) })}</p>
      </div>
      ${paymentStatus(t, payment)}
    </div>
    <dl class="money">
      ${labeledAmount(t('paymentAmount'), format.money(amountCents))}
      ${labeledAmount(t('paymentPosted'), format.money(postedCents))}
      ${labeledAmount(t('paymentAdjusted'), format.money(adjustmentCents))}
    </dl>
    <h4 id="payment-lines" aria-level=${level + 2}>${t('paymentLines')}</h4>
    ${
      isOdd
        ? html`<div class="stack">
            <p class="note">${t('unbalancedText')}</p>
            <div>
              <button class="btn small" id="work-payment" type="button" @click=${() => actions.onOpenHeld(payment)}>
                ${t('workOnPayment')}
              </button>
            </div>
          </div>`
        : unmatched > 0
          ? html`<p class="note">${t('fitsNoneText')}</p>`
          : nothing
    }
    ${deskTable({
      kind: 'payment-lines',
      heading: 'payment-lines',
      head: [
        column(t('columnClaim')),
        column(t('columnKind')),
        column(t('columnCharge'), 'amount'),
        column(t('columnPaid'), 'amount'),
        column(t('columnPatientPart'), 'amount'),
      ],
      rows: inOrder.map((line) => lineRow(words, line, actions)),
    })}
  </section>`
}
