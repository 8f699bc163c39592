import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment, Organization, Visit } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconCheck } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { waitingRoomEn } from './waiting-room.en.ts'

type WaitingRoomTranslate = Translate<typeof waitingRoomEn>

export const skeletonView = (t: WaitingRoomTranslate): TemplateResult =>
  html`<div class="card pad stack" aria-busy="true">
    <p class="visually-hidden" role="status">${t('loading')}</p>
    <span class="skeleton title half"></span><span class="skeleton"></span><span class="skeleton target"></span>
  </div>`

/** Whom to call in an emergency. */
export const emergencyNote = (t: WaitingRoomTranslate, { contact }: Organization): TemplateResult =>
  html`<p class="note">
    ${t.rich('emergencyNote', { number: phoneLink(contact.emergencyNumber), phone: phoneLink(contact.phone) })}
  </p>`

/** Before check-in opens. */
export const tooEarlyView = (
  t: WaitingRoomTranslate,
  format: Formatter,
  { checkInFrom, start, practitioner }: Appointment,
  organization: Organization,
): TemplateResult =>
  html`<div class="stack">
    <div class="card pad tight">
      <h2 tabindex="-1">${t('tooEarlyHeading', { time: format.time(checkInFrom) })}</h2>
      <p class="muted">${t('tooEarlyText', { name: practitioner.displayName, when: format.moment(start) })}</p>
    </div>
    ${emergencyNote(t, organization)}
  </div>`

/** What is done, and the patient's reported location. */
export const preparationView = (
  t: WaitingRoomTranslate,
  { requiredConsents, questionnaires }: Appointment,
  location: Visit['location'],
  onChangePlace: () => void,
): TemplateResult => {
  const done = (text: string): TemplateResult => html`<li>${iconCheck}<span>${text}</span></li>`
  const place = location && [location.line1, location.city, location.state].join(', ')
  return html`<section class="card pad stack" aria-labelledby="before">
    <h3 id="before">${t('beforeHeading')}</h3>
    <ul class="todo small tight">
      ${requiredConsents.length > 0 ? done(t('consentDone')) : nothing}
      ${questionnaires.length > 0 ? done(t('intakeDone')) : nothing} ${place ? done(t('placeNow', { place })) : nothing}
    </ul>
    <div>
      <button class="btn quiet small start change-place" type="button" @click=${onChangePlace}>
        ${t('changePlace')}
      </button>
    </div>
  </section>`
}

/** The clinician is ready, and the page has not navigated. */
export const calledInView = (t: WaitingRoomTranslate, name: string, onGo: () => void): TemplateResult =>
  html`<div class="card pad stack">
    <div class="tight">
      <h2 tabindex="-1">${t('admittedHeading', { name })}</h2>
      <p class="muted">${t('admittedText')}</p>
    </div>
    <div>
      <button class="btn primary" type="button" @click=${onGo}>${t('admittedButton')}</button>
    </div>
  </div>`

/** The visit has ended. */
export const endedView = (t: WaitingRoomTranslate, { contact }: Organization): TemplateResult =>
  html`<div class="card pad tight">
    <h2 tabindex="-1">${t('endedHeading')}</h2>
    <p class="muted">${t.rich('endedText', { phone: phoneLink(contact.phone) })}</p>
  </div>`
