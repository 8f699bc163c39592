import { html, nothing, type TemplateResult } from 'lit'
import type { Prescription, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import { moreButton } from '../core/more-button.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The pages after the first one, which alone is live. */
export class OlderPrescriptions {
  readonly #host: VisitElement
  readonly #loading: Loader<unknown>
  #items: readonly Prescription[] = []
  /** Of the next page; undefined before one was requested, null at the end. */
  #cursor: string | null | undefined

  constructor(host: VisitElement) {
    this.#host = host
    this.#loading = new Loader(host)
  }

  reset(): void {
    this.#loading.reset()
    this.#items = []
    this.#cursor = undefined
  }

  /** The first page and those that were requested. One that has moved to the first page since is listed once. */
  after(first: readonly Prescription[]): readonly Prescription[] {
    const known = new Set(first.map(({ id }) => id))
    return [...first, ...this.#items.filter(({ id }) => !known.has(id))]
  }

  show(client: VisitClient | null, patientId: string, cursor: string): void {
    if (!client || this.#loading.busy) return
    void this.#loading.run(async (signal) => {
      const { items, nextCursor } = await client.prescriptions.ofPatient(patientId, {}, { signal }).page(cursor)
      this.#items = [...this.#items, ...items]
      this.#cursor = nextCursor
      return items
    })
  }

  /** `first` is the cursor of the first page. */
  more(words: string, first: string | null, onMore: (cursor: string) => void): TemplateResult {
    const { problem, busy } = this.#loading
    const next = this.#cursor === undefined ? first : this.#cursor
    return html`${problem ? html`<div class="notice">${problemView(this.#host, problem)}</div>` : nothing}
    ${next === null ? nothing : html`<div class="more">${moreButton(words, { next, busy, onMore: () => onMore(next) })}</div>`}`
  }
}
