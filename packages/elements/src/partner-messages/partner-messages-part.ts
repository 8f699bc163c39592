import { html, nothing } from 'lit'
import type { HeldPartnerMessage, HeldPartnerMessageDetail, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import type { ReachTranslate } from '../core/how-to-reach.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { problemView } from '../core/problem-view.ts'
import { reachMessages } from '../core/reach.messages.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { HeldMessages, type Waiting } from '../inbox/held-messages.ts'
import { partnerMessageView, type Choice, type PartnerMessagesTranslate } from './partner-message-view.ts'
import { partnerMessagesMessages } from './partner-messages.messages.ts'

const nothingChosen: Choice = { patient: null, reason: null, isMissing: false }

/** What people wrote to the number of notices, and reports of vendors that did not fit. Each is looked at, and then closed. */
export class PartnerMessagesPart {
  readonly #host: VisitElement
  readonly #t: PartnerMessagesTranslate
  readonly #reach: ReachTranslate
  readonly #client: VisitClient
  readonly #patients: PatientSearch
  #choice = nothingChosen
  readonly held: HeldMessages<HeldPartnerMessage, HeldPartnerMessageDetail>

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, changed: () => void) {
    const t = host.language.bundle(partnerMessagesMessages)
    this.#reach = host.language.bundle(reachMessages)
    host.language.refresh()
    this.#host = host
    this.#t = t
    this.#client = client
    this.#patients = new PatientSearch(host, {
      find: (by, signal) => client.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#change({ patient }),
    })
    this.held = new HeldMessages(host, client, changed, {
      name: 'partner-message',
      texts: t,
      heading: (count) => t('heading', { count }),
      more: (count) => t('more', { count }),
      on: ['partner-message.changed'],
      list: (options, pages) => this.#read(pages, options),
      get: (id, options) => client.partnerMessages.get(id, options),
      lineOf: ({ kind, reason, urgent, receivedAt }) => {
        const date = host.format.moment(receivedAt)
        const words = { kind: t(`kind_${kind}`), date }
        return {
          kind: words.kind,
          chips: [
            urgent ? html`<span class="chip bad">${t('urgent')}</span>` : nothing,
            html`<span class="chip warn">${t(`reason_${reason}`)}</span>`,
          ],
          about: date,
          lookName: t('lookName', words),
        }
      },
      detail: (message) => this.#detail(message),
      closed: () => {
        this.#choice = nothingChosen
        this.#patients.clear()
      },
    })
  }

  async #read(pages: number, options: { readonly signal: AbortSignal }): Promise<Waiting<HeldPartnerMessage>> {
    const list = this.#client.partnerMessages.list({}, options)
    const items: HeldPartnerMessage[] = []
    let cursor: string | null = null
    for (let page = 1; ; page += 1) {
      const read = await list.page(cursor)
      items.push(...read.items)
      cursor = read.nextCursor
      if (cursor === null || page >= pages) return { items, count: read.count, hasMore: cursor !== null }
    }
  }

  #change(change: Partial<Choice>): void {
    this.#choice = { ...this.#choice, ...change }
    this.#host.requestUpdate()
  }

  async #resolve({ id }: HeldPartnerMessageDetail): Promise<void> {
    const { reason, patient } = this.#choice
    if (reason === null) {
      this.#change({ isMissing: true })
      return moveFocus(this.#host, '#partner-message-done')
    }
    const body = { reason, ...(patient && { patientId: patient.id }) }
    await this.held.act({
      what: 'resolve',
      body,
      send: (key) => this.#client.partnerMessages.resolve(id, body, key),
      done: this.#t('asideDone'),
    })
  }

  #detail(message: HeldPartnerMessageDetail): unknown {
    const { busy, problem } = this.held
    return partnerMessageView({
      t: this.#t,
      reach: this.#reach,
      format: this.#host.format,
      message,
      patients: this.#patients,
      choice: this.#choice,
      busy,
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : null,
      onChange: (change) => this.#change(change),
      onResolve: () => void this.#resolve(message),
      onOpen: (id) => void emit(this.#host, 'visit-open', { what: 'patient', id, patientId: id, visitId: null }),
    })
  }
}
