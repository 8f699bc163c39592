import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { consentDialogEn } from './consent-dialog.en.ts'

/** "I agree" was pressed before every section was read. */
export const unseenAlert = (t: Translate<typeof consentDialogEn>, onGo: () => void): TemplateResult =>
  html`<div class="row between wrap" role="alert">
    <p class="error">${t('unseen')}</p>
    <button class="btn small" id="unseen-go" type="button" @click=${onGo}>${t('unseenGo')}</button>
  </div>`
