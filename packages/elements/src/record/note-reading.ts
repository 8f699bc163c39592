import { html, type TemplateResult } from 'lit'
import type { Note, NoteSummary, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { noteList, noteText } from './note-list.ts'
import type { RecordTranslate } from './result-words.ts'

/** The notes of visits: one is open at a time, and each can be downloaded. */
export class NoteReading {
  readonly #host: VisitElement
  readonly #t: RecordTranslate
  readonly #client: () => VisitClient | null
  readonly #note: Loader<Note>
  readonly #file: Loader<true>
  #openId: string | null = null

  constructor(host: VisitElement, t: RecordTranslate, client: () => VisitClient | null) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#note = new Loader(host)
    this.#file = new Loader(host)
  }

  reset(): void {
    this.#openId = null
    this.#note.reset()
    this.#file.reset()
  }

  isOpen({ id }: Pick<NoteSummary, 'id'>): boolean {
    return this.#openId === id
  }

  toggle({ id }: Pick<NoteSummary, 'id'>): void {
    const client = this.#client()
    this.#openId = this.#openId === id ? null : id
    this.#note.reset()
    if (client && this.#openId) void this.#note.run((signal) => client.notes.get(id, { signal }))
  }

  async #download({ id }: NoteSummary): Promise<void> {
    const client = this.#client()
    if (!client || this.#file.busy) return
    this.#host.announce(this.#t('downloading'))
    const done = await this.#file.run(async (signal) => {
      saveFile(await client.notes.pdf(id, { signal }), `${this.#t('fileName')}.pdf`)
      return true as const
    })
    if (done) this.#host.announce(this.#t('downloaded'))
  }

  #opened(): TemplateResult {
    const { now } = this.#note
    if (now.state === 'failed')
      return problemView(this.#host, now.problem, { texts: this.#t, again: () => this.#host.startAgain() })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${this.#t('readingNote')}</p>`
    return noteText(this.#t, this.#host.format, now.value)
  }

  list(items: readonly NoteSummary[]): unknown {
    return [
      this.#file.problem ? problemView(this.#host, this.#file.problem, { texts: this.#t }) : '',
      noteList({
        t: this.#t,
        format: this.#host.format,
        items,
        openId: this.#openId,
        reader: this.#openId ? this.#opened() : '',
        busy: this.#file.busy,
        onToggle: (note) => this.toggle(note),
        onDownload: (note) => void this.#download(note),
      }),
    ]
  }
}
