import { html, nothing, type TemplateResult } from 'lit'
import type { NoteEditorTranslate } from './note-view.ts'

interface DraftBannersView {
  readonly t: NoteEditorTranslate
  readonly hasConflict: boolean
  /** Why the server refused the draft, as a problem. */
  readonly refusal: unknown
  /** Another user's changes were merged. */
  readonly hasMergedChanges: boolean
  readonly onCompare: () => void
}

/** The result of the last save, where the status in the head is not enough. */
export const draftBanners = ({
  t,
  hasConflict,
  refusal,
  hasMergedChanges,
  onCompare,
}: DraftBannersView): TemplateResult | typeof nothing => {
  if (hasConflict)
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
  return hasMergedChanges ? html`<div class="notice"><p class="note" role="status">${t('caughtUp')}</p></div>` : nothing
}
