import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { LabOrder, LabResult, VisitClient } from '@visitkit/sdk'
import type { ChosenDiagnosis } from '../core/diagnosis-search.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import { RowActions, type RowProblem } from '../core/row-actions.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { tableStyles } from '../core/styles/table.ts'
import { linePlotStyles } from '../core/plot/line-plot.styles.ts'
import { plotStyles } from '../core/plot/plot.styles.ts'
import { VisitElement } from '../core/visit-element.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { labOrdersMessages } from './lab-orders.messages.ts'
import { labOrdersStyles } from './lab-orders.styles.ts'
import { MatchPanel } from './match-panel.ts'
import { OrderPanel } from './order-panel.ts'
import { orderList } from './order-list.ts'
import { labInbox, labsOfPatient, moreResults, type Labs } from './read-labs.ts'
import { resultFiles } from './result-files.ts'
import { resultCard } from './result-card.ts'
import { Reviews } from './reviews.ts'
import { previousValues } from './previous-values.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-lab-ordered': CustomEvent<{ orderId: string; patientId: string }>
    'visit-order-closed': CustomEvent<{ patientId: string }>
    'visit-lab-reviewed': CustomEvent<{ resultId: string }>
  }
}

/** Milliseconds between two updates of the deadlines, which are in whole minutes. */
const clockIntervalMs = 15_000

/**
 * Laboratory orders and results of a patient. Without a patient, the inbox of results for the signed-in clinician to review.
 *
 * @fires visit-lab-ordered - {CustomEvent<{ orderId: string, patientId: string }>} An order was placed.
 * @fires visit-order-closed - {CustomEvent<{ patientId: string }>} With `compose`: the form was sent or closed.
 * @fires visit-lab-reviewed - {CustomEvent<{ resultId: string }>} A result was reviewed.
 * @csspart heading - The heading.
 */
export class VisitLabOrders extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    workspaceStyles,
    tableStyles,
    plotStyles,
    linePlotStyles,
    labOrdersStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitId: { attribute: 'visit-id' },
    compose: { type: Boolean },
    diagnoses: { attribute: false },
    tests: { attribute: false },
  }
  static override restartOn = ['patientId']

  /** The patient's id. If it is left out, the clinician's inbox is shown. */
  declare patientId: string | undefined
  /** The id of the visit for new orders. If it is left out, they belong to no visit. */
  declare visitId: string | undefined
  /** Shows only the form of a new order, e.g. within a note. */
  declare compose: boolean
  /** The diagnoses that are offered to a new order; the only one is chosen. Default: those of the visit's note. */
  declare diagnoses: readonly ChosenDiagnosis[] | undefined
  /** Codes of the tests with which a new order begins. */
  declare tests: readonly string[] | undefined

  #t = this.language.bundle(labOrdersMessages)
  #shown = new Loader<Labs>(this)
  #older: readonly LabResult[] = []
  #olderCursor: string | null = null
  #more = new Loader<unknown>(this)
  #patient = new PatientLabel(this)
  /** Results that the person expanded or collapsed. */
  #toggled = new Map<string, boolean>()
  #reviews = new Reviews(this, () => this.client)
  #files = resultFiles(this, this.#t, () => this.client)
  #refresh: (() => void) | null = null
  #acts = new RowActions(
    this,
    this.#t,
    () => this.client,
    () => this.#refresh?.(),
  )
  #ordering = new OrderPanel(this, this.#t, () => this.client, {
    placed: ({ id, patientId }) => {
      this.#refresh?.()
      emit(this, 'visit-lab-ordered', { orderId: id, patientId })
    },
    closed: () => {
      if (this.compose && this.patientId) emit(this, 'visit-order-closed', { patientId: this.patientId })
    },
  })
  #matching = new MatchPanel(this, this.#t, () => this.client, this.#acts)

  constructor() {
    super()
    this.compose = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId } = this
    this.#clear()
    const clock = setInterval(() => this.requestUpdate(), clockIntervalMs)
    signal.addEventListener('abort', () => clearInterval(clock), { once: true })
    if (patientId) this.#patient.open(client, patientId, signal)
    else this.#patient.reset()
    const reading = this.#shown.run(async () => {
      const watch = client.watch(
        (reading) => (patientId ? labsOfPatient(client, patientId, reading) : labInbox(client, reading)),
        { on: ['lab-order.changed', 'lab-result.changed'], ...(patientId && { ids: { patientId } }), signal },
      )
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (changed) => this.#shown.set(changed))
    })
    if (this.compose) void reading.then((labs) => labs && this.#ordering.open())
  }

  #clear(): void {
    this.#older = []
    this.#olderCursor = null
    this.#toggled.clear()
    const parts = [this.#more, this.#acts, this.#ordering, this.#matching, this.#reviews, this.#files]
    for (const part of parts) part.reset()
  }

  protected override wipe(): void {
    this.#shown.reset()
    this.#patient.reset()
    this.#clear()
    this.announce('')
  }

  async #cancel({ id }: LabOrder): Promise<void> {
    if (await this.#acts.run(id, (client) => client.labs.cancelOrder(id))) {
      this.announce(this.#t('cancelled'))
      await moveFocus(this, '#new')
    }
  }

  async #acknowledge({ id, version }: LabResult): Promise<void> {
    if (!(await this.#acts.run(id, (client) => client.labs.acknowledge(id, { version })))) return
    this.announce(this.#t('acknowledgedDone'))
    await moveFocus(this, `[id="result-${id}-name"]`)
  }

  async #review({ id, version }: LabResult): Promise<void> {
    const { comment, release } = this.#reviews.get(id)
    const text = comment.trim()
    const reviewed = await this.#acts.run(id, (client) =>
      client.labs.review(id, { version, release, ...(text && { comment: text }) }),
    )
    if (!reviewed) return
    this.#reviews.sent(id)
    this.#toggled.delete(id)
    emit(this, 'visit-lab-reviewed', { resultId: id })
    this.announce(this.#t('reviewedDone'))
    // In the inbox the row disappears; the focus goes to the heading.
    await moveFocus(this, this.patientId ? `[id="result-${id}-name"]` : '#heading')
  }

  #showOlder(cursor: string): void {
    const { client, patientId } = this
    if (!client) return
    void this.#more.run(async (signal) => {
      const { items, nextCursor } = await moreResults(client, patientId, cursor, { signal })
      this.#older = [...this.#older, ...items]
      this.#olderCursor = nextCursor ?? 'end'
      return items
    })
  }

  /** Expanded by default: critical results, and, in a patient's own list, those to review. */
  #isOpen({ id, critical, reviewedAt, correctedAfterReview }: LabResult): boolean {
    const needsReview = !reviewedAt || correctedAfterReview
    return this.#toggled.get(id) ?? (needsReview && (Boolean(critical) || Boolean(this.patientId)))
  }

  #results(results: readonly LabResult[], rowProblem: RowProblem | null): TemplateResult {
    const t = this.#t
    return html`<ul class="rows">
      ${repeat(
        results,
        ({ id }) => id,
        (result, index) => {
          const [{ id }, isOpen] = [result, this.#isOpen(result)]
          return resultCard({
            t,
            format: this.format,
            now: Date.now(),
            result,
            withPatient: !this.patientId,
            isOpen,
            // The inbox contains results of many people, and of each only those to review.
            previous: isOpen && this.patientId ? previousValues(result, results.slice(index + 1)) : new Map(),
            known: this.patientId ? results : [],
            review: this.#reviews.get(id),
            busy: this.#acts.busy === id,
            problem: rowProblem?.id === id ? rowProblem.view : null,
            fileOf: (observation) => this.#files.view(result, observation),
            onToggle: () => {
              this.#toggled.set(id, !isOpen)
              this.requestUpdate()
            },
            keptComment: () => this.#reviews.keep(result),
            onReviewInput: (review) => this.#reviews.set(id, review),
            onAcknowledge: () => void this.#acknowledge(result),
            onReview: () => void this.#review(result),
          })
        },
      )}
    </ul>`
  }

  #moreButton(cursor: string | null): TemplateResult | typeof nothing {
    if (!cursor || cursor === 'end') return nothing
    const { problem } = this.#more
    return html`<div class="more">
      ${problem ? problemView(this, problem) : nothing}
      <button class="btn small" type="button" @click=${() => this.#showOlder(cursor)}>${this.#t('older')}</button>
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#shown
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    if (this.compose) return html`<div class="card">${this.#ordering.render(this.#patient)}</div>`
    const { orders, results, resultsCursor, unmatched } = now.value
    const known = new Set(results.map(({ id }) => id))
    const all = [...results, ...this.#older.filter(({ id }) => !known.has(id))]
    const { rowProblem } = this.#acts
    const hasRow = rowProblem && [...all, ...orders, ...unmatched].some(({ id }) => id === rowProblem.id)
    const { patientId } = this
    return html`<div class="card">
      <div class="row between wrap head">
        <div class="tight">
          <h2 id="heading" part="heading" tabindex="-1">${t(patientId ? 'heading' : 'inboxHeading')}</h2>
          ${this.#patient.render()}
        </div>
        ${
          patientId
            ? html`<button
                class="btn small ${this.#ordering.isOpen ? '' : 'primary'}"
                id="new"
                type="button"
                aria-expanded=${this.#ordering.isOpen ? 'true' : 'false'}
                @click=${() => void this.#ordering.open()}
              >
                ${t('newOrder')}
              </button>`
            : nothing
        }
      </div>
      ${rowProblem && !hasRow ? html`<div class="notice">${rowProblem.view}</div>` : nothing}
      ${this.#ordering.render(this.#patient)}
      ${
        patientId
          ? html`<section class="part" aria-labelledby="results">
                <h3 id="results">${t('results')}</h3>
                ${all.length === 0 ? html`<p class="small muted">${t('noResults')}</p>` : this.#results(all, rowProblem)}
              </section>
              ${this.#moreButton(this.#olderCursor ?? resultsCursor)}
              ${orderList({
                t,
                format: this.format,
                orders,
                busy: this.#acts.busy,
                rowProblem,
                onCancel: (order) => void this.#cancel(order),
              })}`
          : html`<div class="part">
                ${
                  all.length === 0
                    ? html`<div class="tight">
                        <p><b>${t('inboxEmptyHeading')}</b></p>
                        <p class="muted">${t('inboxEmptyText')}</p>
                      </div>`
                    : this.#results(all, rowProblem)
                }
              </div>
              ${this.#moreButton(this.#olderCursor ?? resultsCursor)}
              ${unmatched.length > 0 ? this.#matching.render(unmatched, Date.now()) : nothing}`
      }
    </div>`
  }
}
