import type { ReactiveController } from 'lit'
import type { NoteDifference, NoteVersion, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { Problem } from '../core/problem.ts'
import type { VisitElement } from '../core/visit-element.ts'

interface Versions {
  readonly items: readonly NoteVersion[]
  readonly nextCursor: string | null
}

/** The versions of one note, page by page, and the changes of one of them. Closed until it is opened. */
export class NoteHistory implements ReactiveController {
  isOpen = false
  /** The version whose changes are shown. */
  shown: number | null = null
  #host: VisitElement
  #versions: Loader<Versions>
  #difference: Loader<NoteDifference>

  constructor(host: VisitElement) {
    this.#host = host
    this.#versions = new Loader(host)
    this.#difference = new Loader(host)
    host.addController(this)
  }

  hostDisconnected(): void {
    this.close()
  }

  get versions(): readonly NoteVersion[] | undefined {
    return this.#versions.value?.items
  }

  get hasMore(): boolean {
    return Boolean(this.#versions.value?.nextCursor)
  }

  get difference(): NoteDifference | undefined {
    return this.#difference.value
  }

  get problem(): Problem | undefined {
    return this.#versions.problem ?? this.#difference.problem
  }

  open(client: VisitClient, noteId: string): void {
    this.isOpen = true
    void this.#versions.run((signal) => client.notes.versions(noteId, {}, { signal }).page())
  }

  more(client: VisitClient, noteId: string): void {
    const known = this.#versions.value
    if (!known) return
    const next = async (signal: AbortSignal): Promise<Versions> => {
      const { items, nextCursor } = await client.notes.versions(noteId, {}, { signal }).page(known.nextCursor)
      return { items: [...known.items, ...items], nextCursor }
    }
    void this.#versions.run(next, { quietly: true })
  }

  /** Shows the changes of a version; a second call hides them. */
  compare(client: VisitClient, noteId: string, to: number, from: number): void {
    this.shown = this.shown === to ? null : to
    this.#difference.reset()
    if (this.shown !== null)
      void this.#difference.run((signal) => client.notes.difference(noteId, { from, to }, { signal }))
  }

  close(): void {
    this.isOpen = false
    this.shown = null
    this.#versions.reset()
    this.#difference.reset()
    this.#host.requestUpdate()
  }
}
