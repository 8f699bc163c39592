import { html, type TemplateResult } from 'lit'
import type { Consent, ConsentDocument, VisitClient } from '@visitkit/sdk'
import { Loader } from './loader.ts'
import type { ProblemTexts } from './problem-text.ts'
import { problemView } from './problem-view.ts'
import type { VisitElement } from './visit-element.ts'

/** The text of one decision at a time, in the version and the language in which the person decided. */
export class SignedText {
  readonly #host: VisitElement
  readonly #text: Loader<ConsentDocument>
  #openId: string | null = null

  constructor(host: VisitElement) {
    this.#host = host
    this.#text = new Loader(host)
  }

  reset(): void {
    this.#openId = null
    this.#text.reset()
  }

  isOpen({ id }: Pick<Consent, 'id'>): boolean {
    return this.#openId === id
  }

  toggle(client: VisitClient | null, { id, documentId, documentVersion: version, language }: Consent): void {
    this.#openId = this.#openId === id ? null : id
    this.#text.reset()
    if (client && this.#openId)
      void this.#text.run((signal) => client.consents.getDocument(documentId, { version, language }, { signal }))
  }

  /** @param waiting - What is shown while it loads. */
  render(texts: ProblemTexts, waiting: string): TemplateResult {
    const { now } = this.#text
    if (now.state === 'failed') return problemView(this.#host, now.problem, { texts })
    if (now.state !== 'ready') return html`<p class="small muted" role="status" aria-busy="true">${waiting}</p>`
    return html`<div class="text stack" lang=${now.value.language}>
      ${now.value.sections.map(
        ({ heading, text }) =>
          html`<div class="tight">
            <b dir="auto">${heading}</b>
            <p class="text-block" dir="auto">${text}</p>
          </div>`,
      )}
    </div>`
  }
}
