import { html, nothing, type TemplateResult } from 'lit'

/** What can be done with a line of the inbox. `label` begins with the visible words, and says of which line it is. */
export const lineButton = (
  words: string,
  label: string,
  { busy, onPress }: { readonly busy: boolean; readonly onPress: () => void },
): TemplateResult =>
  html`<button
    class="btn small"
    type="button"
    aria-label=${label}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${onPress}
  >
    ${words}
  </button>`
