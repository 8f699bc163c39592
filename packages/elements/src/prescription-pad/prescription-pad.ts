import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { DiagnosisCode, Medication, Pharmacy, PharmacyRequest, Prescription, VisitClient } from '@visitkit/sdk'
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
import { VisitElement } from '../core/visit-element.ts'
import { emptyAnswer, pharmacyRequests, type RequestAnswer } from './pharmacy-requests.ts'
import { faultsOf } from './prescription-draft.ts'
import { prescriptionForm, signQuestion } from './prescription-form.ts'
import { prescriptionList, type CancelReason } from './prescription-list.ts'
import { prescriptionPadMessages } from './prescription-pad.messages.ts'
import { prescriptionPadStyles } from './prescription-pad.styles.ts'
import { PrescriptionWriter } from './prescription-writer.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-prescription-signed': CustomEvent<{ prescriptionId: string; patientId: string }>
  }
}

interface Shown {
  readonly prescriptions: readonly Prescription[]
  readonly nextCursor: string | null
  /** Of pharmacies, about this patient. */
  readonly requests: readonly PharmacyRequest[]
}

/**
 * A patient's prescriptions with what the pharmacy says, and the form for another one. Follows them live.
 *
 * @fires visit-prescription-signed - {CustomEvent<{ prescriptionId: string, patientId: string }>} A prescription was signed and is on its way.
 * @csspart heading - The heading.
 */
export class VisitPrescriptionPad extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    searchBoxStyles,
    skeletonStyles,
    denseStyles,
    prescriptionPadStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    visitId: { attribute: 'visit-id' },
  }
  static override restartOn = ['patientId']

  /** Whose prescriptions. */
  declare patientId: string
  /** The visit in which new ones are written; left out, they belong to none. */
  declare visitId: string | undefined

  #t = this.language.bundle(prescriptionPadMessages)
  #shown = new Loader<Shown>(this)
  /** Older pages that were asked for. */
  #older: readonly Prescription[] = []
  #olderCursor: string | null = null
  #more = new Loader<unknown>(this)
  #acting = new Loader<unknown>(this)
  #keys = new ActKeys()
  /** Id of the prescription or request that `#acting` is about. */
  #about: string | null = null
  #cancelling: string | null = null
  #cancelReason: CancelReason = 'error'
  #answers = new Map<string, RequestAnswer>()
  #favourites: readonly Medication[] = []
  #writer = new PrescriptionWriter(this)
  #refresh: (() => void) | null = null
  #medicines = new SearchBox<Medication>(this, {
    find: async (search, signal) => (await this.client?.medications.search({ search }, { signal }))?.items ?? [],
    offered: () => this.#favourites,
    picked: (medication) => void this.#choose(medication),
  })
  #diagnoses = new SearchBox<DiagnosisCode>(this, {
    find: async (search, signal) => (await this.client?.notes.diagnosisCodes({ search }, { signal }))?.items ?? [],
    picked: ({ code }) => this.#writer.change({ diagnosisCode: code }),
  })
  #pharmacies = new SearchBox<Pharmacy>(this, {
    find: async (search, signal) => (await this.client?.pharmacies.search({ search }, { signal }))?.items ?? [],
    picked: (pharmacy) => this.#writer.change({ pharmacy }),
  })

  constructor() {
    super()
    this.patientId = ''
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { patientId } = this
    if (!patientId) return
    this.#forget()
    void this.#shown.run(async () => {
      const watch = client.watch(
        async (reading): Promise<Shown> => {
          const [{ items, nextCursor }, asked] = await Promise.all([
            client.prescriptions.ofPatient(patientId, {}, reading).page(),
            // Whoever may read but not prescribe sees the list without the requests.
            client.prescriptions
              .requests({}, reading)
              .page()
              .catch(() => ({ items: [] })),
          ])
          return {
            prescriptions: items,
            nextCursor,
            requests: asked.items.filter((one) => one.patientId === patientId),
          }
        },
        { on: ['prescription.changed'], ids: { patientId }, signal },
      )
      this.#refresh = () => watch.refresh()
      return followWatch(watch, (changed) => this.#shown.set(changed))
    })
  }

  #forget(): void {
    this.#writer.close()
    this.#medicines.clear()
    this.#diagnoses.clear()
    this.#pharmacies.clear()
    this.#acting.reset()
    this.#more.reset()
    this.#keys.done()
    this.#answers.clear()
    this.#older = []
    this.#olderCursor = null
    this.#about = this.#cancelling = null
  }

  protected override wipe(): void {
    this.#shown.reset()
    this.#forget()
    this.#favourites = []
    this.announce('')
  }

  async #open(stored: Prescription | null): Promise<void> {
    const { client } = this
    this.#writer.open(stored)
    await moveFocus(this, stored ? '#form' : '#medicine')
    if (!client || this.#favourites.length > 0) return
    const favourites = await client.medications.favourites().catch(() => ({ items: [] }))
    this.#favourites = favourites.items
    if (this.renderRoot.querySelector('#medicine:focus')) this.#medicines.offerNow()
  }

  async #choose(medication: Medication): Promise<void> {
    const { client } = this
    if (!client) return
    const chosen = this.#writer.choose(client, this.patientId, medication)
    await moveFocus(this, '#dose')
    await chosen
    const count = this.#writer.draft?.alerts.length ?? 0
    if (count > 0) this.announce(this.#t('alerts', { count }))
  }

  /** Goes to the first field that needs another look; false when there is none. */
  async #stoppedByFault(): Promise<boolean> {
    const { draft } = this.#writer
    const [first] = draft ? faultsOf(draft) : []
    this.#writer.showsFaults = first !== undefined
    this.requestUpdate()
    if (first) await moveFocus(this, `[id="${first}"]`)
    return first !== undefined
  }

  async #ask(): Promise<void> {
    const { client } = this
    if (!client || (await this.#stoppedByFault())) return
    const saved = await this.#writer.save(client, this.patientId, this.visitId)
    if (!saved) return
    this.#refresh?.()
    if (await this.#stoppedByFault()) return
    this.#writer.ask(saved)
    await moveFocus(this, '#sign-question')
  }

  async #keep(): Promise<void> {
    const { client } = this
    const { draft } = this.#writer
    if (!client || !draft) return
    // A draft may lack a reason or a pharmacy, but not a number.
    const faults = faultsOf(draft)
    if (faults.some((field) => field !== 'pharmacy' && !field.startsWith('reason-')))
      return void (await this.#stoppedByFault())
    const saved = await this.#writer.save(client, this.patientId, this.visitId)
    if (!saved) return
    this.#refresh?.()
    await this.#close()
    this.announce(this.#t('draftDone'))
  }

  async #sign(): Promise<void> {
    const { client } = this
    if (!client) return
    const signed = await this.#writer.sign(client)
    if (!signed) return
    this.#refresh?.()
    emit(this, 'visit-prescription-signed', { prescriptionId: signed.id, patientId: signed.patientId })
    await this.#close()
    this.announce(this.#t('signedDone', { pharmacy: signed.pharmacy?.name ?? '' }))
  }

  async #close(): Promise<void> {
    this.#writer.close()
    await moveFocus(this, '#new')
  }

  /** One act on one row; its refusal is told there. */
  async #act<T>(about: string, work: (client: VisitClient) => Promise<T>): Promise<T | undefined> {
    const { client } = this
    if (!client || this.#acting.busy) return undefined
    this.#about = about
    const done = (await this.#acting.run(() => work(client))) as T | undefined
    if (done !== undefined) this.#keys.done()
    this.#refresh?.()
    return done
  }

  async #answer(request: PharmacyRequest, decision: 'approved' | 'denied'): Promise<void> {
    const { refills, reason } = this.#answers.get(request.id) ?? emptyAnswer
    const wanted = Number(refills)
    const body = {
      decision,
      ...(decision === 'approved' && request.kind === 'renewal' && Number.isInteger(wanted) ? { refills: wanted } : {}),
      ...(reason.trim() && { reason: reason.trim() }),
    }
    const answered = await this.#act(request.id, (client) =>
      client.prescriptions.answer(request.id, body, this.#keys.for('answer', [request.id, body])),
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
    this.#acting.reset()
    this.requestUpdate()
    await moveFocus(this, one ? '#cancel-reason' : `[id="cancel-${before}"]`)
  }

  async #renew(one: Prescription): Promise<void> {
    const renewed = await this.#act(one.id, (client) =>
      client.prescriptions.renew(one.id, this.#keys.for('renew', one.id)),
    )
    if (renewed) await this.#open(renewed)
  }

  #showOlder(cursor: string): void {
    const { client, patientId } = this
    if (!client) return
    void this.#more.run(async (signal) => {
      const { items, nextCursor } = await client.prescriptions.ofPatient(patientId, {}, { signal }).page(cursor)
      this.#older = [...this.#older, ...items]
      this.#olderCursor = nextCursor ?? 'end'
      return items
    })
  }

  #form(): TemplateResult {
    const t = this.#t
    const writer = this.#writer
    const problem = writer.problem ? problemView(this, writer.problem, { texts: t }) : null
    if (writer.asking)
      return signQuestion({
        t,
        format: this.format,
        writer,
        problem,
        onSign: () => void this.#sign(),
        onBack: () => {
          writer.back()
          void moveFocus(this, '#form')
        },
      })
    return prescriptionForm({
      t,
      format: this.format,
      writer,
      medicines: this.#medicines,
      diagnoses: this.#diagnoses,
      pharmacies: this.#pharmacies,
      problem,
      onUnchoose: () => {
        writer.unchoose()
        void moveFocus(this, '#medicine')
      },
      onSign: () => void this.#ask(),
      onKeep: () => void this.#keep(),
      onClose: () => void this.#close(),
    })
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
    const { prescriptions, nextCursor, requests } = now.value
    const known = new Set(prescriptions.map(({ id }) => id))
    // What is being written stands in the form, not in the list as well.
    const all = [...prescriptions, ...this.#older.filter(({ id }) => !known.has(id))].filter(
      ({ id }) => id !== this.#writer.storedId,
    )
    const cursor = this.#olderCursor ?? nextCursor
    const { problem } = this.#acting
    const busy = this.#acting.busy ? this.#about : null
    const trouble = problem && this.#about ? { id: this.#about, view: problemView(this, problem, { texts: t }) } : null
    const isShown = trouble && [...all, ...requests].some(({ id }) => id === trouble.id)
    return html`<div class="card">
      <div class="row between wrap head">
        <h2 part="heading">${t('heading')}</h2>
        <button
          class="btn ${this.#writer.isOpen ? '' : 'primary'} small"
          id="new"
          type="button"
          aria-expanded=${this.#writer.isOpen ? 'true' : 'false'}
          @click=${() => void (this.#writer.isOpen ? moveFocus(this, '#medicine, #form') : this.#open(null))}
        >
          ${t('newOne')}
        </button>
      </div>
      ${trouble && !isShown ? html`<div class="notice">${trouble.view}</div>` : nothing}
      ${
        requests.length > 0
          ? pharmacyRequests({
              t,
              format: this.format,
              requests,
              answers: this.#answers,
              busy,
              trouble,
              onInput: (id, answer) => {
                this.#answers.set(id, answer)
                this.requestUpdate()
              },
              onAnswer: (request, decision) => void this.#answer(request, decision),
            })
          : nothing
      }
      ${this.#writer.isOpen ? this.#form() : nothing}
      ${prescriptionList({
        t,
        format: this.format,
        prescriptions: all,
        cancelling: this.#cancelling,
        cancelReason: this.#cancelReason,
        busy,
        trouble,
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
      ${this.#more.problem ? html`<div class="notice">${problemView(this, this.#more.problem)}</div>` : nothing}
      ${
        cursor && cursor !== 'end'
          ? html`<div class="more">
              <button class="btn small" type="button" @click=${() => this.#showOlder(cursor)}>${t('olderOnes')}</button>
            </div>`
          : nothing
      }
    </div>`
  }
}
