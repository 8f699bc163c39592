import { html, nothing, type TemplateResult } from 'lit'
import type { HeldLine, HeldLineDetail, HoldReason, Remittance } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconAlert } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { moreButton } from '../core/more-button.ts'
import { formatPlainDate } from './claim-states.ts'
import { column, deskRows, deskTable } from './desk-table.ts'
import type { heldLinesEn } from './held-lines.en.ts'
import { labeledAmount } from './labeled-amount.ts'

export type HeldLinesTranslate = Translate<typeof heldLinesEn>
export interface HeldLinesTexts {
  readonly t: HeldLinesTranslate
  readonly format: Formatter
  readonly level: number
}

const reasons = [
  'claim-unknown',
  'charge-differs',
  'already-adjudicated',
  'claim-closed',
  'nothing-to-reverse',
  'patient-differs',
  'not-ours',
  'predetermination',
  'unbalanced',
  'payment-number-reused',
  'written-off',
  'usage-differs',
  'receiver-differs',
  'payee-differs',
  'payer-differs',
  'payer-unknown',
  'unreadable',
  'next-payer-answered',
  'next-payer-refused',
  'next-payer-differs',
  'payer-not-awaited',
  'forwarded-elsewhere',
] as const satisfies readonly HoldReason[]

/** No person can post these either. */
export const neverPosted: ReadonlySet<HoldReason | undefined> = new Set<HoldReason>([
  'unbalanced',
  'usage-differs',
  'unreadable',
  'not-ours',
  'predetermination',
  'next-payer-refused',
])

interface HeldListView {
  readonly items: readonly HeldLine[]
  readonly next: string | null
  readonly reason: HoldReason | null
  readonly busy: boolean
  readonly problem: unknown
  readonly onReason: (reason: HoldReason | null) => void
  readonly onOpen: (lineId: string) => void
  readonly onMore: () => void
}

const heldRow = ({ t, format }: HeldLinesTexts, line: HeldLine, onOpen: (id: string) => void): TemplateResult =>
  html`<tr role="row">
    <th role="rowheader" scope="row">
      <button class="open" id="held-${line.id}" type="button" @click=${() => onOpen(line.id)}>
        <b dir="ltr">${line.claimNumber}</b>
      </button>
      <span class="small muted"><bdi>${line.payerName}</bdi></span>
    </th>
    <td role="cell" data-label=${t('columnPaidOn')}>${formatPlainDate(format, line.paidOn)}</td>
    <td role="cell" class="amount" data-label=${t('columnCharge')}>${format.money(line.chargeCents)}</td>
    <td role="cell" class="amount" data-label=${t('columnPaid')}>${format.money(line.paidCents)}</td>
    <td role="cell" data-label=${t('columnWhy')}>
      <span class="chips"><span class="chip warn">${t(line.holdReason ?? 'claim-unknown')}</span></span>
    </td>
  </tr>`

/** Held lines, the oldest first. */
export const heldList = (words: HeldLinesTexts, view: HeldListView): TemplateResult => {
  const { t, format, level } = words
  const { items, reason, problem, onReason, onOpen } = view
  return html`<section class="part" aria-labelledby="held-heading">
    <div class="row between wrap ends">
      <div class="tight">
        <h3 id="held-heading" tabindex="-1" aria-level=${level + 1}>${t('heading')}</h3>
        <p class="small muted">${t('hint')}</p>
      </div>
      <div class="field reason">
        <label for="reason">${t('reason')}</label>
        <select
          id="reason"
          @change=${(event: Event) => {
            const { value } = event.target as HTMLSelectElement
            onReason(reasons.find((one) => one === value) ?? null)
          }}
        >
          <option value="" ?selected=${reason === null}>${t('reasonAny')}</option>
          ${reasons.map((one) => html`<option value=${one} ?selected=${reason === one}>${t(one)}</option>`)}
        </select>
      </div>
    </div>
    ${
      items.length === 0
        ? html`<div class="empty tight">
            <p><b>${t('emptyHeading')}</b></p>
            <p class="muted">${t('emptyText')}</p>
          </div>`
        : deskTable({
            kind: 'held',
            heading: 'held-heading',
            head: [
              column(t('columnLine')),
              column(t('columnPaidOn')),
              column(t('columnCharge'), 'amount'),
              column(t('columnPaid'), 'amount'),
              column(t('columnWhy')),
            ],
            rows: deskRows({ format, items, idOf: ({ id }) => id, row: (line) => heldRow(words, line, onOpen) }),
          })
    }
    ${problem} ${moreButton(t('more'), view)}
  </section>`
}

/** Why a line is held, in words, with what to do. */
const heldReason = (t: HeldLinesTranslate, reason: HoldReason): TemplateResult =>
  html`<div class="banner warn">
    ${iconAlert}
    <div class="tight">
      <p><b>${t(reason)}</b></p>
      <p>${t(`why_${reason}`)}</p>
    </div>
  </div>`

/** How a person resolved a line. */
const resolutionText = (
  t: HeldLinesTranslate,
  { resolution, externalResolution }: HeldLineDetail,
): TemplateResult | typeof nothing => {
  if (resolution === 'matched') return html`<p class="note">${t('resolutionMatched')}</p>`
  if (resolution !== 'external' || !externalResolution) return nothing
  return html`<p class="note">${t('externalResolution', { reason: t(`done_${externalResolution}`) })}</p>`
}

/** From whom and for whom the payment is, as its file says. */
const originText = (t: HeldLinesTranslate, { origin, segment, forwardedTo }: HeldLineDetail): TemplateResult => {
  const code = (text: string | undefined): TemplateResult | string =>
    text === undefined ? t('originNone') : html`<span dir="ltr">${text}</span>`
  return html`${
    origin
      ? html`<p class="small">
          ${t.rich('origin', {
            payer: code(origin.payerNumber),
            npi: code(origin.payeeNpi),
            tax: code(origin.payeeTaxId),
            receiver: code(origin.receiverId),
            usage: t(origin.usage === 'test' ? 'originTest' : 'originProduction'),
          })}
        </p>`
      : nothing
  }
  ${forwardedTo ? html`<p class="small">${t.rich('forwardedTo', { payer: html`<bdi>${forwardedTo}</bdi>` })}</p>` : nothing}
  ${segment ? html`<p class="small">${t.rich('unreadableIn', { segment: html`<code dir="ltr">${segment}</code>` })}</p>` : nothing}`
}

/** One line: its payer, the reason of the hold, its amounts, and the adjudication. */
export const heldLineHead = ({ t, format, level }: HeldLinesTexts, line: HeldLineDetail): TemplateResult => {
  const { claimNumber, traceNumber, payerName, paidOn, payerClaimNumber, payerPatient, services } = line
  return html`<section class="part" aria-labelledby="held-line">
    <div class="tight">
      <h3 id="held-line" tabindex="-1" aria-level=${level + 1}>
        ${t.rich('lineHeading', { number: html`<span dir="ltr">${claimNumber}</span>` })}
      </h3>
      <p class="small muted">
        ${t.rich('lineFrom', {
          number: html`<span dir="ltr">${traceNumber}</span>`,
          payer: html`<bdi>${payerName}</bdi>`,
          date: formatPlainDate(format, paidOn),
        })}
      </p>
    </div>
    ${line.resolution ? resolutionText(t, line) : heldReason(t, line.holdReason ?? 'claim-unknown')}
    ${originText(t, line)}
    <dl class="money">
      ${labeledAmount(t('charged'), format.money(line.chargeCents))}
      ${labeledAmount(t('paid'), format.money(line.paidCents))}
      ${labeledAmount(t('patientOwes'), format.money(line.patientCents))}
    </dl>
    ${
      services.length > 0 || payerClaimNumber || payerPatient
        ? html`<div class="tight">
            <h4 aria-level=${level + 2}>${t('services')}</h4>
            ${
              payerPatient
                ? html`<p>
                    ${t.rich('payerPatient', {
                      name: html`<bdi>${payerPatient.name ?? t('nameMissing')}</bdi>`,
                      number: html`<span dir="ltr"
                        >${payerPatient.memberNumbers.join(', ') || t('numberMissing')}</span
                      >`,
                    })}
                  </p>`
                : nothing
            }
            ${
              payerClaimNumber
                ? html`<p>${t.rich('payerNumber', { number: html`<span dir="ltr">${payerClaimNumber}</span>` })}</p>`
                : nothing
            }
            <ul class="plain">
              ${services.map(
                ({ code, serviceDate, paidCents }) =>
                  html`<li>
                    ${
                      serviceDate
                        ? t.rich('serviceOn', {
                            code: html`<code dir="ltr">${code}</code>`,
                            date: formatPlainDate(format, serviceDate),
                          })
                        : html`<code dir="ltr">${code}</code>`
                    }
                    <span class="muted">${format.money(paidCents)}</span>
                  </li>`,
              )}
            </ul>
          </div>`
        : nothing
    }
  </section>`
}

/** The claim that a payer names in what no one can post. */
export const claimOfLine = (
  { t }: HeldLinesTexts,
  { claimId }: HeldLineDetail,
  onOpenClaim: (claimId: string) => void,
): TemplateResult | typeof nothing =>
  claimId === undefined
    ? nothing
    : html`<div class="part">
        <div>
          <button class="btn small" type="button" @click=${() => onOpenClaim(claimId)}>${t('openClaim')}</button>
        </div>
      </div>`

/** A payment of which no line can be posted. */
export const wholePaymentHead = ({ t, format, level }: HeldLinesTexts, payment: Remittance): TemplateResult =>
  html`<section class="part" aria-labelledby="held-line">
    <div class="tight">
      <h3 id="held-line" tabindex="-1" aria-level=${level + 1}>
        ${t.rich('paymentHeading', { payer: html`<bdi>${payment.payer.name}</bdi>` })}
      </h3>
      <p class="small muted">
        <span dir="ltr">${payment.traceNumber}</span
        >${format.comma}${formatPlainDate(format, payment.paidOn)}${format.comma}${format.money(payment.amountCents)}
      </p>
    </div>
    ${heldReason(t, 'unbalanced')}
  </section>`
