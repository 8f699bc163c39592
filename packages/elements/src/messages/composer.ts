import { html, nothing, type TemplateResult } from 'lit'
import type { Thread, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import type { Translate } from '../core/localize.ts'
import { OwnDraft, type DraftTexts } from '../core/own-draft.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { AddedFiles } from '../files/added-files.ts'
import type { messagesEn } from './messages.en.ts'

const topics = ['question', 'medication', 'result', 'appointment', 'billing'] as const
type Topic = (typeof topics)[number]

/** The destination of a message: a thread, or a new one. */
export type Destination = { readonly threadId: string } | { readonly patientId: string }

/** A message to one destination. The server keeps what is written until it is sent. */
export class Composer {
  readonly #host: VisitElement
  readonly #t: Translate<typeof messagesEn>
  readonly #to: Destination
  readonly #sending: Loader<Thread>
  readonly #files: AddedFiles
  readonly #draft: OwnDraft
  #opened: Promise<void> | undefined
  /** Of what was written before this page, and was not sent. */
  #restored: { readonly hadFiles: boolean } | null = null
  #topic: Topic = 'question'
  #subject = ''
  #text = ''
  #missing: 'subject' | 'text' | 'file' | null = null
  /** Key of the current message: sending it again after a lost response posts it once. */
  #key: string = crypto.randomUUID()

  constructor(host: VisitElement, t: Translate<typeof messagesEn>, to: Destination) {
    this.#host = host
    this.#t = t
    this.#to = to
    this.#sending = new Loader(host)
    this.#files = new AddedFiles(host, () => this.#changed())
    this.#draft = new OwnDraft(host, 'threadId' in to ? 'message' : 'new-thread')
  }

  /** Whether something is written that was not sent. */
  get hasText(): boolean {
    return this.#subject.trim() !== '' || this.#text.trim() !== '' || this.#files.ids.length > 0
  }

  /** Files are not kept, unlike text: those that are added, and the one that is being added. */
  get hasFiles(): boolean {
    return this.#files.hasAny
  }

  /** Fetches once what the person wrote here and did not send. */
  open(client: VisitClient, patientId: string): Promise<void> {
    this.#opened ??= this.#restore(client, patientId)
    return this.#opened
  }

  async #restore(client: VisitClient, patientId: string): Promise<void> {
    const about = 'threadId' in this.#to ? this.#to.threadId : patientId
    const kept = await this.#draft.open(client, about, patientId)
    if (!kept || this.hasText) return
    const { topic, subject = '', text = '', key, files } = kept
    this.#topic = topics.find((each) => each === topic) ?? 'question'
    this.#subject = subject
    this.#text = text
    // The message may have been sent, and the answer lost: the same one is then not sent twice.
    if (key && !files) this.#key = key
    this.#restored = { hadFiles: Boolean(files) }
    this.#host.requestUpdate()
  }

  get #texts(): DraftTexts {
    if (!this.hasText) return {}
    const [topic, subject, text, key] = [this.#topic, this.#subject, this.#text, this.#key]
    return { topic, subject, text, key, files: this.#files.ids.length > 0 ? String(this.#files.ids.length) : '' }
  }

  /** Clears what is in memory. The server keeps its text. */
  reset(): void {
    this.#clear()
    this.#draft.reset()
    this.#opened = undefined
  }

  #clear(): void {
    this.#sending.reset()
    this.#files.reset()
    this.#topic = 'question'
    this.#subject = ''
    this.#text = ''
    this.#missing = null
    this.#restored = null
    this.#key = crypto.randomUUID()
  }

  /** Returns the thread with the message; undefined when it was refused. */
  async send(client: VisitClient): Promise<Thread | undefined> {
    if (this.#sending.busy) return undefined
    const to = this.#to
    const [subject, text] = [this.#subject.trim(), this.#text.trim()]
    this.#missing = 'patientId' in to && !subject ? 'subject' : !text ? 'text' : this.#files.isAdding ? 'file' : null
    if (this.#missing) {
      this.#host.requestUpdate()
      void moveFocus(this.#host, `#${this.#missing}`)
      return undefined
    }
    const attachmentIds = this.#files.ids
    const options = { idempotencyKey: this.#key }
    const thread = await this.#sending.run(() =>
      'threadId' in to
        ? client.threads.post(to.threadId, { text, attachmentIds }, options)
        : client.threads.begin(to.patientId, { topic: this.#topic, subject, text, attachmentIds }, options),
    )
    if (thread) {
      this.#clear()
      void this.#draft.discard()
      this.#host.announce(this.#t('sent'))
    }
    return thread
  }

  /** After a change it is another message, with a new key. */
  #changed(): void {
    this.#key = crypto.randomUUID()
    this.#missing = null
    this.#draft.write(this.#texts)
    this.#host.requestUpdate()
  }

  #error(part: 'subject' | 'text'): TemplateResult | typeof nothing {
    return this.#missing === part
      ? html`<p class="error" id="${part}-error" role="alert">${this.#t(`${part}Missing`)}</p>`
      : nothing
  }

  #about(): TemplateResult {
    const t = this.#t
    return html`<div class="field">
        <label for="topic">${t('topic')}</label>
        <select
          id="topic"
          @change=${(event: Event) => {
            this.#topic = (event.target as HTMLSelectElement).value as Topic
            this.#changed()
          }}
        >
          ${topics.map((topic) => html`<option value=${topic} ?selected=${topic === this.#topic}>${t(`topic_${topic}`)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="subject">${t('subject')}</label>
        ${this.#error('subject')}
        <input
          id="subject"
          dir="auto"
          ?readonly=${this.#sending.busy}
          maxlength="120"
          autocomplete="off"
          aria-invalid=${this.#missing === 'subject' ? 'true' : nothing}
          aria-describedby=${this.#missing === 'subject' ? 'subject-error' : nothing}
          .value=${this.#subject}
          @input=${(event: Event) => {
            this.#subject = (event.target as HTMLInputElement).value
            this.#changed()
          }}
        />
      </div>`
  }

  /** @param patientId - The patient to whom the files will belong. */
  render(client: VisitClient, patientId: string, onSend: () => void, onCancel?: () => void): TemplateResult {
    const t = this.#t
    const isNewThread = 'patientId' in this.#to
    void this.open(client, patientId)
    return html`<form
      class="pad stack part"
      @submit=${(event: Event) => {
        event.preventDefault()
        onSend()
      }}
    >
      ${this.#restored ? html`<p class="note" role="status">${t(this.#restored.hadFiles ? 'restoredFiles' : 'restored')}</p>` : nothing}
      ${isNewThread ? this.#about() : nothing}
      <div class="field">
        <label for="text">${t('text')}</label>
        ${this.#error('text')}
        <textarea
          id="text"
          rows=${isNewThread ? 6 : 3}
          maxlength="8000"
          dir="auto"
          ?readonly=${this.#sending.busy}
          aria-invalid=${this.#missing === 'text' ? 'true' : nothing}
          aria-describedby=${this.#missing === 'text' ? 'text-error' : nothing}
          .value=${this.#text}
          @input=${(event: Event) => {
            this.#text = (event.target as HTMLTextAreaElement).value
            this.#changed()
          }}
        ></textarea>
      </div>
      ${this.#files.view({ client, of: { patientId }, isSending: this.#sending.busy, isMissing: this.#missing === 'file' })}
      ${this.#sending.problem ? problemView(this.#host, this.#sending.problem, { texts: t }) : nothing}
      <div class="row wrap">
        <button class="btn primary" aria-disabled=${this.#sending.busy ? 'true' : nothing}>
          ${t(this.#sending.busy ? 'sending' : 'send')}
        </button>
        ${onCancel ? html`<button class="btn quiet" type="button" @click=${onCancel}>${t('cancel')}</button>` : nothing}
      </div>
    </form>`
  }
}
