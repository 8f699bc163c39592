import { html, nothing, type TemplateResult } from 'lit'

interface MoreButton {
  /** Where the list goes on; null at its end. */
  readonly next: string | null
  readonly busy: boolean
  readonly onMore: () => void
  /** What the button is called where several lists of a page go on. It begins with its words. */
  readonly name?: string
}

/** Below a list that goes on. It stays in its place while more is on its way, so that the focus does. */
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
