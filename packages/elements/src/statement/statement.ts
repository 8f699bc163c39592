import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Estimate, Statement, StatementVisit, VisitClient } from '@visitkit/sdk'
import { followList } from '../core/follow-list.ts'
import { dayKey } from '../core/format.ts'
import { keptRow } from '../core/kept-row.ts'
import { Loader } from '../core/loader.ts'
import { PatientChoice } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { partStyles } from '../core/plot/part.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { VisitElement } from '../core/visit-element.ts'
import { PayCard } from './pay-card.ts'
import { SelfPayPart } from './self-pay-part.ts'
import { estimatesList, hasUpcoming, paymentsList, visitBill, type StatementView } from './statement-visits.ts'
import { statementMessages } from './statement.messages.ts'
import { statementStyles } from './statement.styles.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-payment-requested': CustomEvent<{ paymentId: string; checkoutUrl: string }>
  }
}

/**
 * A patient's balance with details for each visit, and a way to pay. Updates live on payments and payers' adjudications.
 *
 * @fires visit-payment-requested - {CustomEvent<{ paymentId: string, checkoutUrl: string }>} The patient wants to pay. Cancel it to open
 *   the processor's page yourself; otherwise this page navigates to it.
 * @csspart heading - The heading.
 * @csspart balance - The amount due now.
 */
export class VisitStatement extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    patientPageStyles,
    plotStyles,
    partStyles,
    statementStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
  }
  static override restartOn = ['patientId']

  /** The patient's id. Default: the only patient of the session. */
  declare patientId: string | undefined

  #t = this.language.bundle(statementMessages)
  #patient = new PatientChoice(this)
  #shown = new Loader<Statement>(this)
  #estimates = new Loader<readonly Estimate[]>(this)
  #estimatesFirst = false
  #estimateRequest = new Loader<Estimate>(this)
  #file = new Loader<true>(this)
  #pay = new PayCard(this, this.#t)
  #selfPay = new SelfPayPart(this, this.#t)

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    for (const loader of [this.#patient, this.#shown, this.#estimates, this.#estimateRequest, this.#file])
      loader.reset()
    this.#pay.reset()
    this.#selfPay.reset()
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const patientId = await this.#patient.resolve(this.connection, this.patientId)
    if (!patientId) return
    const watch = client.watch((reading) => client.statements.get(patientId, {}, reading), {
      on: ['account.changed', 'claim.changed'],
      ids: { patientId },
      signal,
    })
    // The page works without them. Their position is decided before anything is shown, so that nothing moves.
    const estimates = client.watch(
      async (reading) => (await client.estimates.ofPatient(patientId, { limit: 5 }, reading).page()).items,
      { on: ['estimate.changed'], ids: { patientId }, signal },
    )
    const estimated = this.#estimates
      .run(() => followList(estimates, (changed) => this.#estimates.set(changed)), { quietly: true })
      .then((known = []) => {
        this.#estimatesFirst = hasUpcoming(known, dayKey(new Date().toISOString(), this.format.zone))
      })
    await this.#shown.run(async () => {
      const [statement, , me] = await Promise.all([
        followList(watch, (changed) => this.#shown.set(changed)),
        estimated,
        this.connection?.me(),
      ])
      this.#selfPay.isStaff = me?.kind === 'member'
      return statement
    })
  }

  #more = async (statement: Statement): Promise<void> => {
    const { client } = this
    const { nextCursor } = statement
    if (!client || !nextCursor) return
    await this.#shown.run(
      async (signal) => {
        const next = await client.statements.get(statement.patientId, { cursor: nextCursor }, { signal })
        return { ...next, visits: [...statement.visits, ...next.visits] }
      },
      { quietly: true },
    )
  }

  #save = async (read: (signal: AbortSignal) => Promise<Blob>, name: string): Promise<void> => {
    if (this.#file.busy) return
    const done = await this.#file.run(async (signal) => {
      saveFile(await read(signal), `${name}.pdf`)
      return true as const
    })
    if (done) this.announce(this.#t('receiptDone'))
  }

  async #saveReceipt({ visitId }: StatementVisit): Promise<void> {
    const { client } = this
    if (client) await this.#save((signal) => client.statements.superbill(visitId, { signal }), this.#t('receiptFile'))
  }

  #ask = async (patientId: string): Promise<void> => {
    const { client } = this
    if (!client || this.#estimateRequest.busy) return
    const asked = await this.#estimateRequest.run(() => client.estimates.request(patientId, {}))
    const known = this.#estimates.value ?? []
    // The live message about it may have arrived first.
    if (asked && !known.some(({ id }) => id === asked.id)) this.#estimates.set([asked, ...known])
  }

  #balance(statement: Statement): TemplateResult {
    const { client } = this
    const { patientId, balanceCents, pendingCents, refusedCents, visits } = statement
    const t = this.#t
    const waiting = pendingCents - refusedCents
    const word = balanceCents > 0 ? 'youOwe' : balanceCents < 0 ? 'weOwe' : 'nothingDue'
    return html`<div class="pad tight">
      <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${t('heading')}</h3>
      <p class="muted">${t(word)}</p>
      ${balanceCents === 0 ? nothing : html`<p class="balance" part="balance">${this.format.money(Math.abs(balanceCents))}</p>`}
      ${waiting > 0 ? html`<p class="small muted">${t('pending', { amount: this.format.money(waiting) })}</p>` : nothing}
      ${refusedCents > 0 ? html`<p class="small muted">${t('refused', { amount: this.format.money(refusedCents) })}</p>` : nothing}
      ${
        client && visits.length > 0
          ? html`<div>
              <button
                class="btn quiet save"
                type="button"
                id="bill"
                @click=${() => void this.#save((signal) => client.statements.pdf(patientId, { signal }), t('heading'))}
              >
                ${t('save')}
              </button>
            </div>`
          : nothing
      }
    </div>`
  }

  #visits(view: StatementView, statement: Statement): TemplateResult {
    const { t } = view
    if (statement.visits.length === 0)
      return html`<div class="empty tight part">
        <h4 aria-level=${view.level}>${t('visitsEmptyHeading')}</h4>
        <p class="small muted">${t('visitsEmptyText')}</p>
      </div>`
    return html`<ul class="visits">
        ${statement.visits.map((visit) =>
          keptRow([view.format, visit, this.#selfPay.shownAt(visit)], () =>
            visitBill(view, visit, () => void this.#saveReceipt(visit), this.#selfPay.render(this.client, visit)),
          ),
        )}
      </ul>
      ${
        statement.nextCursor
          ? html`<div class="pad part">
              <button class="btn wide" type="button" @click=${() => void this.#more(statement)}>${t('more')}</button>
            </div>`
          : nothing
      }`
  }

  #skeleton(): TemplateResult {
    return html`<div class="card pad stack" aria-busy="true">
      <p class="visually-hidden" role="status">${this.#t('loading')}</p>
      <span class="skeleton short"></span><span class="skeleton title half"></span>
      ${[1, 2].map(() => html`<span class="skeleton target"></span>`)}
    </div>`
  }

  protected override render(): unknown {
    const choice = this.#patient.render()
    if (choice) return choice
    const shown = this.#shown.now
    const t = this.#t
    if (shown.state === 'failed') return problemView(this, shown.problem, { texts: t, retry: () => this.startAgain() })
    if (shown.state !== 'ready') return this.#skeleton()
    const { client } = this
    const statement = shown.value
    const view: StatementView = { t, format: this.format, level: this.headingLevel + 1 }
    const trouble = this.#file.problem ?? this.#estimateRequest.problem
    const estimates = this.#estimates.value
    const estimated = estimates
      ? estimatesList(view, estimates, this.#estimateRequest.value?.status === 'due', {
          ask: () => void this.#ask(statement.patientId),
          save: (estimateId) => {
            if (client) void this.#save((signal) => client.estimates.pdf(estimateId, { signal }), t('estimateFile'))
          },
        })
      : nothing
    const first = this.#estimatesFirst
    return html`<div class="card">
      ${this.#balance(statement)} ${this.#pay.render(client, statement)}
      ${trouble ? html`<div class="pad">${problemView(this, trouble, { texts: t })}</div>` : nothing}
      ${first ? estimated : nothing} ${this.#visits(view, statement)} ${paymentsList(view, statement.payments)}
      ${first ? nothing : estimated}
    </div>`
  }
}
