import { html, nothing, type TemplateResult } from 'lit'
import type { Claim, StatusInquiry, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { formatPlainDate } from './claim-states.ts'
import { claimStatusMessages } from './claim-status.messages.ts'

/** States in which the payer has the claim, or may have it, and has not decided. */
const askable: ReadonlySet<Claim['state']> = new Set(['sending', 'received', 'accepted', 'undelivered'])

/** What the payer says about one claim when it is asked, with the history. Updates live. */
export class ClaimStatusPart {
  readonly #host: VisitElement
  readonly #t
  readonly #inquiries: Loader<readonly StatusInquiry[]>
  readonly #acting: Loader<readonly StatusInquiry[]>
  readonly #keys = new IdempotencyKeys()
  #claimId: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#t = host.language.bundle(claimStatusMessages)
    this.#inquiries = new Loader(host)
    this.#acting = new Loader(host)
  }

  reset(): void {
    this.#inquiries.reset()
    this.#acting.reset()
    this.#claimId = null
    this.#keys.done()
  }

  /** Once for each claim that is shown. */
  async open(client: VisitClient, claimId: string, signal: AbortSignal): Promise<void> {
    if (this.#claimId === claimId) return
    this.reset()
    this.#claimId = claimId
    const watch = client.watch(async (reading) => (await client.claims.statusInquiries(claimId, reading)).items, {
      on: ['claim.changed'],
      ids: { claimId },
      signal,
    })
    await this.#inquiries.run(() => followWatch(watch, (changed) => this.#inquiries.set(changed)))
  }

  async #ask(client: VisitClient, { id }: Claim): Promise<void> {
    if (this.#acting.busy) return
    const key = this.#keys.for('ask', [id, String(this.#inquiries.value?.length ?? 0)])
    const items = await this.#acting.run(async () => (await client.claims.askStatus(id, key)).items)
    if (!items) return
    this.#keys.done()
    this.#inquiries.set(items)
    this.#host.announce(this.#t('asked'))
    await moveFocus(this.#host, '#status-heading')
  }

  #inquiry(inquiry: StatusInquiry): TemplateResult {
    const [t, { format }] = [this.#t, this.#host]
    const { state, code, statuses, effectiveOn, paidCents, paymentNumber } = inquiry
    const details = [
      ...(effectiveOn ? [t('since', { date: formatPlainDate(format, effectiveOn) })] : []),
      ...(paidCents ? [t('paid', { amount: format.money(paidCents) })] : []),
      ...(paymentNumber ? [t('payment', { number: paymentNumber })] : []),
    ]
    return html`<li class="tight">
      <p><b>${t(`askedBy_${inquiry.askedBy}`, { date: format.moment(inquiry.askedAt) })}</b></p>
      <p>
        ${
          code === 'part_two_no_place'
            ? t('notSent')
            : t(`state_${state}`, { date: format.moment(inquiry.answeredAt ?? inquiry.askedAt), code: code ?? '' })
        }
      </p>
      ${statuses.map(
        (status) =>
          html`<p>
            ${t(`meaning_${status.meaning}`)}
            <span class="muted small">${t.rich('code', { code: html`<bdi>${status.code}</bdi>` })}</span>
          </p>`,
      )}
      ${details.length > 0 ? html`<p class="small muted">${details.join(' · ')}</p>` : nothing}
    </li>`
  }

  render(client: VisitClient, claim: Claim, level: number): TemplateResult | typeof nothing {
    const t = this.#t
    const inquiries = this.#inquiries.value
    const canAsk = askable.has(claim.state)
    if (inquiries === undefined || (!canAsk && inquiries.length === 0)) return nothing
    const { busy, problem } = this.#acting
    return html`<section class="part" aria-labelledby="status-heading">
      <h3 id="status-heading" tabindex="-1" aria-level=${level + 1}>${t('heading')}</h3>
      ${
        inquiries.length > 0
          ? html`<ol class="plain stack">
              ${inquiries.map((inquiry) => this.#inquiry(inquiry))}
            </ol>`
          : html`<p class="muted">${t('none')}</p>`
      }
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${
        canAsk
          ? html`<p class="small muted">${t('hint')}</p>
              <div>
                <button
                  class="btn small"
                  type="button"
                  aria-disabled=${busy ? 'true' : nothing}
                  @click=${() => void this.#ask(client, claim)}
                >
                  ${t(busy ? 'asking' : 'ask')}
                </button>
              </div>`
          : nothing
      }
    </section>`
  }
}
