import { html, nothing, type TemplateResult } from 'lit'
import type { IntakeAlert, Organization } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { AlertProgress } from './alert-progress.ts'
import type { intakeEn } from './intake.en.ts'

export interface EmergencyStopView {
  readonly t: Translate<typeof intakeEn>
  readonly organization: Organization
  /** Codes of the emergency rules. */
  readonly codes: readonly IntakeAlert[]
  readonly progress: AlertProgress
  readonly onSafe: () => void
}

const progressKeys = {
  unsaved: 'emergencyNotTold',
  raised: 'emergencyTelling',
  shown: 'emergencyTold',
  acknowledged: 'emergencyTold',
} as const satisfies Readonly<Record<AlertProgress['state'], keyof typeof intakeEn>>

const progressText = (t: EmergencyStopView['t'], { state, seenBy }: AlertProgress): string =>
  state === 'acknowledged' && seenBy !== undefined ? t('emergencySeen', { name: seenBy }) : t(progressKeys[state])

/** Stops the form: shows where to get help now, the best match first, and a way to continue for anyone who is safe. */
export const emergencyStop = ({ t, organization, codes, progress, onSafe }: EmergencyStopView): TemplateResult => {
  const { emergencyNumber, crisisLine, phone } = organization.contact
  const emergency = html`<p>${t.rich('emergencyCall', { number: phoneLink(emergencyNumber) })}</p>`
  const crisis = crisisLine ? html`<p>${t.rich('emergencyCrisis', { number: phoneLink(crisisLine) })}</p>` : nothing
  const isCrisis = codes.every((code) => code === 'self-harm-thoughts')
  return html`<section class="card pad stack urgent help" role="alert" aria-labelledby="urgent">
    <div class="tight">
      <h2 id="urgent" tabindex="-1">${t('emergencyHeading')}</h2>
      <p>${t('emergencyText')} ${progressText(t, progress)}</p>
    </div>
    ${isCrisis ? [crisis, emergency] : [emergency, crisis]}
    <p>${t.rich('emergencyClinic', { phone: phoneLink(phone) })}</p>
    <div>
      <button class="btn" type="button" @click=${onSafe}>${t('emergencyGoOn')}</button>
    </div>
  </section>`
}
