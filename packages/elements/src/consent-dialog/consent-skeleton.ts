import { html, type TemplateResult } from 'lit'
import type { ConsentDialogTranslate } from './consent-question.ts'

/** What is shown while the text loads. */
export const consentSkeleton = (t: ConsentDialogTranslate): TemplateResult =>
  html`<div class="page outer stack" aria-busy="true">
    <p class="visually-hidden" role="status">${t('loading')}</p>
    <span class="skeleton title half"></span>
    ${[1, 2, 3].map(() => html`<span class="skeleton"></span><span class="skeleton half"></span>`)}
  </div>`
