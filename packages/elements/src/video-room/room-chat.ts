import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Thread, Visit, VisitClient, VisitThread } from '@visitkit/sdk'
import { adoptStyles } from '../core/adopt-styles.ts'
import { moveFocus } from '../core/focus.ts'
import { followWatch } from '../core/follow-watch.ts'
import { Loader } from '../core/loader.ts'
import { mergeThreadPages } from '../core/merge-thread-pages.ts'
import { OwnDraft } from '../core/own-draft.ts'
import { problemView } from '../core/problem-view.ts'
import { talkStyles } from '../core/styles/talk.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AddedFiles } from '../files/added-files.ts'
import { filesStyles } from '../files/files.styles.ts'
import { VisitFiles } from '../files/visit-files.ts'
import { chatButton, chatView } from './room-chat-view.ts'
import { roomChatMessages } from './room-chat.messages.ts'
import { roomChatStyles } from './room-chat.styles.ts'
import { followSession, type RoomSession } from './session-in-room.ts'
import { isDrawn } from './stage-sight.ts'

const pageSize = 50

export interface ChatInRoom {
  readonly isStaff: () => boolean
  /** Null without a session. */
  readonly session: () => RoomSession | null
}

/**
 * Messages between the people of a visit, in its room. They need no call: they work before joining, and when sound and picture fail. The
 * server keeps them with the visit, and what is not sent yet with its author.
 */
export class RoomChat implements ReactiveController {
  readonly #host: VisitElement
  readonly #t
  readonly #thread: Loader<VisitThread>
  readonly #older: Loader<true>
  readonly #sending: Loader<Thread>
  readonly #draft: OwnDraft
  readonly #files: AddedFiles
  readonly #opened: VisitFiles
  readonly #room: ChatInRoom
  readonly #lookForSession: () => void
  #client: VisitClient | null = null
  #visit: Visit | null = null
  #isOpen = false
  #text = ''
  /** Of the current message: sending it again after a lost answer posts it once. */
  #key: string = crypto.randomUUID()
  #missing: 'text' | 'file' | null = null
  #restored: { readonly hadFiles: boolean } | null = null
  /** The last message that was reported as read. */
  #marked: string | undefined
  /** The last message to which the list was scrolled. */
  #scrolledTo: string | undefined

  constructor(host: VisitElement, room: ChatInRoom) {
    this.#host = host
    this.#room = room
    this.#t = host.language.bundle(roomChatMessages)
    this.#thread = new Loader(host)
    this.#older = new Loader(host)
    this.#sending = new Loader(host)
    this.#draft = new OwnDraft(host, 'visit-message')
    this.#files = new AddedFiles(host, () => this.#changedMessage())
    this.#opened = new VisitFiles(host)
    this.#lookForSession = followSession(
      room.session,
      (session) => this.#follow(session),
      () => this.#reset(),
    )
    adoptStyles(host, [talkStyles, filesStyles, roomChatStyles])
    host.addController(this)
    host.requestUpdate()
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#markRead)
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#markRead)
  }

  hostUpdated(): void {
    this.#lookForSession()
    this.#markRead()
    const newest = this.#messages[0]?.id
    const lines = this.#host.renderRoot.querySelector('.chat .lines')
    if (!lines || newest === this.#scrolledTo) return
    this.#scrolledTo = newest
    lines.scrollTop = lines.scrollHeight
  }

  /** Files are not kept, unlike text. */
  get hasFiles(): boolean {
    return this.#files.hasAny
  }

  get isOpen(): boolean {
    return this.#isOpen && this.#client !== null
  }

  get unread(): number {
    return this.#thread.value?.thread?.unread ?? 0
  }

  /** In the small window, where there is no list. */
  get unreadText(): string {
    return this.unread > 0 ? this.#t('unread', { count: this.unread }) : ''
  }

  get #messages(): Thread['messages'] {
    return this.#thread.value?.thread?.messages ?? []
  }

  #follow({ client, visit, signal }: RoomSession): void {
    if (this.#visit?.id !== visit.id) this.#reset()
    const isNew = this.#client !== client
    this.#client = client
    this.#visit = visit
    void this.#read(client, visit, signal)
    if (isNew) void this.#restore(client, visit)
  }

  /** Clears what is in memory. The server keeps the text. */
  #reset(): void {
    void this.#draft.flush()
    this.#draft.reset()
    for (const each of [this.#thread, this.#older, this.#sending, this.#opened]) each.reset()
    this.#client = this.#visit = null
    this.#isOpen = false
    this.#marked = this.#scrolledTo = undefined
    this.#clear()
  }

  #clear(): void {
    this.#text = ''
    this.#key = crypto.randomUUID()
    this.#files.reset()
    this.#missing = null
    this.#restored = null
  }

  async #read(client: VisitClient, { id: visitId }: Visit, signal: AbortSignal): Promise<void> {
    const watch = client.watch((reading) => client.threads.ofVisit(visitId, { limit: pageSize }, reading), {
      on: ['visit-thread.changed'],
      ids: { visitId },
      signal,
    })
    const found = await this.#thread.run(() => followWatch(watch, (changed) => this.#changed(changed)), {
      quietly: true,
    })
    if (found) this.#markRead()
  }

  async #restore(client: VisitClient, { id, patientId }: Visit): Promise<void> {
    const kept = await this.#draft.open(client, id, patientId)
    if (!kept?.['text'] || this.#text !== '' || this.#client !== client) return
    this.#text = kept['text']
    // The message may have been sent, and the answer lost: the same one is then not sent twice.
    if (!kept['files']) this.#key = kept['key'] ?? this.#key
    this.#restored = { hadFiles: Boolean(kept['files']) }
    this.#host.requestUpdate()
  }

  #changed(changed: VisitThread): void {
    const before = this.#thread.value?.thread
    const { thread } = changed
    this.#thread.set(thread ? { ...changed, thread: mergeThreadPages(before, thread) } : changed)
    const [newest] = thread?.messages ?? []
    if (newest && !newest.mine && newest.id !== before?.messages[0]?.id)
      this.#host.announce(this.#t('arrived', { name: newest.from.displayName, text: newest.text }))
    this.#markRead()
  }

  /** What is on the screen of a page that is seen. A failure is ignored: the next message repeats it. */
  #markRead = (): void => {
    const [client, visit, newest] = [this.#client, this.#visit, this.#messages[0]]
    if (!client || !visit || !newest || this.unread === 0 || this.#marked === newest.id) return
    const isSeen = this.#isOpen && document.visibilityState === 'visible' && isDrawn(this.#host)
    if (!isSeen) return
    this.#marked = newest.id
    void this.#mark(client, visit.id, newest.id)
  }

  async #mark(client: VisitClient, visitId: string, messageId: string): Promise<void> {
    try {
      const { unread } = await client.threads.markReadInVisit(visitId, { messageId })
      const { value } = this.#thread
      if (value?.thread && value.visitId === visitId)
        this.#thread.set({ ...value, thread: { ...value.thread, unread } })
    } catch {
      this.#marked = undefined
    }
  }

  #send = async (): Promise<void> => {
    const [client, visit, text] = [this.#client, this.#visit, this.#text.trim()]
    if (!client || !visit || this.#sending.busy) return
    this.#missing = text === '' ? 'text' : this.#files.isAdding ? 'file' : null
    if (this.#missing) {
      this.#host.requestUpdate()
      return moveFocus(this.#host, this.#missing === 'text' ? '#chat-text' : '#file')
    }
    const attachmentIds = this.#files.ids
    const options = { idempotencyKey: this.#key }
    const thread = await this.#sending.run(() => client.threads.postInVisit(visit.id, { text, attachmentIds }, options))
    if (!thread || this.#client !== client) return
    this.#clear()
    void this.#draft.discard()
    this.#changed({ visitId: visit.id, patientId: visit.patientId, thread })
    this.#host.announce(this.#t('sent'))
    await moveFocus(this.#host, '#chat-text')
  }

  #olderPage = (): void => {
    const [client, visit, thread] = [this.#client, this.#visit, this.#thread.value?.thread]
    if (!client || !visit || !thread?.nextCursor || this.#older.busy) return
    const cursor = thread.nextCursor
    void this.#older.run(async (signal) => {
      const page = await client.threads.ofVisit(visit.id, { limit: pageSize, cursor }, { signal })
      const now = this.#thread.value
      if (now?.thread && page.thread) {
        const messages = [...now.thread.messages, ...page.thread.messages]
        this.#thread.set({ ...now, thread: { ...now.thread, messages, nextCursor: page.thread.nextCursor } })
      }
      return true as const
    })
  }

  #write = (text: string): void => {
    this.#text = text
    this.#changedMessage()
  }

  /** After a change it is another message, with a new key. */
  #changedMessage(): void {
    this.#key = crypto.randomUUID()
    this.#missing = null
    const [text, files] = [this.#text, this.#files.ids.length]
    const isEmpty = text.trim() === '' && files === 0
    this.#draft.write(isEmpty ? {} : { text, key: this.#key, files: files > 0 ? String(files) : '' })
    this.#host.requestUpdate()
  }

  #toggle = (): void => {
    this.#isOpen = !this.#isOpen
    this.#scrolledTo = undefined
    this.#host.requestUpdate()
    // The messages are next to the stage, which then fills the screen no more.
    if (this.#isOpen && document.fullscreenElement) void document.exitFullscreen().catch(() => undefined)
    void moveFocus(this.#host, this.#isOpen ? '#chat-text' : '.chat-button')
  }

  /** Nothing without a session: the call may go on, the messages are not shown. */
  button(): TemplateResult | typeof nothing {
    if (!this.#client) return nothing
    return chatButton({ t: this.#t, isOpen: this.#isOpen, unread: this.unread, onToggle: this.#toggle })
  }

  panel(): TemplateResult | typeof nothing {
    const [client, visitId, host] = [this.#client, this.#visit?.id, this.#host]
    if (!this.isOpen || !client || visitId === undefined) return nothing
    const problem = this.#sending.problem ?? this.#older.problem ?? this.#opened.problem ?? this.#thread.problem
    const isSending = this.#sending.busy
    const isMissing = this.#missing === 'file'
    return chatView({
      ...{ t: this.#t, format: host.format, isStaff: this.#room.isStaff() },
      ...{ thread: this.#thread.value?.thread, isLoading: this.#thread.busy },
      problem: problem ? problemView(host, problem, { texts: this.#t }) : nothing,
      ...{ text: this.#text, isSending, isMissing: this.#missing === 'text', restored: this.#restored },
      files: this.#files.view({ client, of: { visitId }, isSending, isMissing }),
      filesOf: ({ attachments }) => this.#opened.buttons(client, visitId, attachments),
      sendsWithEnter: matchMedia('(pointer: fine)').matches,
      ...{ onText: this.#write, onSend: () => void this.#send(), onOlder: this.#olderPage, onClose: this.#toggle },
    })
  }

  /** Classes of the room: where its parts are while the messages are open. */
  get className(): string {
    if (!this.isOpen) return ''
    return this.#host.querySelector('[slot="aside"]') ? 'with-chat' : 'with-chat alone-on-page'
  }

  /** Before the call, and when it cannot be joined. */
  beforeJoining(more: unknown = nothing): TemplateResult | typeof nothing {
    if (!this.#client) return nothing
    return html`<div class="chat-place stack">
      <div class="row wrap">${this.button()}${more}</div>
      ${this.isOpen ? html`<div class="chat-before">${this.panel()}</div>` : nothing}
    </div>`
  }
}
