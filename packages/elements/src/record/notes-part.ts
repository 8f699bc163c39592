import { html, type TemplateResult } from 'lit'
import type { Note, NoteSummary, VisitClient } from '@visitkit/sdk'
import { ChartPart, type MoreTexts } from '../chart/chart-part.ts'
import type { LoadedPages } from '../chart/reload-pages.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { saveFile } from '../core/save-file.ts'
import type { VisitElement } from '../core/visit-element.ts'
import { noteList, noteText } from './note-list.ts'
import type { RecordTranslate } from './result-words.ts'

/** Signed notes. Each can be read in its place, or saved as a file. */
export class NotesPart {
  readonly list: ChartPart<LoadedPages<NoteSummary>>
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
    this.list = new ChartPart(host)
    this.#note = new Loader(host)
    this.#file = new Loader(host)
  }

  reset(): void {
    this.list.reset()
    this.#note.reset()
    this.#file.reset()
    this.#openId = null
  }

  follow(client: VisitClient, patientId: string, limit: number, signal: AbortSignal): void {
    this.list.follow(
      client,
      patientId,
      ['note.changed'],
      (context) => context.loadPages('notes', client.notes.ofPatient(patientId, { limit }, context)),
      signal,
    )
  }

  /** Opens a note of the list, if it is one. */
  open(id: string): void {
    if (this.#openId !== id && this.list.value?.items.some((note) => note.id === id)) this.#toggle(id)
  }

  #toggle(id: string): void {
    const client = this.#client()
    this.#openId = this.#openId === id ? null : id
    this.#note.reset()
    if (client && this.#openId) void this.#note.run((signal) => client.notes.get(id, { signal }))
  }

  async #download(id: string): Promise<void> {
    const client = this.#client()
    if (!client || this.#file.busy) return
    this.#host.announce(this.#t('downloading'))
    const done = await this.#file.run(async (signal) => {
      saveFile(await client.notes.pdf(id, { signal }), `${this.#t('fileName')}.pdf`)
      return true as const
    })
    if (done) this.#host.announce(this.#t('downloaded'))
  }

  #reader(): unknown {
    const { now } = this.#note
    const [host, t] = [this.#host, this.#t]
    if (now.state === 'failed') return problemView(host, now.problem, { texts: t, again: () => host.startAgain() })
    if (now.state !== 'ready')
      return html`<p class="small muted" role="status" aria-busy="true">${t('readingNote')}</p>`
    return noteText(t, host.format, now.value)
  }

  view(texts: MoreTexts, more: { readonly waiting: string; readonly retry: () => void }): TemplateResult {
    const [host, t] = [this.#host, this.#t]
    return this.list.render(
      'notes',
      t('notes'),
      (notes) => [
        this.#file.problem ? problemView(host, this.#file.problem, { texts: t }) : '',
        noteList({
          t,
          format: host.format,
          items: notes.items,
          openId: this.#openId,
          reader: this.#openId ? this.#reader() : '',
          busy: this.#file.busy,
          onToggle: ({ id }) => this.#toggle(id),
          onDownload: ({ id }) => void this.#download(id),
        }),
        this.list.below(texts, notes, 'notes', t('notes')),
      ],
      more,
    )
  }
}
