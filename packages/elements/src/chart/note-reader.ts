import { html, nothing, type TemplateResult } from 'lit'
import type { Me, Note, NoteSummary, PrivacyRequest, VisitClient } from '@visitkit/sdk'
import { LazyPart } from '../core/lazy-part.ts'
import { emit } from '../core/emit.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ChartTranslate } from './chart-translate.ts'
import type { NoteRequestsView } from './note-requests.ts'
import type { noteView } from './note-view.ts'

/** The note that is read inside the chart, one at a time. */
export class NoteReader {
  readonly #host: VisitElement
  readonly #t: ChartTranslate
  readonly #client: () => VisitClient | null
  readonly #me: () => Promise<Me | undefined>
  readonly #reading: Loader<{
    readonly note: Note
    readonly view: typeof noteView
    /** What the patient asked to correct in it. */
    readonly requests: readonly PrivacyRequest[]
  }>
  readonly #requests: LazyPart<NoteRequestsView>
  #openId: string | null = null

  constructor(
    host: VisitElement,
    t: ChartTranslate,
    client: () => VisitClient | null,
    me: () => Promise<Me | undefined>,
  ) {
    this.#me = me
    this.#host = host
    this.#t = t
    this.#client = client
    this.#reading = new Loader(host)
    this.#requests = new LazyPart(host, () =>
      import('./note-requests.ts').then(({ noteRequests }) => noteRequests(host)),
    )
  }

  /** The id of the note that is open. */
  get openId(): string | null {
    return this.#openId
  }

  reset(): void {
    this.#openId = null
    this.#reading.reset()
  }

  /** Opens a note, unless the page shows it itself, or closes it. */
  toggle({ id, visitId }: NoteSummary): void {
    const client = this.#client()
    if (!client) return
    if (this.#openId === id) {
      this.reset()
      return
    }
    if (!emit(this.#host, 'visit-open-note-requested', { noteId: id, visitId })) return
    this.#openId = id
    void this.#reading.run(async (signal) => {
      const reading = [client.notes.get(id, { signal }), loadModule(import('./note-view.ts'))] as const
      const [note, { noteView: view }] = await Promise.all(reading)
      const me = await this.#me()
      const { readNoteRequests } = await loadModule(import('./note-requests.ts'))
      const requests = await readNoteRequests(client, note, me?.permissions ?? [], signal)
      if (requests.length > 0) await this.#requests.fetch()
      return { note, view, requests }
    })
  }

  /** The open note, what it waits for, or why it could not be read. Null if none is open. */
  view(): TemplateResult | null {
    if (this.#openId === null) return null
    const { now } = this.#reading
    if (now.state === 'failed') return problemView(this.#host, now.problem, { again: () => this.#host.startAgain() })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('readingNote')}</p>`
    const { note, view, requests } = now.value
    return html`${view(this.#t, this.#host.format, note)}${this.#requests.value?.(requests) ?? nothing}`
  }
}
