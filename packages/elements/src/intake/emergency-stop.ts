import { html, nothing, type TemplateResult } from 'lit'
import type { Organization } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { intakeEn } from './intake.messages.ts'

const call = (number: string): TemplateResult => html`<a href="tel:${number.replace(/[^0-9+]/g, '')}">${number}</a>`

/** Stops the form: where to get help now, in the order of urgency, and a way on for whoever is safe. */
export const emergencyStop = (
  t: Translate<typeof intakeEn>,
  { contact }: Organization,
  onSafe: () => void,
): TemplateResult =>
  html`<section class="card pad stack urgent help" role="alert" aria-labelledby="urgent">
    <div class="tight">
      <h2 id="urgent" tabindex="-1">${t('emergencyHeading')}</h2>
      <p>${t('emergencyText')}</p>
    </div>
    <p>${t.rich('emergencyCall', { number: call(contact.emergencyNumber) })}</p>
    ${contact.crisisLine ? html`<p>${t.rich('emergencyCrisis', { number: call(contact.crisisLine) })}</p>` : nothing}
    <p>${t.rich('emergencyClinic', { phone: call(contact.phone) })}</p>
    <div><button class="btn" type="button" @click=${onSafe}>${t('emergencyGoOn')}</button></div>
  </section>`
