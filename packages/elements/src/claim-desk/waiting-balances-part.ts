import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient, WaitingBalance } from '@visitkit/sdk'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { formatPlainDate } from './claim-states.ts'
import { column, deskRows, deskTable } from './desk-table.ts'
import { nextPayerMessages } from './next-payer.messages.ts'
import { toPage, withMore, type ShownPage } from './shown-page.ts'

const pageSize = 50

/** Balances that no one owes until the next payer has answered. Updates live. */
export class WaitingBalancesPart {
  readonly #host: VisitElement
  readonly #t
  readonly #list: Loader<ShownPage<WaitingBalance>>
  readonly #more: Loader<true>
  readonly #onOpenClaim: (claimId: string) => void
  #client: VisitClient | null = null

  constructor(host: VisitElement, onOpenClaim: (claimId: string) => void) {
    this.#host = host
    this.#t = host.language.bundle(nextPayerMessages)
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#onOpenClaim = onOpenClaim
  }

  reset(): void {
    for (const loader of [this.#list, this.#more]) loader.reset()
    this.#client = null
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    const watch = client.watch((reading) => client.claims.waitingBalances({ limit: pageSize }, reading).page(), {
      on: ['claim.changed'],
      signal,
    })
    await this.#list.run(async () => toPage(await followWatch(watch, (changed) => this.#list.set(toPage(changed)))), {
      quietly: true,
    })
  }

  #showMore = (): void => {
    const [client, shown] = [this.#client, this.#list.value]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      const page = await client.claims.waitingBalances({ limit: pageSize }, { signal }).page(cursor)
      this.#list.set(withMore(shown, toPage(page)))
      return true as const
    })
  }

  #row = ({ claimId, claimNumber, patient, serviceDate, payer, amountCents }: WaitingBalance): TemplateResult => {
    const [t, { format }] = [this.#t, this.#host]
    return html`<tr role="row">
      <th role="rowheader" scope="row">
        <button class="open" type="button" @click=${() => this.#onOpenClaim(claimId)}>
          <b><bdi>${patient?.displayName ?? claimNumber}</bdi></b>
        </button>
        <span class="small muted" dir="ltr">${claimNumber}</span>
      </th>
      <td role="cell" data-label=${t('columnDate')}>${formatPlainDate(format, serviceDate)}</td>
      <td role="cell" data-label=${t('columnPayer')}><bdi>${payer.name}</bdi></td>
      <td role="cell" class="amount" data-label=${t('columnAmount')}>${format.money(amountCents)}</td>
    </tr>`
  }

  /** Nothing while no balance waits. */
  render(level: number): TemplateResult | typeof nothing {
    const [t, shown] = [this.#t, this.#list.value]
    if (!shown || shown.items.length === 0) return nothing
    return html`<section class="part" aria-labelledby="waiting-heading">
      <div class="tight">
        <h3 id="waiting-heading" tabindex="-1" aria-level=${level + 1}>${t('listHeading')}</h3>
        <p class="small muted">${t('listHint')}</p>
      </div>
      ${deskTable({
        kind: 'held',
        heading: 'waiting-heading',
        head: [
          column(t('columnClaim')),
          column(t('columnDate')),
          column(t('columnPayer')),
          column(t('columnAmount'), 'amount'),
        ],
        rows: deskRows({
          format: this.#host.format,
          items: shown.items,
          idOf: ({ claimId }) => claimId,
          row: this.#row,
        }),
      })}
      ${this.#more.problem ? problemView(this.#host, this.#more.problem, { texts: t }) : nothing}
      ${moreButton(t('more'), { next: shown.next, busy: this.#more.busy, onMore: this.#showMore })}
    </section>`
  }
}
