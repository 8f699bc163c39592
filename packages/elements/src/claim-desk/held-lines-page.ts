import { html, nothing, type TemplateResult } from 'lit'
import type { HeldLine, HeldLineDetail, HoldReason, Remittance, VisitClient, ExternalResolution } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { resolutionForm } from './resolution-form.ts'
import {
  claimOfLine,
  heldLineHead,
  heldList,
  neverPosted,
  wholePaymentHead,
  type HeldLinesTranslate,
  type HeldLinesTexts,
} from './held-line-views.ts'
import { heldLinesMessages } from './held-lines.messages.ts'
import { MailboxFilesPart } from './mailbox-files-part.ts'
import { MatchConfirmation } from './match-confirmation.ts'
import { matchForm } from './match-form.ts'
import { WaitingBalancesPart } from './waiting-balances-part.ts'
import { toPage, withMore, type ShownPage } from './shown-page.ts'

const pageSize = 50
const asides = { line: ['aside', 'asideHint'], payment: ['asidePayment', 'asidePaymentHint'] } as const

/** Held lines of payments: listed, posted to a claim, or marked as resolved outside Visitkit. Updates live. */
export class HeldLinesPage {
  readonly #host: VisitElement
  readonly #t: HeldLinesTranslate
  readonly #onOpenClaim: (claimId: string) => void
  readonly #list: Loader<ShownPage<HeldLine>>
  readonly #more: Loader<true>
  readonly #one: Loader<HeldLineDetail>
  readonly #finding: Loader<true>
  readonly #posting: Loader<true>
  readonly #resolving: Loader<true>
  readonly #keys = new IdempotencyKeys()
  readonly #files: MailboxFilesPart
  readonly #balances: WaitingBalancesPart
  readonly #confirmation: MatchConfirmation
  #client: VisitClient | null = null
  #reasonFilter: HoldReason | null = null
  /** The current selection: a line, or a payment of which no line can be posted. */
  #shown: string | Remittance | null = null
  #chosen: string | null = null
  #number = ''
  #lookedFor: string | null = null
  #reason: ExternalResolution | null = null
  #faults: 'match' | 'confirm' | 'aside' | null = null

  constructor(host: VisitElement, onOpenClaim: (claimId: string) => void) {
    this.#host = host
    this.#t = host.language.bundle(heldLinesMessages)
    this.#onOpenClaim = onOpenClaim
    this.#list = new Loader(host)
    this.#more = new Loader(host)
    this.#one = new Loader(host)
    this.#finding = new Loader(host)
    this.#posting = new Loader(host)
    this.#resolving = new Loader(host)
    this.#files = new MailboxFilesPart(host, this.#t)
    this.#balances = new WaitingBalancesPart(host, onOpenClaim)
    this.#confirmation = new MatchConfirmation(() => host.requestUpdate())
  }

  reset(): void {
    for (const loader of [this.#list, this.#more]) loader.reset()
    this.#client = this.#reasonFilter = null
    this.#files.reset()
    this.#balances.reset()
    this.#leave()
  }

  #leave(): void {
    for (const loader of [this.#one, this.#finding, this.#posting, this.#resolving]) loader.reset()
    this.#shown = this.#chosen = this.#lookedFor = this.#reason = this.#faults = null
    this.#number = ''
    this.#confirmation.reset()
    this.#keys.done()
  }

  get #query(): { limit: number; reason?: HoldReason } {
    return { limit: pageSize, ...(this.#reasonFilter && { reason: this.#reasonFilter }) }
  }

  async open(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#client = client
    if (typeof this.#shown === 'string') void this.#read(this.#shown)
    void this.#files.open(client, signal)
    void this.#balances.open(client, signal)
    const watch = client.watch((reading) => client.remittances.heldLines(this.#query, reading).page(), {
      on: ['claim.changed'],
      signal,
    })
    await this.#list.run(async () => toPage(await followWatch(watch, (changed) => this.#list.set(toPage(changed)))), {
      quietly: true,
    })
  }

  /** Selects a line by its id or a whole payment, from the list or from its payment. */
  show(what: string | Remittance): void {
    this.#leave()
    this.#files.clearSelection()
    this.#shown = what
    void moveFocus(this.#host, '#held-line')
    if (typeof what === 'string' && this.#client) void this.#read(what).then(() => moveFocus(this.#host, '#held-line'))
  }

  async #read(lineId: string): Promise<void> {
    const client = this.#client
    if (client) await this.#one.run((signal) => client.remittances.heldLine(lineId, {}, { signal }))
  }

  #back = (): void => {
    const id = typeof this.#shown === 'string' ? this.#shown : ''
    this.#leave()
    this.#host.requestUpdate()
    const isThere = this.#list.value?.items.some((line) => line.id === id)
    void moveFocus(this.#host, isThere ? `[id="held-${id}"]` : '#held-heading')
  }

  /** After a resolution: announces it, removes the line, and moves the focus to the next one. */
  #over(announcement: string, isRemoved: (line: HeldLine) => boolean): void {
    const list = this.#list.value
    if (list) this.#list.set({ ...list, items: list.items.filter((line) => !isRemoved(line)) })
    this.#host.announce(announcement)
    this.#back()
  }

  #showMore = (): void => {
    const [client, shown] = [this.#client, this.#list.value]
    if (!client || !shown?.next || this.#more.busy) return
    const cursor = shown.next
    void this.#more.run(async (signal) => {
      this.#list.set(withMore(shown, toPage(await client.remittances.heldLines(this.#query, { signal }).page(cursor))))
      return true as const
    })
  }

  #find = async (): Promise<void> => {
    const [client, line] = [this.#client, this.#one.value]
    if (!client || !line || this.#finding.busy) return
    const number = this.#number.trim()
    await this.#finding.run(async (signal) => {
      const found = await client.remittances.heldLine(line.id, number ? { number } : {}, { signal })
      this.#one.set(found)
      this.#lookedFor = number || null
      this.#chosen = number ? (found.candidates[0]?.id ?? null) : null
      return true as const
    })
    void moveFocus(this.#host, '#match-heading')
  }

  #post = async (): Promise<void> => {
    const [client, line, claimId] = [this.#client, this.#one.value, this.#chosen]
    if (!client || !line || this.#posting.busy) return
    if (claimId === null) {
      this.#faults = 'match'
      this.#host.requestUpdate()
      return moveFocus(this.#host, '[name=candidate]')
    }
    if (this.#confirmation.isMissing(line, this.#posting.problem)) {
      this.#faults = 'confirm'
      this.#host.requestUpdate()
      return moveFocus(this.#host, '#confirm')
    }
    const number = line.candidates.find(({ id }) => id === claimId)?.number ?? ''
    const origin = this.#confirmation.answer
    const key = this.#keys.for('match', [line.id, claimId, origin])
    const done = await this.#posting.run(async () => {
      await client.remittances.matchLine(line.id, { claimId, ...(origin && { origin }) }, key)
      return true as const
    })
    if (done) this.#over(this.#t('posted', { number }), ({ id }) => id === line.id)
  }

  #resolveExternally = async (): Promise<void> => {
    const [client, shown, reason] = [this.#client, this.#shown, this.#reason]
    if (!client || !shown || this.#resolving.busy) return
    if (reason === null) {
      this.#faults = 'aside'
      this.#host.requestUpdate()
      return moveFocus(this.#host, '#aside-reason')
    }
    const paymentId = this.#wholePayment
    const id = paymentId ?? (typeof shown === 'string' ? shown : shown.id)
    const key = this.#keys.for('aside', [id, reason])
    const done = await this.#resolving.run(async () => {
      await (paymentId === null
        ? client.remittances.resolveLine(id, { reason }, key)
        : client.remittances.resolve(id, { reason }, key))
      return true as const
    })
    if (done)
      this.#over(this.#t('asideDone'), (line) =>
        paymentId === null ? line.id === id : line.remittanceId === paymentId,
      )
  }

  /** The id of the payment that is resolved as a whole, because no line of it can be posted. */
  get #wholePayment(): string | null {
    if (this.#shown !== null && typeof this.#shown !== 'string') return this.#shown.id
    const { value: line } = this.#one
    return line?.unbalancedPayment ? line.remittanceId : null
  }

  #problem(loader: Loader<true>): unknown {
    return loader.problem ? problemView(this.#host, loader.problem, { texts: this.#t }) : nothing
  }

  #resolutionForm(level: number): TemplateResult {
    const [heading, hint] = this.#wholePayment === null ? asides.line : asides.payment
    return resolutionForm(this.#t, level, {
      heading: this.#t(heading),
      hint: this.#t(hint),
      reason: this.#reason,
      showsFault: this.#faults === 'aside',
      busy: this.#resolving.busy,
      problem: this.#problem(this.#resolving),
      onReason: (reason) => {
        this.#reason = reason
        this.#host.requestUpdate()
      },
      onSubmit: () => void this.#resolveExternally(),
    })
  }

  #match(words: HeldLinesTexts, line: HeldLineDetail): TemplateResult {
    return matchForm(words, {
      candidates: line.candidates,
      confirmation: this.#confirmation.view(line, this.#posting.problem, this.#faults === 'confirm'),
      chosen: this.#chosen,
      showsFault: this.#faults === 'match',
      number: this.#number,
      searchedNumber: this.#lookedFor,
      finding: this.#finding.busy,
      busy: this.#posting.busy,
      problem: html`${this.#problem(this.#finding)}${this.#problem(this.#posting)}`,
      onNumber: (number) => (this.#number = number),
      onFind: () => void this.#find(),
      onChoose: (claimId) => {
        this.#chosen = claimId
        this.#host.requestUpdate()
      },
      onPost: () => void this.#post(),
      onOpenClaim: this.#onOpenClaim,
    })
  }

  #detail(words: HeldLinesTexts, shown: string | Remittance): unknown {
    if (typeof shown !== 'string') return html`${wholePaymentHead(words, shown)}${this.#resolutionForm(words.level)}`
    const { now } = this.#one
    if (now.state === 'failed')
      return html`<div class="part">
        ${problemView(this.#host, now.problem, { texts: this.#t, retry: () => this.show(shown) })}
      </div>`
    if (now.state !== 'ready') return loadingRows(this.#t('loading'))
    const line = now.value
    if (line.resolution) return heldLineHead(words, line)
    return html`${heldLineHead(words, line)}
    ${neverPosted.has(line.holdReason) ? claimOfLine(words, line, this.#onOpenClaim) : this.#match(words, line)}
    ${this.#resolutionForm(words.level)}`
  }

  /** @param restart - Requests the list again after a change of the query. */
  render(level: number, restart: () => void): unknown {
    const words = { t: this.#t, format: this.#host.format, level }
    if (this.#files.isShown) return this.#files.renderFile(level)
    if (this.#shown)
      return html`<div class="part">
          <div>
            <button class="btn quiet small start" type="button" @click=${this.#back}>
              ${iconBack} ${this.#t('back')}
            </button>
          </div>
        </div>
        ${this.#detail(words, this.#shown)}`
    const { now } = this.#list
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this.#host, now.problem, { texts: this.#t, retry: restart })}</div>`
    if (now.state !== 'ready') return loadingRows(this.#t('loading'))
    return html`${heldList(words, {
      ...now.value,
      reason: this.#reasonFilter,
      busy: this.#more.busy,
      problem: this.#problem(this.#more),
      onReason: (reason) => {
        this.#reasonFilter = reason
        this.#list.reset()
        restart()
      },
      onOpen: (lineId) => this.show(lineId),
      onMore: this.#showMore,
    })}${this.#balances.render(level)}${this.#files.renderList(level)}`
  }
}
