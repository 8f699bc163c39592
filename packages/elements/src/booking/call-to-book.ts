import { html, nothing, type TemplateResult } from 'lit'
import { iconInfo } from '../core/icons.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { BookingView } from './booking-view.ts'

/** The times of this type of visit are shown, and booked by telephone. */
export const callToBook = ({ host, t }: BookingView): TemplateResult => {
  const { clinicPhone } = host
  return html`<div class="banner" role="note">
    ${iconInfo}
    <div class="tight">
      <h3 class="part" aria-level=${host.headingLevel + 1}>${t('callHeading')}</h3>
      <p>${t('callText')} ${clinicPhone ? t.rich('callPhone', { phone: phoneLink(clinicPhone) }) : nothing}</p>
    </div>
  </div>`
}
