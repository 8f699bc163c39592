import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import type { Pharmacy, PharmacyRequest, Prescription, PrescriptionPattern, VisitClient } from '@visitkit/sdk'
import type { ChosenDiagnosis } from '../core/diagnosis-search.ts'
import { emit } from '../core/emit.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { loadModule } from '../core/load-module.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { PatientLabel } from '../core/patient-label.ts'
import { problemView } from '../core/problem-view.ts'
import { RowActions } from '../core/row-actions.ts'
import { workspaceStyles } from '../core/styles/workspace.ts'
import { VisitElement } from '../core/visit-element.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { emptyDecision, decisionBody, pharmacyRequests, type RequestDecision } from './pharmacy-requests.ts'
import type { PrescriptionPanel } from './prescription-panel.ts'
import type { PharmacyCall } from './attention-view.ts'
import { prescriptionList, type CancelReason } from './prescription-list.ts'
import { prescriptionPadMessages } from './prescription-pad.messages.ts'
import { prescriptionFieldsStyles } from './prescription-fields.styles.ts'
import { prescriptionPadStyles } from './prescription-pad.styles.ts'
import { loadPrescriptions, type LoadedPrescriptions } from './load-prescriptions.ts'
import { OlderPrescriptions } from './older-prescriptions.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-prescription-signed': CustomEvent<{ prescriptionId: string; patientId: string }>
  }
}

/**
 * A patient's prescriptions with the pharmacies' responses, and the form for a new one. Updates live.
 *
 * @fires visit-prescription-signed - {CustomEvent<{ prescriptionId: string, patientId: string }>} A prescription was signed and is being
 *   sent.
 * @fires visit-order-closed - {CustomEvent<{ patientId: string }>} With `compose`: the form was sent, kept or closed.
 * @csspart heading - The heading.
 */
export class VisitPrescriptionPad extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    workspaceStyles,
    prescriptionFieldsStyles,
    prescriptionPadStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitId: { attribute: 'visit-id' },
    prescriptionId: { attribute: 'prescription-id' },
    compose: { type: Boolean },
    diagnoses: { attribute: false },
    pattern: { attribute: false },
  }
  static override restartOn = ['patientId', 'prescriptionId']

  /** The patient's id. */
  declare patientId: string
  /** The id of the visit for new prescriptions. If it is left out, they belong to no visit. */
  declare visitId: string | undefined
  /** The id of a draft that is open at first, e.g. of a refill. Default: none. */
  declare prescriptionId: string | undefined
  /** Shows only the form of a new prescription, e.g. within a note. */
  declare compose: boolean
  /** The diagnoses that are offered to a new prescription; the only one is chosen. Default: those of the visit's note. */
  declare diagnoses: readonly ChosenDiagnosis[] | undefined
  /** What a new prescription begins with. */
  declare pattern: PrescriptionPattern | undefined

  #t = this.language.bundle(prescriptionPadMessages)
  #shown = new Loader<LoadedPrescriptions>(this)
  #older = new OlderPrescriptions(this)
  #patient = new PatientLabel(this)
  #keys = new IdempotencyKeys()
  #cancelling: string | null = null
  #call: PharmacyCall | null = null
  #cancelReason: CancelReason = 'error'
  #answers = new Map<string, RequestDecision>()
  /** The form's panel. Loaded later, because few readers of the list prescribe at once. */
  #desk: PrescriptionPanel | null = null
  #loadingPanel = new Loader<PrescriptionPanel>(this)
  #opening = new Loader<Prescription>(this)
  /** The draft to open in it; null for a new one. */
  #wanted: Prescription | null = null
  #refresh: (() => void) | null = null
  #acts = new RowActions(
    this,
    this.#t,
    () => this.client,
    () => this.#refresh?.(),
  )

  constructor() {
    super()
    this.patientId = ''
    this.compose = false
  }

  /** The pharmacy of the patient's latest prescription that has one. */
  get latestPharmacy(): Pharmacy | null {
    return this.#shown.value?.prescriptions.find(({ pharmacy }) => pharmacy !== null)?.pharmacy ?? null
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId } = this
    if (!patientId) return
    this.#clear()
    this.#patient.open(client, patientId, signal)
    const reading = this.#shown.run(async () => {
      const watch = client.watch((reading) => loadPrescriptions(client, patientId, reading), {
        on: ['prescription.changed'],
        ids: { patientId },
        signal,
      })
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (changed) => this.#shown.set(changed))
    })
    // The latest pharmacy is known then.
    if (this.compose) void reading.then((list) => list && this.#open(null))
    else if (this.prescriptionId) void this.#openDraft(client, this.prescriptionId, signal)
    this.#fetchDesk().catch(() => undefined) // reported when the button is pressed
  }

  #clear(): void {
    this.#desk?.close()
    this.#loadingPanel.reset()
    this.#opening.reset()
    this.#acts.reset()
    this.#older.reset()
    this.#keys.done()
    this.#answers.clear()
    this.#cancelling = this.#wanted = this.#call = null
  }

  protected override wipe(): void {
    this.#shown.reset()
    this.#patient.reset()
    this.#clear()
    this.#desk?.reset()
    this.announce('')
  }

  /** Loaded while there is a connection, and again when the person wants to prescribe. */
  async #fetchDesk(): Promise<PrescriptionPanel> {
    const { PrescriptionPanel: Panel } = await loadModule(import('./prescription-panel.ts'))
    this.#desk ??= new Panel(
      this,
      this.#t,
      () => this.client,
      () => this.#refresh?.(),
      () => this.#left(),
    )
    await this.language.ready
    return this.#desk
  }

  #left(): void {
    if (this.compose) emit(this, 'visit-order-closed', { patientId: this.patientId })
  }

  async #openDraft(client: VisitClient, id: string, signal: AbortSignal): Promise<void> {
    const panel = await this.#loadingPanel.run(() => this.#fetchDesk())
    const stored = panel && (await this.#opening.run(() => client.prescriptions.get(id, { signal })))
    if (stored?.status === 'draft') await this.#open(stored)
  }

  async #open(stored: Prescription | null): Promise<void> {
    this.#wanted = stored
    const panel = await this.#loadingPanel.run(() => this.#fetchDesk())
    await panel?.open(stored)
  }

  /** The keys of a completed action are not used again. */
  async #act<T>(rowId: string, work: (client: VisitClient) => Promise<T>): Promise<T | undefined> {
    const done = await this.#acts.run(rowId, work)
    if (done !== undefined) this.#keys.done()
    return done
  }

  async #answer(request: PharmacyRequest, decision: 'approved' | 'denied'): Promise<void> {
    const answer = this.#answers.get(request.id) ?? emptyDecision(request)
    const body = decisionBody(request, decision, answer)
    if (!body || (decision === 'approved' && answer.prompt !== 'question')) {
      this.#answers.set(request.id, { ...answer, prompt: body ? 'question' : 'fault' })
      this.requestUpdate()
      return moveFocus(this, `[id="${body ? 'ask' : 'refills'}-${request.id}"]`)
    }
    const answered = await this.#act(request.id, (client) =>
      client.prescriptions.respond(request.id, body, this.#keys.for('answer', [request.id, body])),
    )
    if (!answered) return
    this.#answers.delete(request.id)
    this.announce(this.#t(`answered_${decision}`))
    await moveFocus(this, '#new')
  }

  async #cancel(one: Prescription): Promise<void> {
    const cancelled = await this.#act(one.id, (client) =>
      client.prescriptions.cancel(one.id, { reason: this.#cancelReason }, this.#keys.for('cancel', one.id)),
    )
    if (!cancelled) return
    this.#cancelling = null
    this.announce(this.#t('tell_cancel-requested'))
    await moveFocus(this, '#new')
  }

  async #askCancel(one: Prescription | null): Promise<void> {
    const before = this.#cancelling
    this.#cancelling = one?.id ?? null
    this.#cancelReason = 'error'
    this.#acts.reset()
    this.requestUpdate()
    await moveFocus(this, one ? '#cancel-reason' : `[id="cancel-${before}"]`)
  }

  async #askCall(one: Prescription | null): Promise<void> {
    const before = this.#call
    this.#call = one && { id: one.id, agreed: '', isMissing: false }
    this.#acts.reset()
    this.requestUpdate()
    await moveFocus(this, one ? '#call-agreed' : `[id="call-${before?.id}"]`)
  }

  async #called({ id, needsAttention }: Prescription): Promise<void> {
    const agreed = this.#call?.agreed.trim() ?? ''
    this.#call = { id, agreed, isMissing: agreed === '' }
    this.requestUpdate()
    if (agreed === '') return moveFocus(this, '#call-agreed')
    const body = { agreed, ...(needsAttention && { attention: needsAttention }) }
    const done = await this.#act(id, (client) =>
      client.prescriptions.recordCall(id, body, this.#keys.for('call', [id, body])),
    )
    if (!done) return
    this.#call = null
    this.announce(this.#t('attentionSaved'))
    await moveFocus(this, '#new')
  }

  async #renew(one: Prescription): Promise<void> {
    const renewed = await this.#act(one.id, (client) =>
      client.prescriptions.renew(one.id, this.#keys.for('renew', one.id)),
    )
    if (renewed) await this.#open(renewed)
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#shown
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready') return loadingRows(t('loading'), 'card pad stack')
    const { prescriptions, nextCursor, requests } = now.value
    const panel = this.#desk
    // The draft in the form is not shown in the list.
    const all = this.#older.after(prescriptions).filter(({ id }) => id !== panel?.writer.storedId)
    const isWriting = panel?.writer.isOpen ?? false
    const { busy, rowProblem } = this.#acts
    if (this.compose && !this.#loadingPanel.problem)
      return html`<div class="card">${isWriting ? panel?.render(this.#patient) : nothing}</div>`
    const isShown = rowProblem && [...all, ...requests].some(({ id }) => id === rowProblem.id)
    return html`<div class="card">
      <div class="row between wrap head">
        <div class="tight">
          <h2 part="heading">${t('heading')}</h2>
          ${this.#patient.render()}
        </div>
        <button
          class="btn ${isWriting ? '' : 'primary'} small"
          id="new"
          type="button"
          aria-expanded=${isWriting ? 'true' : 'false'}
          @click=${() => void (isWriting ? moveFocus(this, '#medicine, #form') : this.#open(null))}
        >
          ${t('newOne')}
        </button>
      </div>
      ${
        this.#loadingPanel.problem
          ? html`<div class="notice">
              ${problemView(this, this.#loadingPanel.problem, { retry: () => void this.#open(this.#wanted) })}
            </div>`
          : nothing
      }
      ${rowProblem && !isShown ? html`<div class="notice">${rowProblem.view}</div>` : nothing}
      ${
        requests.length > 0
          ? pharmacyRequests({
              t,
              format: this.format,
              requests,
              who: this.#patient.render(),
              decisions: this.#answers,
              busy,
              rowProblem,
              onInput: (id, answer) => {
                this.#answers.set(id, answer)
                this.requestUpdate()
              },
              onDecide: (request, decision) => void this.#answer(request, decision),
            })
          : nothing
      }
      ${isWriting ? panel?.render(this.#patient) : nothing}
      ${prescriptionList({
        t,
        format: this.format,
        prescriptions: all,
        cancelling: this.#cancelling,
        cancelReason: this.#cancelReason,
        busy,
        rowProblem,
        call: this.#call,
        onCall: (one) => void this.#askCall(one),
        onAgreed: (agreed) => {
          if (this.#call) this.#call = { ...this.#call, agreed }
        },
        onCalled: (one) => void this.#called(one),
        onContinue: (one) => void this.#open(one),
        onDiscard: (one) => void this.#act(one.id, (client) => client.prescriptions.discard(one.id)),
        onRenew: (one) => void this.#renew(one),
        onCancel: (one) => void this.#askCancel(one),
        onCancelReason: (reason) => {
          this.#cancelReason = reason
          this.requestUpdate()
        },
        onCancelNow: (one) => void this.#cancel(one),
      })}
      ${this.#older.more(t('olderOnes'), nextCursor, (cursor) => this.#older.show(this.client, this.patientId, cursor))}
    </div>`
  }
}
