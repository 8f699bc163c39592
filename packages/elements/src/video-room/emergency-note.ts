import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { duringCallEn } from './during-call.en.ts'

/** That the visit began in an emergency without the consent; the patient can read it and decide. */
export const emergencyNote = (
  words: Translate<typeof duringCallEn>,
  /** For staff: what the patient says of the consent. Null for the patient. */
  recordSpoken: TemplateResult | null,
  onRead: () => void,
): TemplateResult =>
  html`<div class="card pad stack emergency-note">
    <p>${words(recordSpoken ? 'emergencyByStaff' : 'emergency')}</p>
    ${
      recordSpoken ??
      html`<div><button class="btn" type="button" @click=${onRead}>${words('readConsent')}</button></div>`
    }
  </div>`
