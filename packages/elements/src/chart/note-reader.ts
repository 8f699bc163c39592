import { html, type TemplateResult } from 'lit'
import type { Note, NoteSummary, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ChartTranslate } from './chart-translate.ts'
import type { noteView } from './note-view.ts'

/** The note that is read inside the chart, one at a time. */
export class NoteReader {
  readonly #host: VisitElement
  readonly #t: ChartTranslate
  readonly #client: () => VisitClient | null
  readonly #reading: Loader<{ readonly note: Note; readonly view: typeof noteView }>
  #openId: string | null = null

  constructor(host: VisitElement, t: ChartTranslate, client: () => VisitClient | null) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#reading = new Loader(host)
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
      return { note, view }
    })
  }

  /** The open note, what it waits for, or why it could not be read. Null if none is open. */
  view(): TemplateResult | null {
    if (this.#openId === null) return null
    const { now } = this.#reading
    if (now.state === 'failed') return problemView(this.#host, now.problem, { again: () => this.#host.startAgain() })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('readingNote')}</p>`
    return now.value.view(this.#t, this.#host.format, now.value.note)
  }
}
