import { html, nothing, type TemplateResult } from 'lit'
import type { Coverage, Eligibility, EligibilityHoldReason, EligibilityRefusal, VisitClient } from '@visitkit/sdk'
import { cardPicture, CardPictures } from '../core/card-pictures.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconAlert } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { coverageMessages } from './coverage.messages.ts'

type CoverageStatus = Eligibility['status'] | 'notAsked'

const tones: Readonly<Record<CoverageStatus, string>> = {
  active: 'ok',
  inactive: 'bad',
  'unknown-member': 'bad',
  'no-response': 'warn',
  held: 'warn',
  pending: '',
  notAsked: 'none',
}

/** Follow-up actions that exclude a retry. */
const finalFollowUps: ReadonlySet<EligibilityRefusal['followUp']> = new Set([
  'do-not-resubmit',
  'inquiry-initiated',
  'response-follows',
])
const canCheckAgain = ({ eligibility }: Coverage): boolean =>
  eligibility?.status !== 'pending' && !eligibility?.refusals?.some(({ followUp }) => finalFollowUps.has(followUp))

/** The eligibility response about a coverage, with a button to check again. Updates live. */
export class CoveragePart {
  readonly #host: VisitElement
  /** Several are on one page: the end of each id. */
  readonly #key: string
  readonly #t
  readonly #coverage: Loader<Coverage | null>
  readonly #asking: Loader<Eligibility>
  readonly #keys = new IdempotencyKeys()
  readonly #card: CardPictures
  #client: VisitClient | null = null

  constructor(host: VisitElement, key = '') {
    this.#host = host
    this.#key = key
    this.#t = host.language.bundle(coverageMessages)
    this.#coverage = new Loader(host)
    this.#asking = new Loader(host)
    this.#card = new CardPictures(host)
  }

  reset(): void {
    for (const loader of [this.#coverage, this.#asking, this.#card]) loader.reset()
    this.#client = null
    this.#keys.done()
  }

  async open(client: VisitClient, { id, patientId }: Coverage, signal: AbortSignal): Promise<void> {
    this.reset()
    this.#client = client
    const watch = client.watch(
      async (reading) =>
        (await client.coverages.ofPatient(patientId, reading)).items.find((one) => one.id === id) ?? null,
      { on: ['coverage.changed'], ids: { coverageId: id }, signal },
    )
    await this.#coverage.run(() => followWatch(watch, (changed) => this.#changed(changed)), { quietly: true })
  }

  #changed(coverage: Coverage | null): void {
    const before = this.#coverage.value?.eligibility
    this.#coverage.set(coverage)
    const { id, status } = coverage?.eligibility ?? {}
    if (status && status !== 'pending' && (before?.id !== id || before?.status === 'pending'))
      this.#host.announce(this.#t('answered', { state: this.#t(status) }))
  }

  #ask = async (): Promise<void> => {
    const [client, coverage] = [this.#client, this.#coverage.value]
    if (!client || !coverage || this.#asking.busy) return
    // A press after a lost response is a retry; a press after a response is a new request.
    const key = this.#keys.for('ask', coverage.eligibility?.id)
    const asked = await this.#asking.run(() => client.coverages.checkEligibility(coverage.id, key))
    if (!asked) return
    // The payer's response may arrive before the response to our request.
    if (this.#coverage.value?.eligibility?.id === asked.id) return
    this.#coverage.set({ ...coverage, eligibility: asked })
    this.#host.announce(this.#t('asked'))
  }

  #facts({ copayCents, coinsurancePercent, deductibleRemainingCents, network }: Eligibility): unknown {
    const { format } = this.#host
    const t = this.#t
    const percent = (value: number): string =>
      new Intl.NumberFormat(format.tag, { style: 'percent', maximumFractionDigits: 2 }).format(value / 100)
    const facts: readonly (readonly [string, string | undefined])[] = [
      [t('copay'), copayCents === undefined ? undefined : format.money(copayCents)],
      [t('coinsurance'), coinsurancePercent === undefined ? undefined : percent(coinsurancePercent)],
      [
        t('deductibleRemaining'),
        deductibleRemainingCents === undefined ? undefined : format.money(deductibleRemainingCents),
      ],
      [t('network'), network && t(network)],
    ]
    const known = facts.filter(([, value]) => value !== undefined)
    if (known.length === 0) return nothing
    return html`<dl class="money">
      ${known.map(
        ([name, value]) =>
          html`<div>
            <dt class="small muted">${name}</dt>
            <dd class="num">${value}</dd>
          </div>`,
      )}
    </dl>`
  }

  #refusals(refusals: readonly EligibilityRefusal[]): TemplateResult {
    return html`<ol class="findings">
      ${refusals.map(
        ({ code, about, followUp = about === 'later' ? 'resubmit' : 'correct-and-resubmit' }) =>
          html`<li class="banner warn">
            ${iconAlert}
            <div class="tight">
              <p><b>${this.#t(`about_${about}`)} ${this.#t(`followUp_${followUp}`)}</b></p>
              <p class="small muted">${this.#t.rich('codeSaid', { code: html`<code dir="ltr">${code}</code>` })}</p>
            </div>
          </li>`,
      )}
    </ol>`
  }

  #hold(reason: EligibilityHoldReason): TemplateResult {
    return html`<div class="banner warn">
      ${iconAlert}
      <div class="tight">
        <p><b>${this.#t(`held_${reason}`)}</b></p>
        <p class="small muted">${this.#t('heldNext')}</p>
      </div>
    </div>`
  }

  /** A card is read only when it is opened. */
  #cardView({ patientId }: Coverage): TemplateResult {
    const [t, { now }] = [this.#t, this.#card]
    const client = this.#client
    return html`<details
      @toggle=${({ target }: Event) => {
        if (client && (target as HTMLDetailsElement).open) void this.#card.open(client, patientId)
      }}
    >
      <summary class="small">${t('card')}</summary>
      ${
        now.state === 'failed'
          ? problemView(this.#host, now.problem, { texts: t })
          : now.state !== 'ready'
            ? html`<p class="small muted" role="status">${t('cardLoading')}</p>`
            : now.value.length === 0
              ? html`<p class="small muted">${t('cardNone')}</p>`
              : html`<div class="cards">
                  ${now.value.map(
                    (side) =>
                      html`<figure class="tight">
                        ${cardPicture(side, t(`card_${side.side}`))}
                        <figcaption class="small muted num">
                          ${this.#host.format.list([t(`card_${side.side}`), this.#host.format.date(side.addedAt)])}
                        </figcaption>
                      </figure>`,
                  )}
                </div>`
      }
    </details>`
  }

  /** `of`: the payer, where there are several. */
  render(level: number, of?: string): unknown {
    const coverage = this.#coverage.value
    if (!coverage) return nothing
    const { eligibility } = coverage
    const t = this.#t
    const coverageStatus: CoverageStatus = eligibility?.status ?? 'notAsked'
    const reportedAt = eligibility?.respondedAt ?? eligibility?.requestedAt
    const busy = this.#asking.busy || coverageStatus === 'pending'
    const problem = this.#asking.problem
    return html`<section class="part stack" aria-labelledby="coverage-heading${this.#key}">
      <div class="row between wrap">
        <h3 id="coverage-heading${this.#key}" tabindex="-1" aria-level=${level + 1}>
          ${of === undefined ? t('heading') : t('headingOf', { name: of })}
        </h3>
        <span class="chip ${tones[coverageStatus]}">${t(coverageStatus)}</span>
      </div>
      <p class="small muted">
        ${t(`hint_${coverageStatus}`, { date: reportedAt === undefined ? '' : this.#host.format.date(reportedAt) })}
      </p>
      ${eligibility ? this.#facts(eligibility) : nothing} ${this.#cardView(coverage)}
      ${eligibility?.refusals ? this.#refusals(eligibility.refusals) : nothing}
      ${eligibility?.heldFor ? this.#hold(eligibility.heldFor) : nothing}
      ${problem ? problemView(this.#host, problem, { texts: t }) : nothing}
      ${
        canCheckAgain(coverage) || busy
          ? html`<div>
              <button
                class="btn small"
                id="ask-payer${this.#key}"
                type="button"
                aria-label=${of === undefined ? nothing : t(eligibility ? 'askAgainOf' : 'askOf', { name: of })}
                aria-disabled=${busy ? 'true' : nothing}
                @click=${this.#ask}
              >
                ${t(eligibility ? 'askAgain' : 'ask')}
              </button>
            </div>`
          : nothing
      }
    </section>`
  }
}
