import { html, nothing, type TemplateResult } from 'lit'
import type { T } from './note-view.ts'

interface DraftNoticesView {
  readonly t: T
  readonly isClash: boolean
  /** Why the server refused the draft, told as a problem. */
  readonly refusal: unknown
  /** Somebody else's changes have been added. */
  readonly caughtUp: boolean
  readonly onCompare: () => void
}

/** What became of the last save, where it needs more than the words in the head. */
export const draftNotices = ({
  t,
  isClash,
  refusal,
  caughtUp,
  onCompare,
}: DraftNoticesView): TemplateResult | typeof nothing => {
  if (isClash)
    return html`<div class="notice" id="notice" tabindex="-1">
      <div class="banner warn" role="alert">
        <div class="stack">
          <div class="tight">
            <p><b>${t('conflictBanner')}</b></p>
            <p>${t('conflictBannerText')}</p>
          </div>
          <div>
            <button class="btn" type="button" @click=${onCompare}>${t('conflictOpen')}</button>
          </div>
        </div>
      </div>
    </div>`
  if (refusal) return html`<div class="notice" id="notice" tabindex="-1">${refusal}</div>`
  return caughtUp ? html`<div class="notice"><p class="note" role="status">${t('caughtUp')}</p></div>` : nothing
}
