import { html, nothing, type TemplateResult } from 'lit'
import type { Payment, Statement, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readAmount } from './read-amount.ts'
import type { statementEn } from './statement.en.ts'

const minimumCents = 100
const exampleCents = 2_500

/** The amount, and the way to the payment processor's page. Part of the statement. */
export class PayCard {
  readonly #host: VisitElement
  readonly #t: Translate<typeof statementEn>
  readonly #begun: Loader<Payment>
  #other = false
  #typed = ''
  #isBad = false
  /** The key of one payment request: a retry after a failure starts no second payment. */
  #request: { readonly amountCents: number; readonly key: string } | null = null

  constructor(host: VisitElement, t: Translate<typeof statementEn>) {
    this.#host = host
    this.#t = t
    this.#begun = new Loader(host)
  }

  reset(): void {
    this.#begun.reset()
    this.#other = false
    this.#typed = ''
    this.#isBad = false
    this.#request = null
  }

  #pay = async (client: VisitClient, { patientId, balanceCents }: Statement): Promise<void> => {
    if (this.#begun.busy) return
    const amountCents = this.#other ? readAmount(this.#typed) : balanceCents
    this.#isBad = amountCents === null || amountCents < minimumCents || amountCents > balanceCents
    if (amountCents === null || this.#isBad) {
      this.#host.requestUpdate()
      return moveFocus(this.#host, '#amount')
    }
    if (this.#request?.amountCents !== amountCents) this.#request = { amountCents, key: crypto.randomUUID() }
    const { key: idempotencyKey } = this.#request
    // The processor returns the person to this page, without query and fragment.
    const returnUrl = `${location.origin}${location.pathname}`
    const payment = await this.#begun.run(() =>
      client.payments.begin(patientId, { amountCents, returnUrl }, { idempotencyKey }),
    )
    if (payment) goToPayment(this.#host, payment)
  }

  #choice(isOther: boolean, label: string): TemplateResult {
    return html`<label class="choice">
      <input
        type="radio"
        name="how-much"
        .checked=${this.#other === isOther}
        @change=${() => {
          this.#other = isOther
          this.#isBad = false
          this.#host.requestUpdate()
        }}
      />
      ${label}
    </label>`
  }

  #amount(balanceCents: number): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const [minimum, maximum] = [format.money(minimumCents), format.money(balanceCents)]
    const typed = new Intl.NumberFormat(format.tag, { minimumFractionDigits: 2 })
    const example = typed.format(Math.min(exampleCents, balanceCents) / 100)
    return html`<div class="field">
      <label for="amount">${t('payAmount')}</label>
      ${this.#isBad ? html`<p class="error" id="amount-error" role="alert">${t('payBad', { least: minimum, most: maximum, example })}</p>` : nothing}
      <input
        id="amount"
        class="amount"
        inputmode="decimal"
        autocomplete="off"
        dir="ltr"
        aria-invalid=${this.#isBad ? 'true' : nothing}
        aria-describedby=${this.#isBad ? 'amount-error pay-hint' : 'pay-hint'}
        .value=${this.#typed}
        @input=${(event: Event) => (this.#typed = (event.target as HTMLInputElement).value)}
      />
    </div>`
  }

  render(client: VisitClient | null, statement: Statement): unknown {
    const t = this.#t
    const { balanceCents, payments } = statement
    if (!client || balanceCents < minimumCents) return nothing
    const open = payments.find(({ status, checkoutUrl }) => status === 'open' && checkoutUrl)
    return html`<form
      class="pad stack part"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#pay(client, statement)
      }}
    >
      ${
        open
          ? html`<div class="row between wrap note">
              <span>${t('payOpen', { amount: this.#host.format.money(open.amountCents) })}</span>
              <button class="btn" type="button" @click=${() => goToPayment(this.#host, open)}>${t('payGoOn')}</button>
            </div>`
          : nothing
      }
      <fieldset class="field">
        <legend>${t('payHeading')}</legend>
        <div class="row wrap">
          ${this.#choice(false, t('payAll', { amount: this.#host.format.money(balanceCents) }))}
          ${this.#choice(true, t('payOther'))}
        </div>
      </fieldset>
      ${this.#other ? this.#amount(balanceCents) : nothing}
      <p class="hint" id="pay-hint">${t('payHint', { least: this.#host.format.money(minimumCents) })}</p>
      ${this.#begun.problem ? problemView(this.#host, this.#begun.problem, { texts: t }) : nothing}
      <div>
        <button class="btn primary" aria-disabled=${this.#begun.busy ? 'true' : nothing}>
          ${t(this.#begun.busy ? 'paying' : 'pay')}
        </button>
      </div>
    </form>`
  }
}

/** Navigates to the processor's page, unless the host page cancels the event. */
const goToPayment = (host: VisitElement, { id: paymentId, checkoutUrl }: Payment): void => {
  if (!checkoutUrl || !/^https?:/.test(checkoutUrl)) return
  if (emit(host, 'visit-payment-requested', { paymentId, checkoutUrl })) location.assign(checkoutUrl)
}
