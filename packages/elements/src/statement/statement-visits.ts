import { html, nothing, type TemplateResult } from 'lit'
import type { Estimate, Payment, StatementVisit } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import { iconDownload } from '../core/icons.ts'
import { stackedBar, swatch, type BarPart } from '../core/plot/stacked-bar.ts'
import type { Translate } from '../core/localize.ts'
import type { statementEn } from './statement.en.ts'

export interface StatementView {
  readonly t: Translate<typeof statementEn>
  readonly format: Formatter
  readonly level: number
}

const chip = {
  'waiting-for-insurance': 'chip none',
  'insurance-refused': 'chip none',
  due: 'chip warn',
  settled: 'chip ok',
} as const

/** The first parts are subtracted from the charge; the last are what is open. */
const takenOff = 4

/** Each part of a charge: who paid it, who took it off, and what is open. Their sum is the charge. */
const billParts = (t: StatementView['t'], format: Formatter, visit: StatementVisit): readonly BarPart[] => {
  const { insurancePaidCents, discountCents, writtenOffCents, patientPaidCents, dueCents } = visit
  const withInsurance =
    visit.chargeCents - insurancePaidCents - discountCents - writtenOffCents - patientPaidCents - dueCents
  const part = (name: string, value: number, tone: BarPart['tone']): BarPart => ({
    name,
    value,
    words: format.money(value),
    tone,
  })
  return [
    part(t('lineInsurance'), insurancePaidCents, 'ok'),
    part(t('lineDiscount'), discountCents, 'muted'),
    part(t('lineWrittenOff'), writtenOffCents, 'muted'),
    part(t('lineYou'), patientPaidCents, 'accent'),
    part(t(visit.state === 'insurance-refused' ? 'lineRefused' : 'lineWaiting'), withInsurance, 'open'),
    part(t('lineDue'), dueCents, 'warn'),
  ]
}

/** One visit: how each amount was paid, and all details. */
export const visitBill = (
  { t, format, level }: StatementView,
  visit: StatementVisit,
  onReceipt: () => void,
  selfPay: unknown,
): TemplateResult => {
  const parts = billParts(t, format, visit)
  return html`<li class="pad stack part">
    <div class="row between wrap">
      <div class="tight">
        <h4 aria-level=${level}>
          ${t('visitWith', { type: localized(visit.visitTypeName, format.tag), name: visit.practitionerName })}
        </h4>
        <p class="small muted num"><time datetime=${visit.visitAt}>${format.date(visit.visitAt)}</time></p>
      </div>
      <span class=${chip[visit.state]}>${t(`state_${visit.state}`)}</span>
    </div>
    ${stackedBar(t('billBar', { amount: format.money(visit.chargeCents) }), parts)}
    <dl class="money">
      <dt>${t('lineCharge')}</dt>
      <dd>${format.money(visit.chargeCents)}</dd>
      ${parts.map(({ name, value, tone, words }, index) =>
        index < parts.length - 1 && value === 0
          ? nothing
          : html`<dt class=${index === parts.length - 1 ? 'sum' : ''}>${swatch(tone)}<span>${name}</span></dt>
              <dd class=${index === parts.length - 1 ? 'sum' : ''}>
                ${index < takenOff ? format.money(-value) : words}
              </dd>`,
      )}
    </dl>
    ${visit.waitsFor ? html`<p class="small">${t.rich('waitsForPayer', { payer: html`<bdi>${visit.waitsFor}</bdi>` })}</p>` : nothing}
    ${visit.state === 'insurance-refused' ? html`<p class="small">${t('refusedVisit')}</p>` : nothing}
    ${visit.restricted ? selfPay : nothing}
    <div class="row wrap">
      <details class="grow">
        <summary class="small">${t('details')}</summary>
        <ol class="small num steps">
          ${visit.lines.map(
            ({ at, kind, amountCents }) =>
              html`<li>
                <time class="muted" datetime=${at}>${format.date(at)}</time><span>${t(`kind_${kind}`)}</span
                ><span>${format.money(amountCents)}</span>
              </li>`,
          )}
        </ol>
        ${visit.restricted ? nothing : selfPay}
      </details>
      <button class="btn quiet end" type="button" @click=${onReceipt}>${iconDownload} ${t('receipt')}</button>
    </div>
  </li>`
}

export const paymentsList = ({ t, format, level }: StatementView, payments: readonly Payment[]): unknown =>
  payments.length === 0
    ? nothing
    : html`<section class="pad tight part">
        <h4 aria-level=${level}>${t('paymentsHeading')}</h4>
        <ul class="lined">
          ${payments.map(
            ({ status, amountCents, refundedCents, createdAt, paidAt }) =>
              html`<li class="row between wrap num">
                <span
                  >${format.money(amountCents)}<br /><span class="small muted"
                    >${format.date(paidAt ?? createdAt)}</span
                  ></span
                >
                <span class=${status === 'paid' ? 'chip ok' : status === 'declined' ? 'chip warn' : 'chip none'}
                  >${t(`pay_${status}`, { amount: format.money(refundedCents) })}</span
                >
              </li>`,
          )}
        </ul>
      </section>`

/** Whether an estimate is for a future visit, which is then shown first. */
export const hasUpcoming = (estimates: readonly Estimate[], today: string): boolean =>
  estimates.some(({ status, serviceOn = '' }) => status === 'due' || (status === 'issued' && serviceOn >= today))

export const estimatesList = (
  { t, format, level }: StatementView,
  estimates: readonly Estimate[],
  asked: boolean,
  on: { readonly ask: () => void; readonly save: (estimateId: string) => void },
): TemplateResult =>
  html`<section class="pad stack part">
    <div class="tight">
      <h4 aria-level=${level}>${t('estimatesHeading')}</h4>
      <p class="small muted">${t('estimatesIntro')}</p>
    </div>
    ${
      estimates.length === 0
        ? nothing
        : html`<ul class="lined">
            ${estimates.map(
              ({ id, status, totalCents, dueAt, serviceOn, issuedAt, practitioner: { displayName: name } }) =>
                html`<li class="row between wrap num">
                  <span class="tight">
                    <b
                      >${status === 'due' ? t('estimateDue', { date: format.date(dueAt) }) : t('estimateFor', { amount: format.money(totalCents) })}</b
                    >
                    <span class="small muted"
                      >${
                        serviceOn
                          ? t('estimateVisit', { name, date: format.at('UTC').date(serviceOn) })
                          : status !== 'due' && issuedAt
                            ? format.date(issuedAt)
                            : name
                      }</span
                    >
                  </span>
                  ${
                    status === 'due'
                      ? nothing
                      : status === 'replaced'
                        ? html`<span class="chip none">${t('estimateReplaced')}</span>`
                        : html`<button class="btn quiet end" type="button" @click=${() => on.save(id)}>
                            ${iconDownload} ${t('save')}
                          </button>`
                  }
                </li>`,
            )}
          </ul>`
    }
    ${
      asked
        ? html`<p role="status">${t('estimateAsked')}</p>`
        : html`<div><button class="btn" type="button" @click=${on.ask}>${t('estimateAsk')}</button></div>`
    }
  </section>`
