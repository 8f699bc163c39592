import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, NextPayer, NextPayerAnswer, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { iconInfo } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { readAmount } from '../statement/read-amount.ts'
import { MedicareReasonPart } from './medicare-reason-part.ts'
import { nextPayerMessages } from './next-payer.messages.ts'

const parts = ['paid', 'discount', 'patient'] as const
type Part = (typeof parts)[number]
type Typed = Readonly<Record<Part, string>>

const nothingTyped: Typed = { paid: '', discount: '', patient: '' }

/** An empty field is no amount of money: nothing was paid, taken off or left. */
const centsOf = (typed: string): number | null => (typed.trim() === '' ? 0 : readAmount(typed))

type Waiting = NonNullable<NextPayer['waitsFor']>

/** Why the claim to the payer that is awaited is sent by a person: `waitsDo`, `waitsDoMedicare`. Null if it can be sent from here. */
const notSendable = ({ waitsFor, answers }: NextPayer): 'waitsDo' | 'waitsDoMedicare' | null =>
  answers.length > 0 && waitsFor?.payer.kind === 'medicare'
    ? 'waitsDoMedicare'
    : answers.some(({ claimNumber }) => claimNumber === undefined)
      ? 'waitsDo'
      : null

/** A claim is with that payer, or has been. */
const isSent = ({ claim }: NextPayer): boolean =>
  claim !== undefined && claim.state !== 'rejected' && claim.state !== 'undelivered'

/** The payer before has forwarded the claim, and none was sent from here. */
const isForwarded = (next: NextPayer): boolean => next.forwarded === true && !isSent(next)

/** What a claim's payers left to a patient who has another coverage: the claim to that payer, and its answer. */
export class NextPayerPart {
  readonly #host: VisitElement
  readonly #t
  readonly #acting: Loader<Claim>
  readonly #keys = new IdempotencyKeys()
  readonly #reason: MedicareReasonPart
  readonly #onClaim: (claim: Claim) => void
  #typed = nothingTyped
  #showsFault = false

  constructor(host: VisitElement, onClaim: (claim: Claim) => void) {
    this.#host = host
    this.#t = host.language.bundle(nextPayerMessages)
    this.#acting = new Loader(host)
    this.#reason = new MedicareReasonPart(host)
    this.#onClaim = onClaim
  }

  reset(): void {
    this.#reason.reset()
    this.#stop()
  }

  #stop(): void {
    this.#acting.reset()
    this.#typed = nothingTyped
    this.#showsFault = false
    this.#keys.done()
  }

  /** Reads what the claim to this payer needs. */
  show(client: VisitClient, claim: Claim): void {
    void this.#reason.show(client, claim)
  }

  get hasUnsavedEdits(): boolean {
    return parts.some((part) => this.#typed[part].trim() !== '')
  }

  async #act(announcement: 'sent' | 'posted' | 'undone', work: () => Promise<Claim>): Promise<void> {
    if (this.#acting.busy) return
    const claim = await this.#acting.run(work)
    if (!claim) return
    this.#stop()
    this.#onClaim(claim)
    this.#host.announce(this.#t(announcement))
    await moveFocus(this.#host, '#next-payer-heading')
  }

  #fault({ amountCents }: Waiting): { readonly part: Part; readonly text: string } | null {
    const wrong = parts.find((part) => centsOf(this.#typed[part]) === null)
    if (wrong) return { part: wrong, text: this.#t('amountWrong') }
    const sum = parts.reduce((total, part) => total + (centsOf(this.#typed[part]) ?? 0), 0)
    const { format } = this.#host
    return sum === amountCents
      ? null
      : { part: 'paid', text: this.#t('sumWrong', { sum: format.money(sum), amount: format.money(amountCents) }) }
  }

  #send(client: VisitClient, { id, nextPayer }: Claim, { coverageId }: Waiting): void {
    const key = this.#keys.for('send', [id, coverageId, nextPayer?.claim?.number ?? ''])
    const body = { coverageId, ...(nextPayer?.forwarded && { sendForwarded: true }) }
    void this.#act('sent', () => client.claims.sendToNextPayer(id, body, key))
  }

  #post(client: VisitClient, { id }: Claim, waiting: Waiting): void {
    const fault = this.#fault(waiting)
    this.#showsFault = fault !== null
    this.#host.requestUpdate()
    if (fault) return void moveFocus(this.#host, `#next-${fault.part}`)
    const [paidCents = 0, discountCents = 0, patientCents = 0] = parts.map((part) => centsOf(this.#typed[part]) ?? 0)
    const body = { coverageId: waiting.coverageId, paidCents, discountCents, patientCents }
    const key = this.#keys.for('answer', [id, JSON.stringify(body)])
    void this.#act('posted', () => client.claims.answerNextPayer(id, body, key))
  }

  #undo(client: VisitClient, { id }: Claim, { coverageId, at }: NextPayerAnswer): void {
    const key = this.#keys.for('undo', [id, coverageId, at])
    void this.#act('undone', () => client.claims.undoNextPayer(id, { coverageId }, key))
  }

  #form(client: VisitClient, claim: Claim, waiting: Waiting): TemplateResult {
    const t = this.#t
    const fault = this.#showsFault ? this.#fault(waiting) : null
    const { busy } = this.#acting
    return html`<form
      class="stack line-fields"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        this.#post(client, claim, waiting)
      }}
    >
      <p class="hint" id="next-hint">${t('amounts', { amount: this.#host.format.money(waiting.amountCents) })}</p>
      ${fault ? html`<p class="error" id="next-error">${fault.text}</p>` : nothing}
      <div class="row wrap ends">
        ${parts.map(
          (part) =>
            html`<div class="field narrow">
              <label for="next-${part}">${t(part)}</label>
              <input
                id="next-${part}"
                inputmode="decimal"
                autocomplete="off"
                dir="ltr"
                aria-describedby=${fault ? 'next-hint next-error' : 'next-hint'}
                aria-invalid=${fault?.part === part ? 'true' : nothing}
                .value=${this.#typed[part]}
                @input=${(event: Event) => {
                  this.#typed = { ...this.#typed, [part]: (event.target as HTMLInputElement).value }
                }}
              />
            </div>`,
        )}
      </div>
      <div>
        <button class="btn small" aria-disabled=${busy ? 'true' : nothing}>${t(busy ? 'posting' : 'post')}</button>
      </div>
    </form>`
  }

  #answer(client: VisitClient, claim: Claim, answer: NextPayerAnswer, isLatest: boolean): TemplateResult {
    const [t, { format }] = [this.#t, this.#host]
    return html`<li class="tight">
      <p><b>${t('answered', { date: format.moment(answer.at) })}</b></p>
      <p>
        ${t('answeredText', {
          paid: format.money(answer.paidCents),
          discount: format.money(answer.discountCents),
          patient: format.money(answer.patientCents),
        })}
      </p>
      <p class="hint">
        ${
          answer.claimNumber === undefined
            ? t('answerByHand')
            : t.rich('answerClaim', { number: html`<bdi>${answer.claimNumber}</bdi>` })
        }
      </p>
      ${
        isLatest
          ? html`<div>
              <button
                class="btn small quiet"
                type="button"
                aria-disabled=${this.#acting.busy ? 'true' : nothing}
                @click=${() => this.#undo(client, claim, answer)}
              >
                ${t('undo')}
              </button>
            </div>`
          : nothing
      }
    </li>`
  }

  /** The claim that was sent to the payer, and the button that sends it. */
  #claim(client: VisitClient, claim: Claim): TemplateResult | typeof nothing {
    const [t, { format }] = [this.#t, this.#host]
    const { waitsFor, claim: sent } = claim.nextPayer ?? {}
    const canSend =
      waitsFor &&
      claim.nextPayer &&
      notSendable(claim.nextPayer) === null &&
      this.#reason.isGiven(claim) &&
      !isSent(claim.nextPayer)
    const { busy } = this.#acting
    return html`${
      sent
        ? html`<div class="tight" id="next-claim">
            <p>
              <b
                >${t.rich('claimSent', { number: html`<bdi>${sent.number}</bdi>`, date: format.moment(sent.sentAt) })}</b
              >
            </p>
            <p>${t(`claim_${sent.state}`)}</p>
            ${sent.code ? html`<p class="hint">${t.rich('claimCode', { code: html`<bdi>${sent.code}</bdi>` })}</p>` : nothing}
          </div>`
        : nothing
    }
    ${
      canSend
        ? html`<div>
            <button
              class="btn small ${claim.nextPayer?.forwarded ? '' : 'primary'}"
              type="button"
              aria-disabled=${busy ? 'true' : nothing}
              @click=${() => this.#send(client, claim, waitsFor)}
            >
              ${t(busy ? 'sending' : claim.nextPayer?.forwarded ? 'sendForwarded' : 'send')}
            </button>
          </div>`
        : nothing
    }`
  }

  render(client: VisitClient, claim: Claim, level: number): TemplateResult | typeof nothing {
    const [t, { format }] = [this.#t, this.#host]
    if (!claim.nextPayer) return nothing
    const { waitsFor, answers } = claim.nextPayer
    const payer = html`<bdi>${waitsFor?.payer.name}</bdi>`
    return html`<section class="part" aria-labelledby="next-payer-heading">
      <h3 id="next-payer-heading" tabindex="-1" aria-level=${level + 1}>${t('heading')}</h3>
      ${
        waitsFor
          ? html`<div class="banner">
                ${iconInfo}
                <div class="tight">
                  <p><b>${t.rich('waits', { amount: format.money(waitsFor.amountCents), payer })}</b></p>
                  <p><span class="chip none">${t(answers.length === 0 ? 'second' : 'third')}</span></p>
                  <p>${t.rich('waitsText', { payer })}</p>
                  ${isForwarded(claim.nextPayer) ? html`<p><b>${t('forwarded')}</b></p>` : nothing}
                  <p>${t(notSendable(claim.nextPayer) ?? (isForwarded(claim.nextPayer) ? 'forwardedDo' : 'sendDo'))}</p>
                </div>
              </div>
              ${answers.length === 0 ? this.#reason.render(client, claim) : nothing} ${this.#claim(client, claim)}
              <h4 aria-level=${level + 2}>${t('byHand')}</h4>
              ${this.#form(client, claim, waitsFor)}`
          : this.#claim(client, claim)
      }
      ${
        answers.length > 0
          ? html`<ol class="plain stack">
              ${answers.map((answer, index) => this.#answer(client, claim, answer, index === answers.length - 1))}
            </ol>`
          : nothing
      }
      ${this.#acting.problem ? problemView(this.#host, this.#acting.problem, { texts: t }) : nothing}
    </section>`
  }
}
