import { html, nothing, type TemplateResult } from 'lit'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { NoteDraftController } from './note-draft-controller.ts'
import type { NoteEditorTranslate } from './note-view.ts'

/** The result of the last save, where the status in the head is not enough. */
export const draftBanners = (
  host: VisitElement,
  t: NoteEditorTranslate,
  draftController: NoteDraftController,
  onCompare: () => void,
): TemplateResult | typeof nothing => {
  const { problem, conflict, hasMergedChanges } = draftController
  if (conflict !== null)
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
  if (problem)
    return html`<div class="notice" id="notice" tabindex="-1">
      ${problemView(host, problem, { texts: t, retry: () => void draftController.retry() })}
    </div>`
  // Another user's changes were merged.
  return hasMergedChanges ? html`<div class="notice"><p class="note" role="status">${t('caughtUp')}</p></div>` : nothing
}
