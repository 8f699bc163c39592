import { html, nothing, type TemplateResult } from 'lit'

/** Below a list that goes on. It stays in its place while more is on its way, so that the focus does. */
export const moreButton = (
  words: string,
  { next, busy, onMore }: { readonly next: string | null; readonly busy: boolean; readonly onMore: () => void },
): TemplateResult | typeof nothing =>
  next === null
    ? nothing
    : html`<div>
        <button class="btn small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onMore}>
          ${words}
        </button>
      </div>`
