import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { SentFile, VisitClient } from '@visitkit/sdk'
import { ChartPart, type MoreTexts } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import { SignedText } from '../core/signed-text.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { ShownFiles } from '../files/shown-files.ts'
import { documentsMessages } from './documents.messages.ts'
import { readDocuments, type RecordDocument } from './read-documents.ts'

interface Options {
  /** The page on which a thread is opened by its id. */
  readonly messagesUrl: () => string | undefined
  readonly more: () => MoreTexts
}

/**
 * Summaries, signed agreements, cost estimates and the files of messages in one list, the newest first. Each is saved as a file, or read or
 * shown in its place. Updates live.
 */
export class DocumentsPart {
  readonly #host: VisitElement
  readonly #t
  readonly #list: ChartPart<LoadedPages<RecordDocument>>
  readonly #file: Loader<true>
  readonly #text: SignedText
  readonly #shown = new ShownFiles()
  readonly #openPictures = new Set<string>()
  readonly #options: Options
  #client: VisitClient | null = null
  #savedId: string | null = null

  constructor(host: VisitElement, options: Options) {
    this.#host = host
    this.#options = options
    host.addController({ hostDisconnected: () => this.#shown.reset() })
    this.#t = host.language.bundle(documentsMessages)
    this.#list = new ChartPart(host)
    this.#file = new Loader(host)
    this.#text = new SignedText(host)
  }

  reset(): void {
    for (const each of [this.#list, this.#file, this.#text, this.#shown]) each.reset()
    this.#openPictures.clear()
    this.#client = this.#savedId = null
  }

  follow(client: VisitClient, patientId: string, signal: AbortSignal): void {
    this.reset()
    this.#client = client
    this.#list.follow(
      client,
      patientId,
      ['summary.changed', 'consent.changed', 'estimate.changed', 'thread.changed'],
      (context) => readDocuments(client, patientId, { t: this.#t, format: this.#host.format }, context),
      signal,
    )
  }

  /** One file at a time. */
  async #work(id: string, done: string, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    if (this.#file.busy) return
    this.#savedId = id
    this.#host.announce(this.#t('preparing'))
    const isDone = await this.#file.run(async (signal) => {
      await work(signal)
      return true as const
    })
    if (isDone) this.#host.announce(done)
  }

  #saveButton(
    id: string,
    name: string,
    fileName: string,
    file: (signal: AbortSignal) => Promise<Blob>,
  ): TemplateResult {
    const t = this.#t
    return this.#fileButton(t('save'), t('saveOf', { name }), () =>
      this.#work(id, t('saved'), async (signal) => saveFile(await file(signal), `${fileName}.pdf`)),
    )
  }

  #fileButton(text: string, label: string, onClick: () => unknown, isOpen?: boolean): TemplateResult {
    return html`<button
      class="btn small"
      type="button"
      aria-expanded=${isOpen === undefined ? nothing : isOpen ? 'true' : 'false'}
      aria-label=${label}
      aria-disabled=${this.#file.busy ? 'true' : nothing}
      @click=${() => void onClick()}
    >
      ${text}
    </button>`
  }

  /** A picture is shown in its place. A PDF may contain scripts, so it is only saved. */
  #sentAction({ id, name }: RecordDocument, sent: SentFile): unknown {
    const [t, client] = [this.#t, this.#client]
    if (!client) return nothing
    if (sent.kind === 'pdf')
      return this.#saveButton(id, name, t('sentFile'), (signal) => client.attachments.content(id, { signal }))
    const on = this.#shown.actions(
      t('sentFile'),
      (work) => void this.#work(id, t('shown'), (signal) => work(client, signal)),
    )
    const isOpen = this.#openPictures.has(id)
    const toggle = (): void => {
      if (this.#file.busy) return
      if (isOpen) this.#openPictures.delete(id)
      else this.#openPictures.add(id)
      if (!isOpen && !on.urlOf(id)) on.show(sent)
      this.#host.requestUpdate()
    }
    return this.#fileButton(t(isOpen ? 'close' : 'show'), t(isOpen ? 'closeOf' : 'showOf', { name }), toggle, isOpen)
  }

  #action(document: RecordDocument): unknown {
    const t = this.#t
    const { id, name, opens } = document
    if ('sent' in opens) return this.#sentAction(document, opens.sent)
    if (!('consent' in opens)) return this.#saveButton(id, name, opens.fileName, opens.file)
    const isOpen = this.#text.isOpen(opens.consent)
    // Named by the title itself: it is in the language in which it was signed.
    return html`<button
      class="btn small"
      type="button"
      id="read-${id}"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-labelledby="read-${id} document-${id}"
      @click=${() => this.#text.toggle(this.#client, opens.consent)}
    >
      ${t(isOpen ? 'close' : 'read')}
    </button>`
  }

  #item(document: RecordDocument): TemplateResult {
    const { id, name, about, opens } = document
    const failed = this.#savedId === id ? this.#file.problem : undefined
    return html`<li class="stack">
      <div class="row between">
        <span class="tight grow"
          ><b dir="auto" id="document-${id}">${name}</b
          ><span class="small muted" dir="auto">${about}</span
          >${'sent' in opens ? this.#threadLink(opens.sent) : nothing}</span
        >
        ${this.#action(document)}
      </div>
      ${'sent' in opens ? this.#picture(name, opens.sent) : nothing}
      ${failed ? problemView(this.#host, failed, { texts: this.#t }) : nothing}
      ${'consent' in opens && this.#text.isOpen(opens.consent) ? this.#text.render(this.#t, this.#t('preparing')) : nothing}
    </li>`
  }

  #threadLink({ thread: { id, subject } }: SentFile): unknown {
    const [t, url] = [this.#t, this.#options.messagesUrl()]
    if (!url) return nothing
    return html`<a
      class="small"
      href="${url}#${id}"
      aria-label=${t('openThreadOf', { subject: subject || t('ofVisit') })}
      >${t('openThread')}</a
    >`
  }

  #picture(name: string, { id }: SentFile): unknown {
    const url = this.#shown.urlOf(id)
    return url && this.#openPictures.has(id) ? html`<img class="picture" src=${url} alt=${name} />` : nothing
  }

  #content(list: LoadedPages<RecordDocument>): unknown {
    const t = this.#t
    if (list.items.length === 0) return html`<p class="muted">${t('none')}</p>`
    return html`<ul class="lined">
        ${repeat(
          list.items,
          ({ id }) => id,
          (document) => this.#item(document),
        )}
      </ul>
      ${this.#list.below(this.#options.more(), list, 'documents', t('heading'))}`
  }

  view(): TemplateResult {
    return this.#list.render('documents', this.#t('heading'), (list) => this.#content(list), {
      waiting: this.#t('loading'),
      retry: () => this.#host.startAgain(),
    })
  }
}
