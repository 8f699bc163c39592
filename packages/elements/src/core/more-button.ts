import { html, nothing, type TemplateResult } from 'lit'

interface MoreButton {
  /** Cursor of the next page; null at the end. */
  readonly next: string | null
  readonly busy: boolean
  readonly onMore: () => void
  /** The button's accessible name where a page has several lists. It begins with the visible text. */
  readonly name?: string
}

/** Below a list with more pages. The button stays while the next page loads, so that it keeps the focus. */
export const moreButton = (words: string, { next, busy, onMore, name }: MoreButton): TemplateResult | typeof nothing =>
  next === null
    ? nothing
    : html`<div>
        <button
          class="btn small"
          type="button"
          aria-label=${name ?? nothing}
          aria-disabled=${busy ? 'true' : nothing}
          @click=${onMore}
        >
          ${words}
        </button>
      </div>`
