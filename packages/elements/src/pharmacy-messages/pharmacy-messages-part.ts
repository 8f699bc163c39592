import { html } from 'lit'
import type { HeldPharmacyMessage, HeldPharmacyMessageDetail, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { HeldMessages } from '../inbox/held-messages.ts'
import { heldMessageView, type Candidate, type Choice, type PharmacyMessagesTranslate } from './held-message-view.ts'
import { pharmacyMessagesMessages } from './pharmacy-messages.messages.ts'

const nothingChosen: Choice = { prescriptionId: null, isConfirmed: false, reason: null, fault: null }
/** What is about another patient, pharmacy, medicine or receiver: the person says that they compared. */
const compared: readonly HeldPharmacyMessage['reason'][] = [
  'another-patient',
  'another-pharmacy',
  'another-medicine',
  'another-receiver',
]

/** Messages of pharmacies that were not applied. Each is compared, and then applied to a prescription or closed. */
export class PharmacyMessagesPart {
  readonly #host: VisitElement
  readonly #t: PharmacyMessagesTranslate
  readonly #client: VisitClient
  readonly #candidate: Loader<Candidate>
  readonly #patients: PatientSearch
  #choice = nothingChosen

  readonly held: HeldMessages<HeldPharmacyMessage, HeldPharmacyMessageDetail>

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, changed: () => void) {
    const t = host.language.bundle(pharmacyMessagesMessages)
    host.language.refresh()
    this.#host = host
    this.#t = t
    this.#client = client
    this.#candidate = new Loader(host)
    this.#patients = new PatientSearch(host, {
      find: (by, signal) => client.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: ({ id }) => this.#prescriptionsOf(id),
    })
    this.held = new HeldMessages(host, client, changed, {
      name: 'pharmacy-message',
      texts: t,
      heading: (count) => t('heading', { count }),
      on: ['pharmacy-message.changed'],
      list: async (options) => {
        const { items } = await client.prescriptions.heldMessages({ limit: 50 }, options).page()
        return { items, count: items.length }
      },
      get: (id, options) => client.prescriptions.heldMessage(id, options),
      lineOf: ({ kind, reason, sender, receivedAt }) => {
        const date = host.format.moment(receivedAt)
        const words = { kind: t(`kind_${kind}`), date }
        return {
          kind: words.kind,
          chips: html`<span class="chip warn">${t(`reason_${reason}`)}</span>`,
          about: host.format.list([...(sender ? [t(`sender_${sender.kind}`, { id: sender.id })] : []), date]),
          lookName: t('lookName', words),
        }
      },
      detail: (message) => this.#detail(message),
      opened: ({ applicable, patientId }) => {
        if (applicable && patientId) this.#prescriptionsOf(patientId)
      },
      closed: () => {
        this.#choice = nothingChosen
        this.#candidate.reset()
        this.#patients.clear()
      },
    })
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
    const { open, problem } = this.held
    return (
      (open !== undefined && compared.includes(open.reason)) ||
      this.#choice.isConfirmed ||
      problem?.code === 'message_differs'
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
    await this.held.act({
      what: 'apply',
      body,
      send: (key) => this.#client.prescriptions.applyMessage(id, body, key),
      done: this.#t('applied'),
    })
  }

  async #resolve({ id }: HeldPharmacyMessageDetail): Promise<void> {
    const { reason } = this.#choice
    if (reason === null) {
      this.#change({ fault: 'asideChoose' })
      return moveFocus(this.#host, '#pharmacy-message-done')
    }
    await this.held.act({
      what: 'resolve',
      body: { reason },
      send: (key) => this.#client.prescriptions.resolveMessage(id, { reason }, key),
      done: this.#t('asideDone'),
    })
  }

  #detail(message: HeldPharmacyMessageDetail): unknown {
    const { busy, problem } = this.held
    const failed = problem ?? this.#candidate.problem
    return heldMessageView({
      t: this.#t,
      format: this.#host.format,
      message,
      candidate: this.#candidate.value,
      patients: this.#patients,
      choice: this.#choice,
      asksToConfirm: this.#asksToConfirm,
      busy,
      problem: failed ? problemView(this.#host, failed, { texts: this.#t }) : null,
      onChange: (change) => this.#change(change),
      onApply: () => void this.#apply(message),
      onResolve: () => void this.#resolve(message),
    })
  }
}
