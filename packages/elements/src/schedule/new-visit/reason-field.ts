import { html, type TemplateResult } from 'lit'
import type { NewVisitView } from './new-visit-view.ts'

/** Why the patient comes, in their words. */
export const reasonField = ({ t, flow }: NewVisitView): TemplateResult =>
  html`<div class="field">
    <label for="visit-reason">${t('reason')}</label>
    <textarea
      id="visit-reason"
      ${flow.kept.reason()}
      dir="auto"
      maxlength="2000"
      aria-describedby="visit-reason-hint"
      .value=${flow.reason}
      @input=${({ target }: Event) => (flow.reason = (target as HTMLTextAreaElement).value)}
    ></textarea>
    <p class="hint" id="visit-reason-hint">${t('reasonHint')}</p>
  </div>`
