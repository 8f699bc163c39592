import { html, type TemplateResult } from 'lit'
import type { T } from './consent-question.ts'

/** Where a text will stand. */
export const consentBones = (t: T): TemplateResult =>
  html`<div class="page outer stack" aria-busy="true">
    <p class="unseen" role="status">${t('loading')}</p>
    <span class="bone title half"></span>
    ${[1, 2, 3].map(() => html`<span class="bone"></span><span class="bone half"></span>`)}
  </div>`
