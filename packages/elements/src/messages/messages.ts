import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit'
import type { Attachment, Thread, ThreadSummary, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { iconAdd, iconBack } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { patientPicker, whichPatient } from '../core/patient-choice.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { listStyles } from '../core/styles/list.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { Composer } from './composer.ts'
import { messagesMessages } from './messages.messages.ts'
import { messagesStyles } from './messages.styles.ts'
import { ShownFiles } from './shown-files.ts'
import { conversation, roleWord, threadRow, type ThreadWords } from './thread-views.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-thread-opened': CustomEvent<{ threadId: string }>
    'visit-message-posted': CustomEvent<{ threadId: string }>
  }
}

/** Who reads, and whose threads are listed. */
interface Reader {
  readonly isStaff: boolean
  /** Null for staff who look at everything that waits for them. */
  readonly patientId: string | null
  readonly choose?: Parameters<typeof patientPicker>[1]
  readonly emergencyNumber: string
}
interface Listed {
  readonly items: readonly ThreadSummary[]
  readonly next: string | null
}
const perPage = 20

/**
 * Secure threads between a patient and the care team: for patients their own, for members those that wait for them. Follows live.
 *
 * @fires visit-thread-opened - {CustomEvent<{ threadId: string }>} A thread is shown.
 * @fires visit-message-posted - {CustomEvent<{ threadId: string }>} The server has taken a message.
 * @csspart heading - The heading.
 */
export class VisitMessages extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    listStyles,
    skeletonStyles,
    messagesStyles,
  ]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    threadId: { attribute: 'thread-id' },
    chosen: { state: true, attribute: false },
    writing: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'threadId', 'chosen']

  /** Whose threads; for patients the only patient of the session when left out, for members all that wait for them. */
  declare patientId: string | undefined
  /** The thread that is shown; the list when left out. */
  declare threadId: string | undefined
  declare private chosen: string | undefined
  /** A new thread is being written. */
  declare private writing: boolean

  #t = this.language.bundle(messagesMessages)
  #reader = new Loader<Reader>(this)
  #list = new Loader<Listed>(this)
  #thread = new Loader<Thread>(this)
  #changing = new Loader<true>(this)
  #file = new Loader<true>(this)
  #composer = new Composer(this, this.#t)
  #files = new ShownFiles()
  #read: string | undefined

  constructor() {
    super()
    this.writing = false
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    for (const loader of [this.#reader, this.#list, this.#thread, this.#changing, this.#file]) loader.reset()
    this.#composer.reset()
    this.#files.reset()
    this.#read = undefined
    this.chosen = undefined
    this.writing = false
    this.announce('')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#files.reset()
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    const reader = await this.#reader.run(() => this.#whoReads(), { quietly: true })
    if (!reader || reader.choose) return
    if (this.threadId) return this.#follow(client, this.threadId, signal)
    const query = { limit: perPage, ...(reader.patientId ? { patientId: reader.patientId } : {}) }
    const watch = client.watch((reading) => client.threads.list(query, reading).page(), {
      on: ['thread.changed'],
      signal,
    })
    const listed = ({ items, nextCursor }: { items: ThreadSummary[]; nextCursor: string | null }): Listed => ({
      items,
      next: nextCursor,
    })
    await this.#list.run(async () => listed(await followWatch(watch, (changed) => this.#list.set(listed(changed)))))
  }

  async #whoReads(): Promise<Reader> {
    const [me, organization] = await Promise.all([this.connection?.me(), this.connection?.organization()])
    const emergencyNumber = organization?.contact.emergencyNumber ?? ''
    if (me?.kind === 'member') return { isStaff: true, patientId: this.patientId ?? null, emergencyNumber }
    const patient = await whichPatient(this.connection, this.patientId ?? this.chosen)
    return 'id' in patient
      ? { isStaff: false, patientId: patient.id, emergencyNumber }
      : { isStaff: false, patientId: null, choose: patient.choose, emergencyNumber }
  }

  async #follow(client: VisitClient, threadId: string, signal: AbortSignal): Promise<void> {
    this.#thread.reset()
    this.#files.reset()
    const watch = client.watch((reading) => client.threads.get(threadId, { limit: perPage }, reading), {
      on: ['thread.changed'],
      ids: { threadId },
      signal,
    })
    const thread = await this.#thread.run(() => followWatch(watch, (changed) => this.#changed(client, changed)))
    if (!thread) return
    emit(this, 'visit-thread-opened', { threadId })
    this.#markRead(client, thread)
  }

  #changed(client: VisitClient, thread: Thread): void {
    const before = this.#thread.value
    const [newest] = thread.messages
    // Earlier pages that were asked for stay: the newest page is laid over them.
    const known = new Set(thread.messages.map(({ id }) => id))
    const earlier = before?.messages.filter(({ id }) => !known.has(id)) ?? []
    this.#thread.set({
      ...thread,
      messages: [...thread.messages, ...earlier],
      nextCursor: earlier.length > 0 && before ? before.nextCursor : thread.nextCursor,
    })
    if (newest && !newest.mine && newest.id !== before?.messages[0]?.id)
      this.announce(this.#t('arrived', { name: newest.from.displayName }))
    this.#markRead(client, thread)
  }

  /** What is on the screen has been read. A failure is no matter: the next reading says it again. */
  #markRead(client: VisitClient, { id, unread, messages: [newest] }: Thread): void {
    if (!newest || unread === 0 || this.#read === newest.id) return
    this.#read = newest.id
    client.threads.markRead(id, { messageId: newest.id }).catch(() => (this.#read = undefined))
  }

  #open(threadId: string | undefined): void {
    this.threadId = threadId
    this.writing = false
    void moveFocus(this, '#heading')
  }

  #send = async (): Promise<void> => {
    const [client, patientId] = [this.client, this.#reader.value?.patientId]
    if (!client) return
    const to = this.threadId ? { threadId: this.threadId } : patientId ? { patientId } : null
    const thread = to && (await this.#composer.send(client, to))
    if (!thread) return
    emit(this, 'visit-message-posted', { threadId: thread.id })
    if (this.threadId) this.#changed(client, thread)
    else this.#open(thread.id)
  }

  #older = async (thread: Thread): Promise<void> => {
    const { client } = this
    const { nextCursor } = thread
    if (!client || !nextCursor) return
    await this.#changing.run(async (signal) => {
      const page = await client.threads.get(thread.id, { limit: perPage, cursor: nextCursor }, { signal })
      const now = this.#thread.value ?? thread
      this.#thread.set({ ...now, messages: [...now.messages, ...page.messages], nextCursor: page.nextCursor })
      return true as const
    })
  }

  #moreThreads = async (): Promise<void> => {
    const [client, listed, reader] = [this.client, this.#list.value, this.#reader.value]
    if (!client || !listed?.next || !reader) return
    const cursor = listed.next
    await this.#list.run(
      async (signal) => {
        const query = { limit: perPage, ...(reader.patientId ? { patientId: reader.patientId } : {}) }
        const { items, nextCursor } = await client.threads.list(query, { signal }).page(cursor)
        return { items: [...listed.items, ...items], next: nextCursor }
      },
      { quietly: true },
    )
  }

  #change(thread: Thread, change: { status: 'open' | 'closed' } | 'take'): void {
    const { client } = this
    if (!client || this.#changing.busy) return
    void this.#changing.run(async () => {
      const { version } = thread
      const body =
        change === 'take'
          ? { assigneeId: (await this.connection?.me())?.personId ?? '', version }
          : { ...change, version }
      const summary = await client.threads.change(thread.id, body)
      const now = this.#thread.value ?? thread
      this.#thread.set({ ...now, ...summary })
      return true as const
    })
  }

  #withFile(work: (client: VisitClient, signal: AbortSignal) => Promise<void>): void {
    const { client } = this
    if (!client || this.#file.busy) return
    void this.#file.run(async (signal) => {
      await work(client, signal)
      return true as const
    })
  }

  #shownThread(words: ThreadWords, thread: Thread, client: VisitClient): TemplateResult {
    const { t, isStaff } = words
    const trouble = this.#changing.problem ?? this.#file.problem
    const files = {
      urlOf: this.#files.urlOf,
      show: (file: Attachment) => this.#withFile((current, signal) => this.#files.show(current, file, signal)),
      save: (file: Attachment) =>
        this.#withFile((current, signal) => this.#files.save(current, file, t('fileName'), signal)),
    }
    return html`<section class="card" aria-labelledby="heading">
      <div class="pad row between wrap">
        <div class="tight">
          <h3 id="heading" part="heading" tabindex="-1" dir="auto" aria-level=${this.headingLevel}>
            ${thread.subject}
          </h3>
          <p class="small muted">
            ${
              isStaff
                ? this.format.list([
                    thread.patient?.displayName ?? '',
                    thread.assignee
                      ? t('taken', { name: thread.assignee.displayName })
                      : t('forRole', { role: roleWord(t, thread.assigneeRole) }),
                  ])
                : t(`topic_${thread.topic}`)
            }
          </p>
        </div>
        ${isStaff ? this.#staffActions(t, thread) : nothing}
      </div>
      ${trouble ? html`<div class="pad">${problemView(this, trouble, { texts: t })}</div>` : nothing}
      ${conversation(words, thread, files, () => void this.#older(thread))}
      ${this.#composer.render(client, thread.patientId, false, () => void this.#send())}
    </section>`
  }

  #staffActions(t: ThreadWords['t'], thread: Thread): TemplateResult {
    const closed = thread.status === 'closed'
    return html`<div class="row wrap">
      ${
        thread.assignee || closed
          ? nothing
          : html`<button class="btn" type="button" @click=${() => this.#change(thread, 'take')}>
              ${t('takeOver')}
            </button>`
      }
      <button class="btn" type="button" @click=${() => this.#change(thread, { status: closed ? 'open' : 'closed' })}>
        ${t(closed ? 'reopen' : 'close')}
      </button>
    </div>`
  }

  #listed(words: ThreadWords, reader: Reader, { items, next }: Listed): TemplateResult {
    const { t, isStaff } = words
    return html`<section class="card" aria-labelledby="heading">
      <div class="pad row between wrap">
        <div class="tight">
          <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${t('heading')}</h3>
          <p class="small muted">${isStaff ? t('introStaff') : t('intro', { number: reader.emergencyNumber })}</p>
        </div>
        ${
          reader.patientId
            ? html`<button class="btn primary" type="button" @click=${() => this.#write()}>
                ${iconAdd} ${t('write')}
              </button>`
            : nothing
        }
      </div>
      ${
        items.length === 0
          ? html`<div class="empty tight part">
              <h4 aria-level=${this.headingLevel + 1}>${t('emptyHeading')}</h4>
              <p class="small muted">${t(isStaff ? 'emptyStaff' : 'emptyText')}</p>
            </div>`
          : html`<ul class="picks part">
              ${items.map((thread) => threadRow(words, thread, () => this.#open(thread.id)))}
            </ul>`
      }
      ${
        next
          ? html`<div class="pad part">
              <button class="btn wide" type="button" @click=${this.#moreThreads}>${t('more')}</button>
            </div>`
          : nothing
      }
    </section>`
  }

  #write(): void {
    this.writing = true
    void moveFocus(this, '#heading')
  }

  #begun(client: VisitClient, patientId: string): TemplateResult {
    return html`<section class="card" aria-labelledby="heading">
      <div class="pad">
        <h3 id="heading" part="heading" tabindex="-1" aria-level=${this.headingLevel}>${this.#t('write')}</h3>
      </div>
      ${this.#composer.render(
        client,
        patientId,
        true,
        () => void this.#send(),
        () => this.#open(undefined),
      )}
    </section>`
  }

  #skeleton(): TemplateResult {
    return html`<div class="card pad stack" aria-busy="true">
      <p class="unseen" role="status">${this.#t('loading')}</p>
      <span class="bone title half"></span>
      ${[1, 2, 3].map(() => html`<span class="bone"></span><span class="bone short"></span>`)}
    </div>`
  }

  protected override render(): unknown {
    const { now } = this.#reader
    const { client } = this
    if (now.state === 'failed') return problemView(this, now.problem, { retry: () => this.startAgain() })
    if (now.state !== 'ready' || !client) return this.#skeleton()
    const reader = now.value
    if (reader.choose)
      return patientPicker(this, reader.choose, (patientId) => {
        this.chosen = patientId
        void moveFocus(this, '#heading')
      })
    const words: ThreadWords = { t: this.#t, format: this.format, isStaff: reader.isStaff }
    if (this.writing && reader.patientId) return this.#begun(client, reader.patientId)
    if (this.threadId)
      return html`<div class="stack">
        <div>
          <button class="btn quiet start" type="button" @click=${() => this.#open(undefined)}>
            ${iconBack} ${this.#t('back')}
          </button>
        </div>
        ${this.#one(words, client)}
      </div>`
    const list = this.#list.now
    if (list.state === 'failed') return problemView(this, list.problem, { retry: () => this.startAgain() })
    return list.state === 'ready' ? this.#listed(words, reader, list.value) : this.#skeleton()
  }

  #one(words: ThreadWords, client: VisitClient): unknown {
    const { now } = this.#thread
    if (now.state === 'failed')
      return problemView(this, now.problem, { texts: this.#t, retry: () => this.startAgain() })
    return now.state === 'ready' ? this.#shownThread(words, now.value, client) : this.#skeleton()
  }
}
