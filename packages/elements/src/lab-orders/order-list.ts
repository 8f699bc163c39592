import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabOrder, OrderedTestStatus } from '@visitkit/sdk'
import { localized, type Formatter } from '../core/format.ts'
import type { LabOrdersTranslate } from './order-form.ts'

interface OrderListView {
  readonly t: LabOrdersTranslate
  readonly format: Formatter
  readonly orders: readonly LabOrder[]
  readonly busy: string | null
  readonly rowProblem: { readonly id: string; readonly view: TemplateResult } | null
  readonly onCancel: (order: LabOrder) => void
}

const tones: Readonly<Partial<Record<LabOrder['status'] | OrderedTestStatus, string>>> = {
  accepted: 'ok',
  final: 'ok',
  refused: 'bad',
  undelivered: 'bad',
  'cancel-requested': 'warn',
  cancelled: 'none',
}

/** The names of an order's tests, in one line. */
export const testNames = (format: Formatter, { tests }: LabOrder): string =>
  format.list(tests.map(({ name }) => localized(name, format.tag)))

/** The status of each test, where they differ; otherwise the order's status is enough. */
const testList = (t: LabOrdersTranslate, format: Formatter, { tests }: LabOrder): TemplateResult | typeof nothing =>
  new Set(tests.map(({ status }) => status)).size < 2
    ? nothing
    : html`<ul class="tests">
        ${tests.map(
          ({ name, status }) =>
            html`<li class="row between">
              <span class="small grow">${localized(name, format.tag)}</span>
              <span class="chip ${tones[status] ?? ''}"
                >${t(status === 'ordered' ? 'noResult' : `order_${status}`)}</span
              >
            </li>`,
        )}
      </ul>`

/** The orders with their status. */
export const orderList = ({ t, format, orders, busy, rowProblem, onCancel }: OrderListView): TemplateResult =>
  html`<section class="part" aria-labelledby="orders">
    <h3 id="orders">${t('orders')}</h3>
    ${
      orders.length === 0
        ? html`<p class="small muted">${t('noOrders')}</p>`
        : html`<ul class="rows">
            ${repeat(
              orders,
              ({ id }) => id,
              (order) => {
                const { id, status, diagnosisCodes, placedAt, priority, refusal, laboratoryNotes, laboratory, payers } =
                  order
                const name = testNames(format, order)
                return html`<li class="stack order">
                  <div class="row between wrap">
                    <span class="tight grow"
                      ><b>${name}</b
                      ><span class="small muted num"
                        >${t('orderedAt', { time: format.moment(placedAt) })},
                        ${t('forCodes', { codes: format.list(diagnosisCodes) })}</span
                      ></span
                    >
                    <span class="chips">
                      ${priority === 'urgent' ? html`<span class="chip warn">${t('urgent')}</span>` : nothing}
                      <span class="chip ${tones[status] ?? ''}">${t(`order_${status}`)}</span>
                      ${
                        status === 'sending' || status === 'accepted'
                          ? html`<button
                              class="btn small"
                              type="button"
                              aria-label=${t('cancelName', { name })}
                              aria-disabled=${busy === id ? 'true' : nothing}
                              @click=${() => onCancel(order)}
                            >
                              ${t('cancel')}
                            </button>`
                          : nothing
                      }
                    </span>
                  </div>
                  ${testList(t, format, order)}
                  ${
                    laboratory || payers
                      ? html`<p class="small muted">
                          ${laboratory ? t('withLaboratory', { laboratory: laboratory.name }) : nothing}
                          ${
                            payers === undefined
                              ? nothing
                              : payers.length === 0
                                ? t('patientPays')
                                : t('payersSent', { payers: format.list(payers) })
                          }
                        </p>`
                      : nothing
                  }
                  ${[...(refusal ? [refusal] : []), ...(laboratoryNotes ?? [])].map(
                    (text) =>
                      html`<p class="small">
                        ${t.rich('refusal', { text: html`<span class="words" dir="auto">${text}</span>` })}
                      </p>`,
                  )}
                  ${rowProblem?.id === id ? rowProblem.view : nothing}
                </li>`
              },
            )}
          </ul>`
    }
  </section>`
