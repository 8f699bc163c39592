import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type {
  DiagnosisCode,
  LabOrder,
  LabResult,
  LabTest,
  PatientSummary,
  UnmatchedResult,
  VisitClient,
} from '@visitkit/sdk'
import { ActKeys } from '../core/act-keys.ts'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { SearchBox } from '../core/search-box.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { denseStyles } from '../core/styles/dense.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { searchBoxStyles } from '../core/styles/search-box.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { tableStyles } from '../core/styles/table.ts'
import { VisitElement } from '../core/visit-element.ts'
import { labOrdersMessages } from './lab-orders.messages.ts'
import { labOrdersStyles } from './lab-orders.styles.ts'
import {
  bodyOfOrder,
  emptyOrder,
  orderFaults,
  withDiagnosis,
  withoutTest,
  withTest,
  type OrderDraft,
} from './order-draft.ts'
import { orderForm } from './order-form.ts'
import { orderList } from './order-list.ts'
import { labInbox, labsOfPatient, moreResults, type Labs } from './read-labs.ts'
import { emptyReview, resultCard, type ReviewDraft } from './result-card.ts'
import { unmatchedList, type Candidate } from './unmatched-list.ts'
import { valuesBefore } from './values-before.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-lab-ordered': CustomEvent<{ orderId: string; patientId: string }>
    'visit-lab-reviewed': CustomEvent<{ resultId: string }>
  }
}

/** Milliseconds between two drawings of the clocks, which are whole minutes. */
const minuteHand = 15_000

/** What went wrong with one order or result. */
interface Trouble {
  readonly id: string
  readonly view: TemplateResult
}

/**
 * Laboratory orders and results of a patient; without one, the inbox of results that wait for the signed-in clinician.
 *
 * @fires visit-lab-ordered - {CustomEvent<{ orderId: string, patientId: string }>} An order was placed.
 * @fires visit-lab-reviewed - {CustomEvent<{ resultId: string }>} A result was reviewed.
 * @csspart heading - The heading.
 */
export class VisitLabOrders extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    searchBoxStyles,
    skeletonStyles,
    tableStyles,
    denseStyles,
    labOrdersStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitId: { attribute: 'visit-id' },
  }
  static override restartOn = ['patientId']

  /** Whose orders and results; left out, what waits for the clinician. */
  declare patientId: string | undefined
  /** The visit in which orders are placed; left out, they belong to none. */
  declare visitId: string | undefined

  #t = this.language.bundle(labOrdersMessages)
  #shown = new Loader<Labs>(this)
  #older: readonly LabResult[] = []
  #olderCursor: string | null = null
  #more = new Loader<unknown>(this)
  #placing = new Loader<LabOrder>(this)
  #acting = new Loader<unknown>(this)
  #keys = new ActKeys()
  /** Id of the order or result that `#acting` is about. */
  #about: string | null = null
  #draft: OrderDraft | null = null
  #showsFaults = false
  /** Results that a person opened or closed. */
  #toggled = new Map<string, boolean>()
  #reviews = new Map<string, ReviewDraft>()
  #compared: string | null = null
  #candidates = new Loader<Candidate>(this)
  #chosen: string | null = null
  #refresh: (() => void) | null = null
  #clock: ReturnType<typeof setInterval> | undefined
  #tests = new SearchBox<LabTest>(this, {
    find: async (search, signal) => (await this.client?.labs.tests({ search, limit: 20 }, { signal }))?.items ?? [],
    picked: (test) => this.#write((draft) => withTest(draft, test)),
  })
  #diagnoses = new SearchBox<DiagnosisCode>(this, {
    find: async (search, signal) => (await this.client?.notes.diagnosisCodes({ search }, { signal }))?.items ?? [],
    picked: (diagnosis) => this.#write((draft) => withDiagnosis(draft, diagnosis)),
  })
  #patients = new SearchBox<PatientSummary>(this, {
    find: async (text, signal) => {
      const by = /\d/.test(text) ? { recordNumber: text } : { family: text }
      return (await this.client?.patients.search(by, { limit: 20 }, { signal }).page())?.items ?? []
    },
    picked: ({ id }) => this.#ordersOf(id),
  })

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId } = this
    this.#forget()
    clearInterval(this.#clock)
    this.#clock = setInterval(() => this.requestUpdate(), minuteHand)
    void this.#shown.run(async () => {
      const watch = client.watch(
        (reading) => (patientId ? labsOfPatient(client, patientId, reading) : labInbox(client, reading)),
        { on: ['lab-order.changed', 'lab-result.changed'], ...(patientId && { ids: { patientId } }), signal },
      )
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (changed) => this.#shown.set(changed))
    })
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#clock)
  }

  #forget(): void {
    this.#draft = null
    this.#showsFaults = false
    this.#older = []
    this.#olderCursor = this.#about = this.#compared = this.#chosen = null
    this.#toggled.clear()
    this.#reviews.clear()
    this.#keys.done()
    for (const work of [this.#more, this.#placing, this.#acting, this.#candidates]) work.reset()
    for (const box of [this.#tests, this.#diagnoses, this.#patients]) box.clear()
  }

  protected override wipe(): void {
    this.#shown.reset()
    this.#forget()
    this.announce('')
  }

  #write(change: (draft: OrderDraft) => OrderDraft): void {
    if (this.#draft) this.#draft = change(this.#draft)
    this.requestUpdate()
  }

  async #openForm(isOpen: boolean): Promise<void> {
    this.#draft = isOpen ? (this.#draft ?? emptyOrder) : null
    this.#showsFaults = false
    this.#placing.reset()
    await moveFocus(this, isOpen ? '#add-test' : '#new')
  }

  async #place(): Promise<void> {
    const { client, patientId } = this
    const draft = this.#draft
    if (!client || !patientId || !draft || this.#placing.busy) return
    const [first] = orderFaults(draft)
    this.#showsFaults = first !== undefined
    this.requestUpdate()
    if (first === 'tests') return moveFocus(this, '#add-test')
    if (first === 'diagnoses') return moveFocus(this, '#add-diagnosis')
    if (first) return moveFocus(this, `[id="answer-${first.replace('/', '-')}"]`)
    const body = bodyOfOrder(draft, this.visitId)
    // After a lost answer the same order must not reach the laboratory twice.
    const placed = await this.#placing.run(() => client.labs.order(patientId, body, this.#keys.for('order', body)))
    if (!placed) return
    this.#keys.done()
    this.#refresh?.()
    emit(this, 'visit-lab-ordered', { orderId: placed.id, patientId: placed.patientId })
    await this.#openForm(false)
    this.announce(this.#t('placed'))
  }

  /** One act on one row; its refusal is told there. */
  async #act<T>(about: string, work: (client: VisitClient) => Promise<T>): Promise<T | undefined> {
    const { client } = this
    if (!client || this.#acting.busy) return undefined
    this.#about = about
    const done = (await this.#acting.run(() => work(client))) as T | undefined
    this.#refresh?.()
    return done
  }

  async #cancel({ id }: LabOrder): Promise<void> {
    if (await this.#act(id, (client) => client.labs.cancelOrder(id))) {
      this.announce(this.#t('cancelled'))
      await moveFocus(this, '#new')
    }
  }

  async #acknowledge({ id }: LabResult): Promise<void> {
    if (!(await this.#act(id, (client) => client.labs.acknowledge(id)))) return
    this.announce(this.#t('acknowledgedDone'))
    await moveFocus(this, `[id="result-${id}-name"]`)
  }

  async #review({ id, version }: LabResult): Promise<void> {
    const { comment, release } = this.#reviews.get(id) ?? emptyReview
    const text = comment.trim()
    const reviewed = await this.#act(id, (client) =>
      client.labs.review(id, { version, release, ...(text && { comment: text }) }),
    )
    if (!reviewed) return
    this.#reviews.delete(id)
    this.#toggled.delete(id)
    emit(this, 'visit-lab-reviewed', { resultId: id })
    this.announce(this.#t('reviewedDone'))
    // In the inbox the row goes away; the next one is found from the heading.
    await moveFocus(this, this.patientId ? `[id="result-${id}-name"]` : '#heading')
  }

  #compare({ id, patientId }: UnmatchedResult): void {
    this.#compared = this.#compared === id ? null : id
    this.#chosen = null
    this.#patients.clear()
    this.#candidates.reset()
    if (this.#compared && patientId) this.#ordersOf(patientId)
    void moveFocus(this, '#find-patient')
  }

  #ordersOf(patientId: string): void {
    const { client } = this
    if (!client) return
    this.#chosen = null
    void this.#candidates.run(async (signal) => {
      const [patient, { items }] = await Promise.all([
        client.patients.get(patientId, { signal }),
        client.labs.ordersOfPatient(patientId, {}, { signal }).page(),
      ])
      return { patient, orders: items }
    })
  }

  async #decide({ id }: UnmatchedResult, decision: 'match' | 'return'): Promise<void> {
    const orderId = this.#chosen
    if (decision === 'match' && !orderId) return moveFocus(this, '[name=order]')
    const done = await this.#act<unknown>(id, (client) =>
      decision === 'match' && orderId ? client.labs.match(id, { orderId }) : client.labs.returnResult(id),
    )
    if (!done) return
    this.#compared = this.#chosen = null
    this.#candidates.reset()
    this.announce(this.#t(decision === 'match' ? 'matched' : 'returned'))
    await moveFocus(this, '#heading')
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

  get #trouble(): Trouble | null {
    const { problem } = this.#acting
    return problem && this.#about ? { id: this.#about, view: problemView(this, problem, { texts: this.#t }) } : null
  }

  /** Open unless somebody closed it: what is critical, and, in a patient's own list, what waits for a review. */
  #isOpen({ id, critical, reviewedAt, correctedAfterReview }: LabResult): boolean {
    const waits = !reviewedAt || correctedAfterReview
    return this.#toggled.get(id) ?? (waits && (Boolean(critical) || Boolean(this.patientId)))
  }

  #results(results: readonly LabResult[], trouble: Trouble | null): TemplateResult {
    const t = this.#t
    return html`<ul class="rows">
      ${repeat(
        results,
        ({ id }) => id,
        (result, index) => {
          const { id } = result
          const isOpen = this.#isOpen(result)
          return resultCard({
            t,
            format: this.format,
            now: Date.now(),
            result,
            withPatient: !this.patientId,
            isOpen,
            // The inbox holds results of many people, and of each only what waits.
            earlier: isOpen && this.patientId ? valuesBefore(result, results.slice(index + 1)) : new Map(),
            review: this.#reviews.get(id) ?? emptyReview,
            busy: this.#acting.busy && this.#about === id,
            trouble: trouble?.id === id ? trouble.view : null,
            onToggle: () => {
              this.#toggled.set(id, !isOpen)
              this.requestUpdate()
            },
            onReviewInput: (review) => {
              this.#reviews.set(id, review)
              this.requestUpdate()
            },
            onAcknowledge: () => void this.#acknowledge(result),
            onReview: () => void this.#review(result),
          })
        },
      )}
    </ul>`
  }

  #form(draft: OrderDraft): TemplateResult {
    const t = this.#t
    const { busy, problem } = this.#placing
    return orderForm({
      t,
      tag: this.language.tag,
      draft,
      faults: this.#showsFaults ? orderFaults(draft) : [],
      tests: this.#tests,
      diagnoses: this.#diagnoses,
      busy,
      problem: problem ? problemView(this, problem, { texts: t }) : null,
      onChange: (changed) => this.#write(() => changed),
      onRemoveTest: (code) => {
        this.#write((now) => withoutTest(now, code))
        void moveFocus(this, '#add-test')
      },
      onRemoveDiagnosis: (code) => {
        this.#write((now) => ({ ...now, diagnoses: now.diagnoses.filter((one) => one.code !== code) }))
        void moveFocus(this, '#add-diagnosis')
      },
      onPlace: () => void this.#place(),
      onClose: () => void this.#openForm(false),
    })
  }

  #unmatched(results: readonly UnmatchedResult[], trouble: Trouble | null): TemplateResult {
    return unmatchedList({
      t: this.#t,
      format: this.format,
      results,
      compared: this.#compared,
      candidate: this.#candidates.value,
      patients: this.#patients,
      chosen: this.#chosen,
      busy: this.#acting.busy ? this.#about : null,
      trouble,
      problem: this.#candidates.problem ? problemView(this, this.#candidates.problem) : null,
      onCompare: (result) => this.#compare(result),
      onChoose: (orderId) => {
        this.#chosen = orderId
        this.requestUpdate()
      },
      onMatch: (result) => void this.#decide(result, 'match'),
      onReturn: (result) => void this.#decide(result, 'return'),
    })
  }

  #moreButton(cursor: string | null): TemplateResult | typeof nothing {
    if (!cursor || cursor === 'end') return nothing
    return html`<div class="more">
      ${this.#more.problem ? problemView(this, this.#more.problem) : nothing}
      <button class="btn small" type="button" @click=${() => this.#showOlder(cursor)}>${this.#t('older')}</button>
    </div>`
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#shown
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready')
      return html`<div class="card pad stack" aria-busy="true">
        <p class="unseen" role="status">${t('loading')}</p>
        <span class="bone title half"></span><span class="bone target"></span><span class="bone target"></span>
      </div>`
    const { orders, results, resultsCursor, unmatched } = now.value
    const known = new Set(results.map(({ id }) => id))
    const all = [...results, ...this.#older.filter(({ id }) => !known.has(id))]
    const trouble = this.#trouble
    const hasRow = trouble && [...all, ...orders, ...unmatched].some(({ id }) => id === trouble.id)
    const { patientId } = this
    return html`<div class="card">
      <div class="row between wrap head">
        <h2 id="heading" part="heading" tabindex="-1">${t(patientId ? 'heading' : 'inboxHeading')}</h2>
        ${
          patientId
            ? html`<button
                class="btn small ${this.#draft ? '' : 'primary'}"
                id="new"
                type="button"
                aria-expanded=${this.#draft ? 'true' : 'false'}
                @click=${() => void this.#openForm(true)}
              >
                ${t('newOrder')}
              </button>`
            : nothing
        }
      </div>
      ${trouble && !hasRow ? html`<div class="notice">${trouble.view}</div>` : nothing}
      ${this.#draft ? this.#form(this.#draft) : nothing}
      ${
        patientId
          ? html`<section class="part" aria-labelledby="results">
                <h3 id="results">${t('results')}</h3>
                ${all.length === 0 ? html`<p class="small muted">${t('noResults')}</p>` : this.#results(all, trouble)}
              </section>
              ${this.#moreButton(this.#olderCursor ?? resultsCursor)}
              ${orderList({
                t,
                format: this.format,
                orders,
                busy: this.#acting.busy ? this.#about : null,
                trouble,
                onCancel: (order) => void this.#cancel(order),
              })}`
          : html`<div class="part">
                ${
                  all.length === 0
                    ? html`<div class="tight">
                        <p><b>${t('inboxEmptyHeading')}</b></p>
                        <p class="muted">${t('inboxEmptyText')}</p>
                      </div>`
                    : this.#results(all, trouble)
                }
              </div>
              ${this.#moreButton(this.#olderCursor ?? resultsCursor)}
              ${unmatched.length > 0 ? this.#unmatched(unmatched, trouble) : nothing}`
      }
    </div>`
  }
}
