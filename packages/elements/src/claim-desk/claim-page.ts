import { html, nothing, type TemplateResult } from 'lit'
import type { ChangeClaim, Claim, Coverage, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { claimCodesMessages } from './claim-codes.messages.ts'
import { claimActions, actionResult, type ClaimAction } from './claim-actions.ts'
import { ClaimFindings } from './claim-findings.ts'
import { claimHead } from './claim-head.ts'
import { claimHistory } from './claim-history.ts'
import { claimLines } from './claim-lines.ts'
import { claimMoney } from './claim-money.ts'
import { isChangeable, type CodesT, type ClaimDeskTranslate } from './claim-states.ts'
import type { ClaimWorkPart } from './claim-work.ts'
import type { ClaimStatusPart } from './claim-status-part.ts'
import type { NextPayerPart } from './next-payer-part.ts'
import { CoverageOfClaim } from './coverage-of-claim.ts'
import {
  changeClaimBody,
  draftFromClaim,
  validateClaimDraft,
  type ClaimDraft,
  type VersionedDraft,
} from './line-draft.ts'
import { fieldId, lineForm } from './line-form.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { MessagesOfClaim } from './messages-of-claim.ts'

interface ClaimPageListener {
  readonly onSubmitted: (claimId: string) => void
  /** Shows another claim: a correction, a void, or the preceding one. */
  readonly onOpen: (claimId: string) => void
}

/** One claim: findings, amounts, lines, history and actions. Updates live. */
export class ClaimPage {
  readonly #host: VisitElement
  readonly #t: ClaimDeskTranslate
  readonly #codes: CodesT
  readonly #on: ClaimPageListener
  readonly #claim: Loader<Claim>
  readonly #acting: Loader<Claim>
  readonly #saving: Loader<Claim>
  readonly #findings: ClaimFindings
  readonly #work: LazyPart<ClaimWorkPart>
  readonly #next: LazyPart<NextPayerPart>
  readonly #status: LazyPart<ClaimStatusPart>
  readonly #messages: MessagesOfClaim
  readonly #coverages: Loader<readonly Coverage[]>
  readonly #coverage: CoverageOfClaim
  #client: VisitClient | null = null
  #refresh: (() => void) | null = null
  #showCoverage: ((claim: Claim) => void) | null = null
  #act: ClaimAction | null = null
  #asks: 'correct' | 'void' | null = null
  #lines: VersionedDraft<ClaimDraft> | null = null
  #showsFaults = false
  /** One key per action and version: a retry after a lost response does not repeat the action. */
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement, t: ClaimDeskTranslate, events: ClaimPageListener) {
    this.#host = host
    this.#t = t
    this.#codes = host.language.bundle(claimCodesMessages)
    this.#on = events
    this.#claim = new Loader(host)
    this.#acting = new Loader(host)
    this.#saving = new Loader(host)
    this.#findings = new ClaimFindings(host, t)
    this.#work = new LazyPart(host, () =>
      import('./claim-work.ts').then(({ ClaimWorkPart: Part }) => new Part(this.#host)),
    )
    this.#next = new LazyPart(host, () =>
      import('./next-payer-part.ts').then(
        ({ NextPayerPart: Part }) => new Part(this.#host, (claim) => this.#takeOver(claim)),
      ),
    )
    this.#status = new LazyPart(host, () =>
      import('./claim-status-part.ts').then(({ ClaimStatusPart: Part }) => new Part(this.#host)),
    )
    this.#messages = new MessagesOfClaim(host, t)
    this.#coverages = new Loader(host)
    this.#coverage = new CoverageOfClaim(host)
  }

  reset(): void {
    for (const loader of [this.#claim, this.#acting, this.#saving, this.#coverages]) loader.reset()
    this.#coverage.reset()
    this.#messages.reset()
    this.#work.value?.reset()
    this.#next.value?.reset()
    this.#status.value?.reset()
    this.#client = this.#refresh = this.#showCoverage = this.#act = this.#lines = this.#asks = null
    this.#showsFaults = false
    this.#keys.done()
  }

  /** Whether a form has edits that the server does not have. */
  get hasUnsavedEdits(): boolean {
    return this.#lines !== null || (this.#work.value?.hasUnsavedEdits ?? false)
  }

  /** Moves the focus to the edits that must be saved or canceled before the person leaves. */
  async focusUnsaved(): Promise<void> {
    if (this.#lines) return moveFocus(this.#host, '#unsaved')
    this.#host.announce(this.#t('unsaved'))
    await this.#work.value?.focusUnsaved()
  }

  async open(client: VisitClient, claimId: string, signal: AbortSignal): Promise<void> {
    this.reset()
    this.#client = client
    this.#messages.open(client, claimId)
    const openPart = async (part: LazyPart<ClaimWorkPart | ClaimStatusPart>): Promise<void> => {
      const opened = await part.fetch()
      if (!signal.aborted) await opened?.open(client, claimId, signal)
    }
    void openPart(this.#work)
    const watch = client.watch((reading) => this.#findings.with(client.claims.get(claimId, reading)), {
      on: ['claim.changed'],
      ids: { claimId },
      signal,
    })
    this.#refresh = () => watch.refresh()
    this.#showCoverage = (claim) => {
      void this.#coverage.show(client, claim.coverage, signal)
      // No payer has an unsent claim.
      if (claim.submittedAt) void openPart(this.#status)
    }
    const claim = await this.#claim.run(() => followWatch(watch, (changed) => this.#changed(changed)))
    if (claim) this.#set(claim)
  }

  /** A read that started before a write may end after it: the newer version is kept. */
  #changed(claim: Claim): void {
    const before = this.#claim.value
    if (before && before.version > claim.version) return
    this.#set(claim)
    if (before && before.state !== claim.state)
      this.#host.announce(this.#t('changed', { name: claim.number, state: this.#t(`state_${claim.state}`) }))
  }

  /** A sent claim keeps its lines: edits of them can no longer be saved. */
  #set(claim: Claim): void {
    this.#claim.set(claim)
    const client = this.#client
    if (claim.nextPayer && client)
      void this.#next.fetch().then((part) => {
        if (this.#claim.value?.id === claim.id) part?.show(client, claim)
      })
    this.#showCoverage?.(claim)
    if (!isChangeable(claim)) this.#lines = null
  }

  #do = async (action: ClaimAction): Promise<void> => {
    const [client, claim] = [this.#client, this.#claim.value]
    if (!client || !claim || this.#acting.busy || this.#lines) return
    // Both open another claim, in place of what is being written here.
    if ((action === 'correct' || action === 'void') && this.hasUnsavedEdits) return this.focusUnsaved()
    const { id, version } = claim
    const options = this.#keys.for(action, [id, version])
    const work = {
      submit: () => client.claims.submit(id, { version }, options),
      check: () => client.claims.change(id, { version }),
      refresh: () => client.claims.refresh(id),
      correct: () => client.claims.correct(id, options),
      void: () => client.claims.void(id, options),
    }[action]
    this.#act = action
    const done = await this.#acting.run(work)
    // After any problem the claim may have changed since it was read.
    if (!done) return this.#refresh?.()
    this.#asks = null
    if (done.id === id) this.#takeOver(done)
    else this.#on.onOpen(done.id)
    if (action === 'submit') this.#on.onSubmitted(id)
    this.#host.announce(this.#t(actionResult[action]))
    await moveFocus(this.#host, '#heading')
  }

  /** The response to our own write: edits now apply to this version. */
  #takeOver(claim: Claim): void {
    this.#set(claim)
    if (this.#lines) this.#lines = { ...this.#lines, version: claim.version }
  }

  async #change(loader: Loader<Claim>, body: ChangeClaim): Promise<boolean> {
    const [client, claim] = [this.#client, this.#claim.value]
    if (!client || !claim || loader.busy) return false
    const done = await loader.run(() => client.claims.change(claim.id, body))
    if (done) {
      this.#takeOver(done)
      this.#host.announce(this.#t('saved'))
      return true
    }
    if (loader.problem?.code === 'version_conflict') await this.#compare(client, claim.id)
    return false
  }

  /** After a conflict the latest version is shown next to the edits. Saving again then overwrites it. */
  async #compare(client: VisitClient, claimId: string): Promise<void> {
    const latest = await client.claims.get(claimId).catch(() => null)
    if (latest && this.#claim.value?.id === latest.id) this.#takeOver(latest)
  }

  #edit = (claim: Claim): void => {
    const client = this.#client
    if (!client || this.#lines) return
    this.#lines = { draft: draftFromClaim(claim), version: claim.version }
    this.#showsFaults = false
    this.#saving.reset()
    // The form works without them: a claim keeps its coverage.
    void this.#coverages.run(async (signal) => (await client.coverages.ofPatient(claim.patientId, { signal })).items, {
      quietly: true,
    })
    void moveFocus(this.#host, '#form-heading')
  }

  #endEdit = (): void => {
    this.#lines = null
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#edit')
  }

  #save = async (): Promise<void> => {
    const edited = this.#lines
    if (!edited) return
    const [fault] = validateClaimDraft(edited.draft)
    this.#showsFaults = fault !== undefined
    this.#host.requestUpdate()
    if (fault) return moveFocus(this.#host, `#${fieldId(fault)}`)
    if (!(await this.#change(this.#saving, changeClaimBody(edited.draft, edited.version)))) return
    this.#lines = null
    await moveFocus(this.#host, '#heading')
  }

  #problemOf(loader: Loader<unknown>): TemplateResult | null {
    return loader.problem ? problemView(this.#host, loader.problem, { texts: this.#t }) : null
  }

  #form(claim: Claim, { draft, version }: VersionedDraft<ClaimDraft>, level: number): TemplateResult {
    return lineForm({
      t: this.#t,
      level,
      claim,
      draft,
      faults: this.#showsFaults ? validateClaimDraft(draft) : [],
      coverages: this.#coverages.value ?? [],
      busy: this.#saving.busy,
      problem: this.#problemOf(this.#saving),
      onChange: (changed) => {
        this.#lines = { draft: changed, version }
        this.#host.requestUpdate()
      },
      onSave: () => void this.#save(),
      onCancel: this.#endEdit,
    })
  }

  render(level: number, retry: () => void): unknown {
    const [t, { format }] = [this.#t, this.#host]
    const { now } = this.#claim
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: t, retry })
    if (now.state !== 'ready') return loadingRows(t('loadingClaim'), 'card pad stack')
    const claim = now.value
    const actions = claimActions({
      t,
      claim,
      busy: this.#acting.busy ? this.#act : null,
      hasUnsavedEdits: this.#lines !== null,
      asks: this.#asks,
      onAction: (action) => void this.#do(action),
      onAsk: (action, asks) => {
        this.#asks = asks ? action : null
        this.#host.requestUpdate()
        void moveFocus(this.#host, asks ? '#ask' : `#ask-${action}`)
      },
    })
    const refused = this.#problemOf(this.#acting)
    const view = { t, codes: this.#codes, format, level, claim }
    const work = this.#work.value
    return html`<article class="card" aria-labelledby="heading">
      ${claimHead({ ...view, onOpen: (id) => (this.hasUnsavedEdits ? void this.focusUnsaved() : this.#on.onOpen(id)) })}
      ${this.#findings.render(claim, level)}
      ${refused || actions ? html`<div class="part">${refused} ${actions}</div>` : nothing}
      ${this.#client ? (this.#next.value?.render(this.#client, claim, level) ?? nothing) : nothing}
      ${this.#client ? (this.#status.value?.render(this.#client, claim, level) ?? nothing) : nothing}
      ${work?.render(level, claim) ?? nothing} ${claimMoney(t, format, claim, level)}
      ${this.#coverage.render(level) ?? nothing}
      ${claimLines({ ...view, isEditing: this.#lines !== null, onEdit: () => this.#edit(claim) })}
      ${this.#lines ? this.#form(claim, this.#lines, level) : nothing} ${work?.renderNotes(level, claim) ?? nothing}
      ${claimHistory(t, format, claim, level)} ${this.#messages.render(level)}
    </article>`
  }
}
