import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit'
import type { Thread, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { forgetForWhom, nameForWhom } from '../core/for-whom.ts'
import { guardLeaving } from '../core/leave-guard.ts'
import { Loader } from '../core/loader.ts'
import { patientPicker } from '../core/patient-choice.ts'
import { mergeThreadPages } from '../core/merge-thread-pages.ts'
import { problemView } from '../core/problem-view.ts'
import { patientPageStyles } from '../core/styles/patient-page.ts'
import { talkStyles } from '../core/styles/talk.ts'
import { VisitElement } from '../core/visit-element.ts'
import { WideLayout } from '../core/wide-layout.ts'
import { withBackButton } from './with-back-button.ts'
import { changeThread } from './change-thread.ts'
import type { Composer, Destination } from './composer.ts'
import { FollowedThreads } from './followed-threads.ts'
import { pageSize } from './list-threads.ts'
import { loadThreadView, type ThreadView } from './load-thread-view.ts'
import { messagesMessages } from './messages.messages.ts'
import { messagesStyles } from './messages.styles.ts'
import { newThread } from './new-thread.ts'
import { filesMessages } from '../files/files.messages.ts'
import { ShownFiles } from '../files/shown-files.ts'
import type { ThreadChange } from './thread-card.ts'
import { threadSkeleton, threadList } from './thread-list.ts'
import type { ThreadTexts } from './thread-views.ts'
import { resolveReader, type Reader } from './resolve-reader.ts'

/** Pixels from which the list stays next to a thread. */
const LIST_BESIDE_FROM = 860

declare global {
  interface HTMLElementEventMap {
    'visit-thread-opened': CustomEvent<{ threadId: string }>
    'visit-message-posted': CustomEvent<{ threadId: string }>
  }
}

/**
 * Secure threads between a patient and the care team: for patients their own, for members those assigned to them. Updates live.
 *
 * @fires visit-thread-opened - {CustomEvent<{ threadId: string }>} A thread is shown.
 * @fires visit-message-posted - {CustomEvent<{ threadId: string }>} The server has accepted a message.
 * @csspart heading - The heading.
 */
export class VisitMessages extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, patientPageStyles, talkStyles, messagesStyles]
  static override properties: PropertyDeclarations = {
    patientId: { attribute: 'patient-id' },
    threadId: { attribute: 'thread-id' },
    chosen: { state: true, attribute: false },
    writing: { state: true, attribute: false },
  }
  static override restartOn = ['patientId', 'threadId', 'chosen']

  /** The patient's id. Default: for patients the only patient of the session, for members all threads assigned to them. */
  declare patientId: string | undefined
  /** The id of the thread to show. Default: the list. */
  declare threadId: string | undefined
  declare private chosen: string | undefined
  /** A new thread is being written. */
  declare private writing: boolean

  #t = this.language.bundle(messagesMessages)
  #reader = new Loader<Reader>(this)
  #list = new FollowedThreads(this)
  #thread = new Loader<Thread>(this)
  #changing = new Loader<true>(this)
  #file = new Loader<true>(this)
  #behind = new Loader<ThreadView>(this)
  #files = new ShownFiles()
  #filesTexts = this.language.bundle(filesMessages)
  #read: string | undefined
  /** The person, not the page, has opened the thread that is loading. */
  #isOpening = false
  #signal: AbortSignal | undefined
  #layout = new WideLayout(this, LIST_BESIDE_FROM, () => this.#followListBeside())

  constructor() {
    super()
    this.writing = false
    guardLeaving(this, () => this.#behind.value?.composers.hasFiles ?? false)
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    this.#signal = signal
    void this.#load(client, signal)
  }

  protected override wipe(): void {
    forgetForWhom(this)
    for (const loaded of [this.#reader, this.#list, this.#thread, this.#changing, this.#file]) loaded.reset()
    this.#behind.value?.composers.reset()
    this.#files.reset()
    this.#read = undefined
    this.chosen = undefined
    this.writing = false
    this.announce('')
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('threadId') || changed.has('patientId')) this.writing = false
    if (changed.has('patientId') || changed.has('chosen')) this.#list.reset()
    super.willUpdate(changed)
  }

  protected override removed(): void {
    this.#files.reset()
  }

  async #load(client: VisitClient, signal: AbortSignal): Promise<void> {
    this.#thread.reset()
    this.#files.reset()
    const reader = await this.#reader.run(() => resolveReader(this.connection, this.patientId, this.chosen), {
      quietly: true,
    })
    if (!reader || reader.choose) return
    if (reader.patientId) void nameForWhom(this, this.connection, reader.patientId)
    void this.#fetchBehind()
    if (this.threadId) {
      this.#followListBeside()
      return this.#follow(client, this.threadId, signal)
    }
    await this.#list.follow(client, reader, signal)
  }

  /** The list next to a thread, when there is room for both. */
  #followListBeside(): void {
    const { value: reader } = this.#reader
    if (!this.client || !this.#signal || !reader || reader.choose || !this.threadId || !this.#layout.isWide) return
    void this.#list.follow(this.client, reader, this.#signal)
  }

  /** Loads the parts behind the list without waiting for them, while there is a connection. */
  async #fetchBehind(): Promise<void> {
    if (!this.#behind.value) await this.#behind.run(() => loadThreadView(this, this.#t))
    if (this.client) this.#behind.value?.composers.openNew(this.client, this.#reader.value?.patientId ?? null)
  }

  async #follow(client: VisitClient, threadId: string, signal: AbortSignal): Promise<void> {
    const watch = client.watch((reading) => client.threads.get(threadId, { limit: pageSize }, reading), {
      on: ['thread.changed'],
      ids: { threadId },
      signal,
    })
    const thread = await this.#thread.run(() => followWatch(watch, (changed) => this.#changed(client, changed)))
    if (!thread) return
    if (this.#isOpening && !this.shadowRoot?.activeElement) void moveFocus(this, '#heading')
    this.#isOpening = false
    emit(this, 'visit-thread-opened', { threadId })
    this.#markRead(client, thread)
  }

  #changed(client: VisitClient, thread: Thread): void {
    const before = this.#thread.value
    const [newest] = thread.messages
    this.#thread.set(mergeThreadPages(before, thread))
    if (newest && !newest.mine && newest.id !== before?.messages[0]?.id)
      this.announce(this.#t('arrived', { name: newest.from.displayName }))
    this.#markRead(client, thread)
  }

  /** Marks shown messages as read. A failure is ignored: the next read repeats it. */
  #markRead(client: VisitClient, { id, unread, messages: [newest] }: Thread): void {
    if (!newest || unread === 0 || this.#read === newest.id) return
    this.#read = newest.id
    client.threads.markRead(id, { messageId: newest.id }).catch(() => (this.#read = undefined))
  }

  #open(threadId: string | undefined): void {
    this.threadId = threadId
    this.writing = false
    this.#isOpening = threadId !== undefined
    if (threadId === undefined) void moveFocus(this, '#list-heading')
  }

  async #send(client: VisitClient, composer: Composer, to: Destination): Promise<void> {
    const thread = await composer.send(client)
    if (!thread) return
    emit(this, 'visit-message-posted', { threadId: thread.id })
    // The person may have opened another thread.
    if ('threadId' in to) {
      if (this.threadId === to.threadId) this.#changed(client, thread)
    } else if (this.writing && this.#reader.value?.patientId === to.patientId) this.#open(thread.id)
  }

  #older = async (thread: Thread): Promise<void> => {
    const [client, { nextCursor }] = [this.client, thread]
    if (!client || !nextCursor) return
    await this.#work(this.#changing, async (signal) => {
      const page = await client.threads.get(thread.id, { limit: pageSize, cursor: nextCursor }, { signal })
      const now = this.#thread.value ?? thread
      this.#thread.set({ ...now, messages: [...now.messages, ...page.messages], nextCursor: page.nextCursor })
    })
  }

  #change(thread: Thread, change: ThreadChange): void {
    const { client } = this
    if (!client) return
    void this.#work(this.#changing, async () => {
      const summary = await changeThread(client, thread, change, async () => (await this.connection?.me())?.personId)
      const now = this.#thread.value ?? thread
      this.#thread.set({ ...now, ...summary })
    })
  }

  /** One piece of work at a time. */
  async #work(loader: Loader<true>, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (loader.busy) return
    await loader.run(async (signal) => {
      await work(signal)
      return true as const
    })
  }

  #composer({ composers }: ThreadView, client: VisitClient, to: Destination, patientId: string): TemplateResult {
    const composer = composers.forDestination(to)
    const cancel = 'threadId' in to ? undefined : (): void => this.#open(undefined)
    return composer.render(client, patientId, () => void this.#send(client, composer, to), cancel)
  }

  #one(words: ThreadTexts, client: VisitClient, level: number): unknown {
    const { t } = words
    const { now } = this.#thread
    const { value: threadView } = this.#behind
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready' || !threadView) return this.#unreached()
    const thread = now.value
    const problemAlert = this.#changing.problem ?? this.#file.problem
    return threadView.threadCard(words, {
      thread,
      level,
      problem: problemAlert ? problemView(this, problemAlert, { texts: t }) : null,
      composer: this.#composer(threadView, client, { threadId: thread.id }, thread.patientId),
      files: this.#files.actions(
        this.#filesTexts('fileName'),
        (work) => void this.#work(this.#file, (signal) => work(client, signal)),
      ),
      onOlder: () => void this.#older(thread),
      onChange: (change) => this.#change(thread, change),
    })
  }

  #new(client: VisitClient, patientId: string, level: number): unknown {
    const { value: threadView } = this.#behind
    if (!threadView) return this.#unreached()
    return newThread(this.#t, level, this.#composer(threadView, client, { patientId }, patientId))
  }

  #unreached(): unknown {
    const { problem } = this.#behind
    return problem ? problemView(this, problem, { retry: () => this.startAgain() }) : threadSkeleton(this.#t)
  }

  #listed(words: ThreadTexts, client: VisitClient, reader: Reader): unknown {
    const { now } = this.#list
    if (now.state === 'failed') return problemView(this, now.problem, { retry: () => this.startAgain() })
    if (now.state !== 'ready') return threadSkeleton(this.#t)
    const { items, next } = now.value
    return threadList(words, {
      items,
      level: this.headingLevel,
      shownId: this.writing ? undefined : this.threadId,
      emergencyNumber: reader.emergencyNumber,
      hasUnsent: this.#behind.value?.composers.hasNew(reader.patientId) ?? false,
      onWrite: reader.patientId ? () => void this.#write() : null,
      onOpen: (threadId) => this.#open(threadId),
      onMore: next ? () => void this.#list.more(client, reader) : null,
    })
  }

  async #write(): Promise<void> {
    await this.#fetchBehind()
    this.writing = true
    await moveFocus(this, '#heading')
  }

  protected override render(): unknown {
    const [{ now }, { client }] = [this.#reader, this]
    if (now.state === 'failed') return problemView(this, now.problem, { retry: () => this.startAgain() })
    if (now.state !== 'ready' || !client) return threadSkeleton(this.#t)
    const reader = now.value
    if (reader.choose)
      return patientPicker(this, reader.choose, (patientId) => {
        this.chosen = patientId
        void moveFocus(this, '#list-heading')
      })
    const words: ThreadTexts = { t: this.#t, files: this.#filesTexts, format: this.format, isStaff: reader.isStaff }
    const { isWide } = this.#layout
    const level = isWide ? this.headingLevel + 1 : this.headingLevel
    const to = this.writing ? reader.patientId : null
    const isList = !to && !this.threadId
    const shown = isList ? '' : to ? this.#new(client, to, level) : this.#one(words, client, level)
    if (isWide || isList)
      return html`<div class=${isList ? '' : 'beside'}>${this.#listed(words, client, reader)}${shown}</div>`
    return to ? shown : withBackButton(this.#t, shown, () => this.#open(undefined))
  }
}
