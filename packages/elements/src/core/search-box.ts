import { html, nothing, type ReactiveController, type TemplateResult } from 'lit'
import type { Translate } from './localize.ts'
import type { searchBoxEn } from './search-box.en.ts'
import { searchBoxMessages } from './search-box.messages.ts'
import type { VisitElement } from './visit-element.ts'

/** Milliseconds without input before a search is sent. */
const searchDelayMs = 180

/** What is wrong with a text that cannot be searched for, and the remedy. */
export type SearchFault = () => string

interface Search<Item> {
  /** Finds the items for a text. Aborted when the text changes. A fault is shown at the field until another text is typed. */
  readonly find: (text: string, signal: AbortSignal) => Promise<readonly Item[] | SearchFault>
  readonly picked: (item: Item) => void
  /** Items offered before any input, e.g. the most common ones. */
  readonly offered?: () => readonly Item[]
  /** Items that are shown with a reason and cannot be selected. */
  readonly isRefused?: (item: Item) => boolean
  /** Minimum number of letters for a search. Default 2. */
  readonly from?: number
}

interface SearchBoxView<Item> {
  /** Unique within the element. */
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly disabled?: boolean
  /** What to try when nothing was found. Default: fewer or other words. */
  readonly nothing?: string
  readonly option: (item: Item) => unknown
}

/**
 * A field that searches during input: the combobox pattern of the ARIA Authoring Practices with a list. The focus stays in the field; arrow
 * keys move, Enter selects, Escape closes and then clears. Late results are dropped. Needs `fieldStyles` and `searchBoxStyles`.
 */
export class SearchBox<Item> implements ReactiveController {
  #host: VisitElement
  #search: Search<Item>
  #t: Translate<typeof searchBoxEn>
  #text = ''
  #items: readonly Item[] = []
  #state: 'closed' | 'searching' | 'open' | 'failed' = 'closed'
  #active = 0
  #abort: AbortController | null = null
  #timer: ReturnType<typeof setTimeout> | undefined
  #scrollTo = ''
  #fault: SearchFault | null = null

  constructor(host: VisitElement, search: Search<Item>) {
    this.#host = host
    this.#search = search
    this.#t = host.language.bundle(searchBoxMessages)
    host.addController(this)
  }

  hostDisconnected(): void {
    this.clear()
  }

  hostUpdated(): void {
    if (!this.#scrollTo) return
    this.#host.renderRoot.querySelector(`#${this.#scrollTo}`)?.scrollIntoView({ block: 'nearest' })
    this.#scrollTo = ''
  }

  /** Clears the field, e.g. after the session ended. */
  clear(): void {
    this.#text = ''
    this.#fault = null
    this.#close()
  }

  /** Shows offered items that loaded after the field got the focus. */
  showOffered(): void {
    if (this.#state === 'closed' && this.#text === '') this.#offer()
  }

  #close(): void {
    clearTimeout(this.#timer)
    this.#abort?.abort()
    this.#state = 'closed'
    this.#items = []
    this.#host.requestUpdate()
  }

  #typed(text: string): void {
    this.#text = text
    clearTimeout(this.#timer)
    this.#abort?.abort()
    if (text.trim().length < (this.#search.from ?? 2)) {
      this.#fault = null
      return this.#offer()
    }
    // Removes results of an earlier text at once, so that Enter or a click cannot select one of them.
    this.#items = []
    this.#state = 'searching'
    this.#host.requestUpdate()
    this.#timer = setTimeout(() => void this.#run(text.trim()), searchDelayMs)
  }

  /** Shows the offered items, or no list when there are none. */
  #offer(): void {
    const offered = this.#text.trim() === '' ? (this.#search.offered?.() ?? []) : []
    this.#show(offered, offered.length > 0 ? 'open' : 'closed')
  }

  #show(items: readonly Item[], state: 'closed' | 'open'): void {
    this.#items = items
    this.#active = 0
    this.#state = state
    this.#host.requestUpdate()
  }

  async #run(text: string): Promise<void> {
    const { signal } = (this.#abort = new AbortController())
    try {
      const found = await this.#search.find(text, signal)
      if (signal.aborted) return
      this.#fault = typeof found === 'function' ? found : null
      if (typeof found === 'function') this.#close()
      else this.#show(found, 'open')
    } catch {
      if (signal.aborted) return
      this.#fault = null
      this.#items = []
      this.#state = 'failed'
      this.#host.requestUpdate()
    }
  }

  #pick(item: Item): void {
    if (this.#search.isRefused?.(item)) return
    this.clear()
    this.#search.picked(item)
  }

  #key(event: KeyboardEvent, id: string): void {
    const { key } = event
    const isOpen = this.#state === 'open' && this.#items.length > 0
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      if (!isOpen) return this.#text.trim() ? this.#typed(this.#text) : this.#offer()
      this.#active = (this.#active + step + this.#items.length) % this.#items.length
      this.#scrollTo = `${id}-${this.#active}`
      this.#host.requestUpdate()
      return
    }
    const item = this.#items[this.#active]
    if (key === 'Enter' && isOpen && item !== undefined) {
      event.preventDefault()
      this.#pick(item)
    } else if (key === 'Escape' && (this.#state !== 'closed' || this.#text !== '')) {
      event.preventDefault()
      if (this.#state === 'closed') this.clear()
      else this.#close()
    }
  }

  /** The text while a search is running or has no result. */
  #statusText(nothingFound = this.#t('nothing')): string {
    if (this.#state === 'searching') return this.#t('searching')
    if (this.#state === 'failed') return this.#t('failed')
    if (this.#state === 'open' && this.#items.length === 0) return nothingFound
    return this.#state === 'open' ? this.#t('found', { count: this.#items.length }) : ''
  }

  render({ id, label, hint, disabled = false, option, nothing: nothingFound }: SearchBoxView<Item>): TemplateResult {
    const isOpen = this.#state === 'open' && this.#items.length > 0
    const statusText = this.#statusText(nothingFound)
    const describedBy = [this.#fault && `${id}-fault`, hint && `${id}-hint`].filter(Boolean).join(' ')
    return html`<div class="field combo">
      <label for=${id}>${label}</label>
      ${this.#fault ? html`<p class="error" id="${id}-fault" role="alert">${this.#fault()}</p>` : nothing}
      <input
        id=${id}
        type="text"
        dir="auto"
        role="combobox"
        autocomplete="off"
        spellcheck="false"
        maxlength="60"
        aria-autocomplete="list"
        aria-expanded=${isOpen ? 'true' : 'false'}
        aria-controls="${id}-list"
        aria-activedescendant=${isOpen ? `${id}-${this.#active}` : nothing}
        aria-describedby=${describedBy || nothing}
        aria-invalid=${this.#fault ? 'true' : nothing}
        ?disabled=${disabled}
        .value=${this.#text}
        @input=${(event: Event) => this.#typed((event.target as HTMLInputElement).value)}
        @keydown=${(event: KeyboardEvent) => this.#key(event, id)}
        @focus=${() => this.#state === 'closed' && this.#offer()}
        @blur=${() => this.#close()}
      />
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      <div class="drop" ?hidden=${statusText === ''}>
        <ul id="${id}-list" role="listbox" aria-label=${label} ?hidden=${!isOpen}>
          ${this.#items.map(
            (item, index) =>
              html`<li
                id="${id}-${index}"
                role="option"
                aria-selected=${index === this.#active ? 'true' : 'false'}
                aria-disabled=${this.#search.isRefused?.(item) ? 'true' : nothing}
                @pointerdown=${(event: Event) => event.preventDefault()}
                @click=${() => this.#pick(item)}
              >
                ${option(item)}
              </li>`,
          )}
        </ul>
        <p class=${isOpen ? 'visually-hidden' : 'search-status'} role="status">${statusText}</p>
      </div>
    </div>`
  }
}
