import { html, nothing, type TemplateResult } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { LazyKeptText } from './lazy-kept-text.ts'
import type { VisitElement } from './visit-element.ts'

interface KeptNoteView {
  readonly id: string
  readonly rows: number
  /** Maximum length in the contract, in characters. */
  readonly maxLength: number
  readonly label: string
  readonly hint?: string
  /** Null while nothing is wrong with it. */
  readonly fault: string | null
}

/** A text field whose text stays on the server until it is sent. Needs `fieldStyles`. */
export class KeptNote {
  readonly #kept: LazyKeptText
  #text = ''

  constructor(host: VisitElement, purpose: ConstructorParameters<typeof LazyKeptText>[1]) {
    this.#kept = new LazyKeptText(host, purpose, (text) => {
      this.#text = text
      host.requestUpdate()
    })
  }

  /** Without spaces around it; empty when nothing was written. */
  get text(): string {
    return this.#text.trim()
  }

  begin(): void {
    this.#text = ''
  }

  reset(): void {
    this.#kept.reset()
    this.begin()
  }

  async sent(): Promise<void> {
    await this.#kept.sent()
  }

  render(client: VisitClient, about: Parameters<LazyKeptText['of']>[1], view: KeptNoteView): TemplateResult {
    const { id, rows, maxLength, label, hint, fault } = view
    const describedBy = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
    return html`<div class="field">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${fault ? html`<p class="error" id="${id}-fault" role="alert">${fault}</p>` : nothing}
      <textarea
        id=${id}
        ${this.#kept.of(client, about)}
        rows=${rows}
        dir="auto"
        maxlength=${maxLength}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${describedBy || nothing}
        .value=${this.#text}
        @input=${(event: Event) => (this.#text = (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </div>`
  }
}
