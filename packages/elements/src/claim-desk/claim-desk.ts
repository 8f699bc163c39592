import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { partStyles } from '../core/plot/part.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { denseStyles } from '../core/styles/dense.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { keptStyles } from '../core/styles/kept.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import { claimDeskMessages } from './claim-desk.messages.ts'
import { claimDeskStyles } from './claim-desk.styles.ts'
import { claimPageStyles } from './claim-page.styles.ts'
import { ClaimPage } from './claim-page.ts'
import { ClaimsOfState } from './claims-of-state.ts'
import type { DeskTools } from './desk-tools.ts'
import { deskTabs, type DeskTab } from './desk-tabs.ts'
import type { HeldLinesPage } from './held-lines-page.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { PaymentsPage } from './payments-page.ts'
import type { WriteOffsPage } from './write-offs-page.ts'
import { firstStateWithWork, stateStrip, type StateCount } from './state-strip.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-claim-submitted': CustomEvent<{ claimId: string }>
  }
}

const backTo = { claims: 'back', payments: 'backToPayments', held: 'backToHeld', offs: 'backToOffs' } as const

/**
 * Claims for billing staff: claims by state, one claim with its findings, and the payments of payers. Updates live.
 *
 * @fires visit-claim-submitted - {CustomEvent<{ claimId: string }>} The server has accepted a claim for sending.
 * @csspart heading - The heading.
 */
export class VisitClaimDesk extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    skeletonStyles,
    tableStyles,
    denseStyles,
    plotStyles,
    partStyles,
    claimPageStyles,
    keptStyles,
    claimDeskStyles,
  ]
  static override properties: PropertyDeclarations = {
    claimId: { attribute: 'claim-id' },
    only: {},
    tab: { state: true, attribute: false },
  }
  static override restartOn = ['claimId', 'only', 'tab']

  /** The id of the claim to show. Default: the list of claims. */
  declare claimId: string | undefined
  /** `write-offs`: only what a second person approves, for a person who reads no claims. Default: the whole desk. */
  declare only: string | undefined
  declare private tab: DeskTab

  #t = this.language.bundle(claimDeskMessages)
  #counts = new Loader<readonly StateCount[]>(this)
  #list = new ClaimsOfState(this, this.#t, (claimId) => this.#open(claimId))
  /** Id of the element that gets the focus after the next render, after a step of the person. */
  #focusNext: string | null = null
  #page = new ClaimPage(this, this.#t, {
    onOpen: (claimId) => this.#open(claimId),
    onSubmitted: (claimId) => void emit(this, 'visit-claim-submitted', { claimId }),
  })
  #payments = new PaymentsPage(this, this.#t, {
    onOpenClaim: (claimId) => this.#open(claimId),
    onOpenHeld: (what) => void this.#work(what),
  })
  #held = new LazyPart<HeldLinesPage>(this, () =>
    import('./held-lines-page.ts').then(({ HeldLinesPage: Part }) => new Part(this, (claimId) => this.#open(claimId))),
  )
  #offs = new LazyPart<WriteOffsPage>(this, () =>
    import('./write-offs-page.ts').then(
      ({ WriteOffsPage: Part }) => new Part(this, () => (this.only ? null : (claimId) => this.#open(claimId))),
    ),
  )
  /** Search, ages, and sending several claims: loaded after the list is shown. */
  #tools = new LazyPart<DeskTools>(this, () =>
    import('./desk-tools.ts').then(({ DeskTools: Part }) => new Part(this, this.#t, (claimId) => this.#open(claimId))),
  )

  constructor() {
    super()
    this.tab = 'claims'
  }

  get #shown(): DeskTab {
    return this.only === 'write-offs' ? 'offs' : this.tab
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { claimId } = this
    if (!claimId) this.#page.reset()
    const open = {
      claims: () => this.#follow(client, signal),
      payments: () => this.#payments.open(client, signal),
      held: () => this.#held.fetch().then((page) => page?.open(client, signal)),
      offs: () => this.#offs.fetch().then((page) => page?.open(client, signal)),
    }[this.#shown]
    void (claimId ? this.#page.open(client, claimId, signal) : open()).then(() => this.#focus())
  }

  protected override wipe(): void {
    this.#counts.reset()
    this.#list.reset()
    this.#page.reset()
    this.#payments.reset()
    for (const part of [this.#held, this.#offs, this.#tools]) part.value?.reset()
    this.#focusNext = null
    this.announce('')
  }

  async #follow(client: VisitClient, signal: AbortSignal): Promise<void> {
    const counting = client.watch(async (reading) => (await client.claims.counts(reading)).items, {
      on: ['claim.changed'],
      signal,
    })
    const counts = await this.#counts.run(() => followWatch(counting, (changed) => this.#counts.set(changed)), {
      quietly: true,
    })
    if (!counts || signal.aborted) return
    void this.#tools.fetch().then((tools) => (signal.aborted ? undefined : tools?.open(client, signal)))
    await this.#list.follow(client, firstStateWithWork(counts), signal)
  }

  #focus(): void {
    const id = this.#focusNext
    this.#focusNext = null
    if (!id) return
    // The row may no longer be in the list.
    const isRow = id.startsWith('claim-') && !this.claimId && this.tab === 'claims'
    const isThere = !isRow || this.#list.items.some((claim) => `claim-${claim.id}` === id)
    void moveFocus(this, `[id="${isThere ? id : 'list-heading'}"]`)
  }

  #open(claimId: string): void {
    this.claimId = claimId
    this.#focusNext = 'heading'
  }

  /** From a payment to its held lines. */
  async #work(what: Parameters<HeldLinesPage['show']>[0]): Promise<void> {
    const page = await this.#held.fetch()
    this.tab = 'held'
    page?.show(what)
  }

  #back = (): void => {
    if (this.#page.hasUnsavedEdits) return void this.#page.focusUnsaved()
    this.#focusNext = {
      claims: `claim-${this.claimId ?? ''}`,
      payments: 'payments-heading',
      held: 'held-line',
      offs: 'waiting-heading',
    }[this.tab]
    this.claimId = undefined
  }

  #claims(): TemplateResult {
    const { now } = this.#counts
    if (now.state === 'failed')
      return html`<div class="part">
        ${problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })}
      </div>`
    if (now.state !== 'ready') return loadingRows(this.#t('loading'))
    const tools = this.#tools.value
    const level = this.headingLevel
    const search = html`<div class="part tools">${tools?.renderSearch() ?? nothing}</div>`
    if (tools?.isSearching) return html`${search} ${tools.renderFound(level)}`
    return html`${search}
      <div class="part">
        ${stateStrip({
          t: this.#t,
          format: this.format,
          counts: now.value,
          chosen: this.#list.state,
          onChoose: (state) => this.#list.choose(state) && this.startAgain(),
        })}
      </div>
      ${tools?.several.render(level, this.client ?? null, (claimId) => this.#open(claimId)) ?? this.#list.render((state, items) => tools?.renderBatchButton(state, items) ?? nothing)}
      ${tools?.renderAging(level) ?? nothing}`
  }

  #lazyPart({ now }: LazyPart<HeldLinesPage> | LazyPart<WriteOffsPage>, level: number): unknown {
    const again = (): void => this.startAgain()
    if (now.state === 'failed')
      return html`<div class="part">${problemView(this, now.problem, { texts: this.#t, retry: again })}</div>`
    return now.state === 'ready' ? now.value.render(level, again) : loadingRows(this.#t('loading'))
  }

  #panel(level: number): unknown {
    switch (this.#shown) {
      case 'claims':
        return this.#claims()
      case 'payments':
        return this.#payments.render(level, () => this.startAgain())
      case 'held':
        return this.#lazyPart(this.#held, level)
      case 'offs':
        return this.#lazyPart(this.#offs, level)
    }
  }

  protected override render(): unknown {
    const isClaim = Boolean(this.claimId)
    // Hundreds of rows stay laid out while one claim is shown in their place. The claim is first: both have a heading of that id.
    const isDeskKept = this.tab === 'claims' && this.#list.items.length > 0
    const desk = html`<div class="kept" ?hidden=${isClaim}>${isClaim && !isDeskKept ? nothing : this.#desk()}</div>`
    return [isClaim ? this.#oneClaim() : nothing, desk]
  }

  #oneClaim(): TemplateResult {
    return html`<div class="page">
      <div>
        <button class="btn quiet small start" type="button" @click=${this.#back}>
          ${iconBack} ${this.#t(backTo[this.tab])}
        </button>
      </div>
      ${this.client ? this.#page.render(this.headingLevel, () => this.startAgain()) : nothing}
    </div>`
  }

  #desk(): TemplateResult {
    const t = this.#t
    const { tab, only, headingLevel: level } = this
    if (only) return html`<div class="card">${this.#panel(level - 1)}</div>`
    return html`<div class="card">
      <div class="part row between wrap">
        <h2 id="heading" part="heading" tabindex="-1">${t('heading')}</h2>
        ${deskTabs(t, tab, (next) => (this.tab = next))}
      </div>
      <div id="panel" role="tabpanel" aria-labelledby="tab-${tab}">${this.#panel(level)}</div>
    </div>`
  }
}
