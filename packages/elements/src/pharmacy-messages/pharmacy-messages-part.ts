import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { HeldPharmacyMessage, HeldPharmacyMessageDetail, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { lineButton } from '../inbox/line-button.ts'
import { LiveList } from '../inbox/live-list.ts'
import { heldMessageView, type Candidate, type Choice, type PharmacyMessagesTranslate } from './held-message-view.ts'
import { pharmacyMessagesMessages } from './pharmacy-messages.messages.ts'

const nothingChosen: Choice = { prescriptionId: null, isConfirmed: false, reason: null, fault: null }
/** Whose patient or pharmacy is another one: the person says that they compared. */
const compared: readonly HeldPharmacyMessage['reason'][] = ['another-patient', 'another-pharmacy']

/** Messages of pharmacies that were not applied. Each is compared, and then applied to a prescription or closed. */
export class PharmacyMessagesPart {
  readonly #host: VisitElement
  readonly #t: PharmacyMessagesTranslate
  readonly #client: VisitClient
  readonly #shown: LiveList<readonly HeldPharmacyMessage[]>
  readonly #message: Loader<HeldPharmacyMessageDetail>
  readonly #candidate: Loader<Candidate>
  readonly #acting: Loader<unknown>
  readonly #patients: PatientSearch
  readonly #keys = new IdempotencyKeys()
  #openId: string | null = null
  #choice = nothingChosen

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, changed: () => void) {
    this.#host = host
    this.#t = host.language.bundle(pharmacyMessagesMessages)
    host.language.refresh()
    this.#client = client
    this.#shown = new LiveList(host, changed)
    this.#message = new Loader(host)
    this.#candidate = new Loader(host)
    this.#acting = new Loader(host)
    this.#patients = new PatientSearch(host, {
      find: (by, signal) => client.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: ({ id }) => this.#prescriptionsOf(id),
    })
  }

  get count(): number {
    return this.#shown.value?.length ?? 0
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  follow(signal: AbortSignal): void {
    const read = async (options: { signal: AbortSignal }): Promise<readonly HeldPharmacyMessage[]> =>
      (await this.#client.prescriptions.heldMessages({ limit: 50 }, options).page()).items
    this.#shown.follow(this.#client, read, { on: ['pharmacy-message.changed'], signal })
  }

  clear(): void {
    this.#shown.reset()
    this.#close()
  }

  #close(): void {
    this.#openId = null
    this.#choice = nothingChosen
    this.#message.reset()
    this.#candidate.reset()
    this.#acting.reset()
    this.#patients.clear()
    this.#keys.done()
  }

  async #open({ id, patientId }: HeldPharmacyMessage): Promise<void> {
    const isOther = this.#openId !== id
    this.#close()
    this.#host.requestUpdate()
    if (!isOther) return
    this.#openId = id
    const read = await this.#message.run((signal) => this.#client.prescriptions.heldMessage(id, { signal }))
    if (!read) return
    if (read.applicable && patientId) this.#prescriptionsOf(patientId)
    await moveFocus(this.#host, '#pharmacy-message')
  }

  #prescriptionsOf(patientId: string): void {
    this.#change({ prescriptionId: null })
    void this.#candidate.run(async (signal) => {
      const [patient, { items }] = await Promise.all([
        this.#client.patients.get(patientId, { signal }),
        this.#client.prescriptions.ofPatient(patientId, { limit: 50 }, { signal }).page(),
      ])
      return { patient, prescriptions: items }
    })
  }

  #change(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change }
    this.#host.requestUpdate()
  }

  /** The server says so too, e.g. when a person found another patient. */
  get #asksToConfirm(): boolean {
    const { value } = this.#message
    return (
      (value !== undefined && compared.includes(value.reason)) ||
      this.#choice.isConfirmed ||
      this.#acting.problem?.code === 'message_differs'
    )
  }

  async #apply({ id }: HeldPharmacyMessageDetail): Promise<void> {
    const { prescriptionId, isConfirmed } = this.#choice
    if (prescriptionId === null) {
      this.#change({ fault: 'chooseFirst' })
      return moveFocus(this.#host, this.#candidate.value ? '[name=prescription]' : '#find-message-patient')
    }
    if (this.#asksToConfirm && !isConfirmed) {
      this.#change({ fault: 'confirmFirst' })
      return moveFocus(this.#host, '#message-confirm')
    }
    const body = { prescriptionId, ...(isConfirmed && { confirmed: true }) }
    const key = this.#keys.for('apply', [id, body])
    await this.#act(() => this.#client.prescriptions.applyMessage(id, body, key), 'applied')
  }

  async #resolve({ id }: HeldPharmacyMessageDetail): Promise<void> {
    const { reason } = this.#choice
    if (reason === null) {
      this.#change({ fault: 'asideChoose' })
      return moveFocus(this.#host, '#message-done')
    }
    const key = this.#keys.for('resolve', [id, reason])
    await this.#act(() => this.#client.prescriptions.resolveMessage(id, { reason }, key), 'asideDone')
  }

  async #act(work: () => Promise<unknown>, words: 'applied' | 'asideDone'): Promise<void> {
    if (this.#acting.busy) return
    const done = await this.#acting.run(work)
    this.#shown.refresh()
    if (!done) return
    this.#close()
    this.#host.announce(this.#t(words))
    await moveFocus(this.#host, '#section-pharmacy-messages')
  }

  #detail(): unknown {
    const { now } = this.#message
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: this.#t })
    if (now.state !== 'ready') return loadingRows(this.#t('reading'), 'stack')
    const failed = this.#acting.problem ?? this.#candidate.problem
    return heldMessageView({
      t: this.#t,
      format: this.#host.format,
      message: now.value,
      candidate: this.#candidate.value,
      patients: this.#patients,
      choice: this.#choice,
      asksToConfirm: this.#asksToConfirm,
      busy: this.#acting.busy,
      problem: failed ? problemView(this.#host, failed, { texts: this.#t }) : null,
      onChange: (change) => this.#change(change),
      onApply: () => void this.#apply(now.value),
      onResolve: () => void this.#resolve(now.value),
    })
  }

  #line(message: HeldPharmacyMessage): TemplateResult {
    const t = this.#t
    const { format } = this.#host
    const { id, kind, reason, sender, receivedAt } = message
    const isOpen = this.#openId === id
    const date = format.moment(receivedAt)
    const words = { kind: t(`kind_${kind}`), date }
    const about = [...(sender ? [t(`sender_${sender.kind}`, { id: sender.id })] : []), date]
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight">
          <b id=${isOpen ? 'pharmacy-message' : nothing} tabindex=${isOpen ? '-1' : nothing}>${words.kind}</b>
          <span><span class="chip warn">${t(`reason_${reason}`)}</span></span>
          <span class="small muted num">${format.list(about)}</span>
        </div>
        ${lineButton(t(isOpen ? 'close' : 'look'), isOpen ? t('close') : t('lookName', words), {
          busy: false,
          onPress: () => void this.#open(message),
        })}
      </div>
      ${isOpen ? this.#detail() : nothing}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const { value = [], problem } = this.#shown
    if (!problem && value.length === 0) return nothing
    const t = this.#t
    return html`<section class="card" aria-labelledby="section-pharmacy-messages">
      <div class="pad tight">
        <h3 id="section-pharmacy-messages" tabindex="-1">
          ${t('heading', { count: this.#host.format.number(value.length) })}
        </h3>
        <p class="small muted">${t('hint')}</p>
      </div>
      ${problem ? html`<div class="pad">${problemView(this.#host, problem, { texts: t })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          value,
          ({ id }) => id,
          (message) => this.#line(message),
        )}
      </ul>
    </section>`
  }
}
