import { html, nothing, type TemplateResult } from 'lit'
import { iconInfo } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import { stateText } from '../core/state-text.ts'
import type { BookingView } from './booking-view.ts'
import { stepHead } from './step-head.ts'
import type { visitPlaceEn } from './visit-place.en.ts'

type Words = Translate<typeof visitPlaceEn>

/** There are no times, because no one has a license where the patient will be: what can be done. */
export const noLicense = ({ flow, host }: BookingView, t: Words): TemplateResult => {
  const { state: place } = flow.place
  const { clinicPhone } = host
  const isOne = flow.time.practitionerId && !flow.asks('practitioner')
  return html`<div class="banner" role="status">
    ${iconInfo}
    <div class="stack">
      <div class="tight">
        <h3 class="part" aria-level=${host.headingLevel + 1}>
          ${place ? t.rich(isOne ? 'noLicenseOne' : 'noLicense', { state: stateText(place) }) : t('noLicenseEach')}
        </h3>
        <p>
          ${t(place ? 'noLicenseHint' : 'noLicenseEachHint')}
          ${clinicPhone ? t.rich('noLicenseCall', { phone: phoneLink(clinicPhone) }) : nothing}
        </p>
      </div>
      ${
        place
          ? html`<div>
              <button class="btn" type="button" @click=${() => flow.goTo('state')}>${t('otherState')}</button>
            </div>`
          : nothing
      }
    </div>
  </div>`
}

/** In place of the choice of a practitioner, of whom there is none. */
export const unlicensedStep = (view: BookingView, t: Words): TemplateResult =>
  html`<div class="stack">${stepHead(view, view.t('whoHeading'))} ${noLicense(view, t)}</div>`
