import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { duringCallEn } from './during-call.en.ts'

/** That the visit began in an emergency without the consent; the patient can read it and decide. */
export const emergencyNote = (
  words: Translate<typeof duringCallEn>,
  isStaff: boolean,
  onRead: () => void,
): TemplateResult =>
  html`<div class="card pad stack emergency-note">
    <p>${words(isStaff ? 'emergencyByStaff' : 'emergency')}</p>
    ${
      isStaff
        ? nothing
        : html`<div><button class="btn" type="button" @click=${onRead}>${words('readConsent')}</button></div>`
    }
  </div>`
