import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation, LabResult, VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'
import { problemView } from './problem-view.ts'
import { saveFile } from './save-file.ts'
import type { VisitElement } from './visit-element.ts'

export interface ResultFileWords {
  readonly save: string
  readonly saveOf: (name: string) => string
  readonly saving: string
  readonly saved: string
  /** The name of the saved file, without its ending. */
  readonly fileName: string
  /** Of a file that a browser cannot show safely. */
  readonly other: string
}

/** The files that a laboratory sent in its results. One is saved at a time; a PDF may contain scripts, so it is never opened in the page. */
export class ResultFiles {
  readonly #host: VisitElement
  readonly #client: () => VisitClient | null
  readonly #words: () => ResultFileWords
  readonly #file: Loader<true>
  #savedId: string | null = null

  constructor(host: VisitElement, client: () => VisitClient | null, words: () => ResultFileWords) {
    this.#host = host
    this.#client = client
    this.#words = words
    this.#file = new Loader(host)
  }

  reset(): void {
    this.#file.reset()
    this.#savedId = null
  }

  async #save(resultId: string, { id, kind }: NonNullable<LabObservation['document']>): Promise<void> {
    const client = this.#client()
    if (!client || this.#file.busy) return
    const { saving, saved, fileName } = this.#words()
    this.#savedId = id
    this.#host.announce(saving)
    const isSaved = await this.#file.run(async (signal) => {
      saveFile(await client.labs.document(resultId, id, { signal }), `${fileName}.${kind}`)
      return true as const
    })
    if (isSaved) this.#host.announce(saved)
  }

  view({ id: resultId }: Pick<LabResult, 'id'>, { name, document }: LabObservation): TemplateResult | typeof nothing {
    if (!document) return nothing
    const words = this.#words()
    if (document.kind === 'other') return html`<span class="muted">${words.other}</span>`
    const { problem, busy } = this.#file
    return html`<button
        class="btn small"
        type="button"
        aria-label=${words.saveOf(name)}
        aria-disabled=${busy ? 'true' : nothing}
        @click=${() => void this.#save(resultId, document)}
      >
        ${words.save}</button
      >${problem && this.#savedId === document.id ? problemView(this.#host, problem) : nothing}`
  }
}
