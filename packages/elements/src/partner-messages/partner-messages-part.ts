import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { HeldPartnerMessage, HeldPartnerMessageDetail, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import { loadingRows } from '../core/loading-rows.ts'
import { PatientSearch } from '../core/patient-search.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { lineButton } from '../inbox/line-button.ts'
import { LiveList } from '../inbox/live-list.ts'
import { partnerMessageView, type Choice, type PartnerMessagesTranslate } from './partner-message-view.ts'
import { partnerMessagesMessages } from './partner-messages.messages.ts'

interface Waiting {
  readonly items: readonly HeldPartnerMessage[]
  readonly count: number
  readonly hasMore: boolean
}

const nothingChosen: Choice = { patient: null, reason: null, isMissing: false }

/** What people wrote to the number of notices, and reports of vendors that did not fit. Each is looked at, and then closed. */
export class PartnerMessagesPart {
  readonly #host: VisitElement
  readonly #t: PartnerMessagesTranslate
  readonly #client: VisitClient
  readonly #shown: LiveList<Waiting>
  readonly #message: Loader<HeldPartnerMessageDetail>
  readonly #acting: Loader<unknown>
  readonly #patients: PatientSearch
  readonly #keys = new IdempotencyKeys()
  #openId: string | null = null
  #choice = nothingChosen
  /** How many pages are shown. */
  #pages = 1

  /** @param changed - Called after each change of the list. */
  constructor(host: VisitElement, client: VisitClient, changed: () => void) {
    this.#host = host
    this.#t = host.language.bundle(partnerMessagesMessages)
    host.language.refresh()
    this.#client = client
    this.#shown = new LiveList(host, changed)
    this.#message = new Loader(host)
    this.#acting = new Loader(host)
    this.#patients = new PatientSearch(host, {
      find: (by, signal) => client.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: (patient) => this.#change({ patient }),
    })
  }

  get count(): number {
    return this.#shown.value?.count ?? 0
  }

  get isRead(): boolean {
    return this.#shown.isRead
  }

  follow(signal: AbortSignal): void {
    const read = (options: { signal: AbortSignal }): Promise<Waiting> => this.#read(options)
    this.#shown.follow(this.#client, read, { on: ['partner-message.changed'], signal })
  }

  async #read(options: { readonly signal: AbortSignal }): Promise<Waiting> {
    const list = this.#client.partnerMessages.list({}, options)
    const items: HeldPartnerMessage[] = []
    let cursor: string | null = null
    for (let page = 1; ; page += 1) {
      const read = await list.page(cursor)
      items.push(...read.items)
      cursor = read.nextCursor
      if (cursor === null || page >= this.#pages) return { items, count: read.count, hasMore: cursor !== null }
    }
  }

  #showMore(): void {
    this.#pages += 1
    this.#shown.refresh()
  }

  clear(): void {
    this.#pages = 1
    this.#shown.reset()
    this.#close()
  }

  #close(): void {
    this.#openId = null
    this.#choice = nothingChosen
    this.#message.reset()
    this.#acting.reset()
    this.#patients.clear()
    this.#keys.done()
  }

  async #open(id: string): Promise<void> {
    const isOther = this.#openId !== id
    this.#close()
    this.#host.requestUpdate()
    if (!isOther) return
    this.#openId = id
    const read = await this.#message.run((signal) => this.#client.partnerMessages.get(id, { signal }))
    if (read) await moveFocus(this.#host, '#partner-message')
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
    if (this.#acting.busy) return
    const body = { reason, ...(patient && { patientId: patient.id }) }
    const key = this.#keys.for('resolve', [id, body])
    const done = await this.#acting.run(() => this.#client.partnerMessages.resolve(id, body, key))
    this.#shown.refresh()
    if (!done) return
    this.#close()
    this.#host.announce(this.#t('asideDone'))
    await moveFocus(this.#host, '#section-partner-messages')
  }

  #detail(): unknown {
    const { now } = this.#message
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts: this.#t })
    if (now.state !== 'ready') return loadingRows(this.#t('reading'), 'stack')
    const { problem } = this.#acting
    return partnerMessageView({
      t: this.#t,
      format: this.#host.format,
      message: now.value,
      patients: this.#patients,
      choice: this.#choice,
      busy: this.#acting.busy,
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : null,
      onChange: (change) => this.#change(change),
      onResolve: () => void this.#resolve(now.value),
      onOpen: (id) => void emit(this.#host, 'visit-open', { what: 'patient', id, patientId: id, visitId: null }),
    })
  }

  #line({ id, kind, reason, urgent, receivedAt }: HeldPartnerMessage): TemplateResult {
    const t = this.#t
    const isOpen = this.#openId === id
    const date = this.#host.format.moment(receivedAt)
    const words = { kind: t(`kind_${kind}`), date }
    return html`<li class="stack">
      <div class="row between wrap">
        <div class="tight">
          <b id=${isOpen ? 'partner-message' : nothing} tabindex=${isOpen ? '-1' : nothing}>${words.kind}</b>
          <span class="row wrap"
            >${urgent ? html`<span class="chip bad">${t('urgent')}</span>` : nothing}<span class="chip warn"
              >${t(`reason_${reason}`)}</span
            ></span
          >
          <span class="small muted num">${date}</span>
        </div>
        ${lineButton(t(isOpen ? 'close' : 'look'), isOpen ? t('close') : t('lookName', words), {
          busy: false,
          onPress: () => void this.#open(id),
        })}
      </div>
      ${isOpen ? this.#detail() : nothing}
    </li>`
  }

  view(): TemplateResult | typeof nothing {
    const { value: { items, count, hasMore } = { items: [], count: 0, hasMore: false }, problem } = this.#shown
    if (!problem && items.length === 0) return nothing
    const t = this.#t
    const { format } = this.#host
    return html`<section class="card" aria-labelledby="section-partner-messages">
      <div class="pad tight">
        <h3 id="section-partner-messages" tabindex="-1">${t('heading', { count: format.number(count) })}</h3>
        <p class="small muted">${t('hint')}</p>
      </div>
      ${problem ? html`<div class="pad">${problemView(this.#host, problem, { texts: t })}</div>` : nothing}
      <ul class="list">
        ${repeat(
          items,
          ({ id }) => id,
          (message) => this.#line(message),
        )}
      </ul>
      ${
        hasMore
          ? html`<div class="pad">
              ${moreButton(t('more', { count: format.number(count - items.length) }), {
                next: 'more',
                busy: false,
                onMore: () => this.#showMore(),
              })}
            </div>`
          : nothing
      }
    </section>`
  }
}
