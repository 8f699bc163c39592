import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary, VisitClient } from '@visitkit/sdk'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

interface Listed {
  readonly items: readonly PractitionerSummary[]
  /** Cursor of the next page; null at the end. */
  readonly next: string | null
}

interface ListTexts {
  readonly none: string
  readonly more: string
}

/** The practitioners of the organization, page by page. */
export class PractitionerList {
  readonly loader: Loader<Listed>
  #client: VisitClient | null = null

  constructor(host: VisitElement) {
    this.loader = new Loader(host)
  }

  reset(): void {
    this.#client = null
    this.loader.reset()
  }

  /** One page more when `cursor` is given, else the first page. */
  async read(client: VisitClient, cursor?: string): Promise<void> {
    this.#client = client
    const before = cursor === undefined ? [] : (this.loader.value?.items ?? [])
    await this.loader.run(
      async (signal) => {
        const { items, nextCursor } = await client.practitioners.list({ limit: 50 }, { signal }).page(cursor)
        return { items: [...before, ...items], next: nextCursor }
      },
      { quietly: true },
    )
  }

  /** A row each, and the button for the next page. */
  view({ items, next }: Listed, { none, more }: ListTexts, row: (one: PractitionerSummary) => unknown): TemplateResult {
    if (items.length === 0) return html`<p>${none}</p>`
    return html`<ul class="lined">
        ${items.map(row)}
      </ul>
      ${
        next
          ? html`<div>
              <button class="btn" type="button" @click=${() => this.#client && void this.read(this.#client, next)}>
                ${more}
              </button>
            </div>`
          : nothing
      }`
  }
}
