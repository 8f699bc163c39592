import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { iconCalendar, iconCheck } from '../core/icons.ts'
import { phoneLink } from '../core/phone-link.ts'
import { practitionerCard } from '../time-choice/practitioner-card.ts'
import { zoneNote } from '../time-choice/zone-note.ts'
import { bookedPlace } from './booked-place.ts'
import type { EndView } from './end-view.ts'
import { patientName, stateOf } from './booking-view.ts'

/** "Your visit is booked", with the next steps. */
export const bookedView = (
  view: EndView,
  appointment: Appointment,
  {
    appointmentsUrl,
    saveCalendar,
  }: { readonly appointmentsUrl: string | undefined; readonly saveCalendar: () => void },
): TemplateResult => {
  const { host, flow, end: t } = view
  const { start, checkInFrom, practitioner } = appointment
  const name = patientName(view)
  const minutes = host.format.minutes((Date.parse(start) - Date.parse(checkInFrom)) / 60_000)
  return html`<div class="stack">
    <div class="row">
      <span class="avatar ok" aria-hidden="true">${iconCheck}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('bookedHeading')}</h2>
    </div>
    ${name ? html`<p><b>${view.time.t('forName', { name })}</b></p>` : nothing}
    <p class="num">
      ${t('bookedText', { name: practitioner.displayName, day: host.format.day(start), time: host.format.time(start) })}
    </p>
    ${practitionerCard(view.time, practitioner, stateOf(view))} ${bookedPlace(view)}
    <div class="tight num">
      <p>${Date.parse(checkInFrom) > Date.now() ? t('bookedNext', { minutes }) : t('bookedNow')}</p>
      ${appointment.consentedByMinor === true ? html`<p>${t('minorAlone')}</p>` : nothing}
      ${changes(view, appointment, appointmentsUrl)}
    </div>
    <slot name="booked"></slot>
    <div class="row wrap">
      <button class="btn" type="button" @click=${saveCalendar}>${iconCalendar} ${t('calendar')}</button>
      <button class="btn quiet start" type="button" @click=${() => flow.bookAnother()}>${t('another')}</button>
    </div>
    ${zoneNote(view.time, start)}
  </div>`
}

/** Where it can be changed: on the page of the patient's visits while that is possible, else by telephone. */
const changes = (
  { host, end: t }: EndView,
  { changeableUntil }: Appointment,
  appointmentsUrl: string | undefined,
): unknown => {
  if (appointmentsUrl && Date.parse(changeableUntil) > Date.now()) {
    const visits = html`<a href=${appointmentsUrl}>${t('bookedVisits')}</a>`
    return html`<p>${t.rich('bookedChange', { until: host.format.moment(changeableUntil), visits })}</p>`
  }
  const { clinicPhone } = host
  return clinicPhone ? html`<p>${t.rich('bookedCall', { phone: phoneLink(clinicPhone) })}</p>` : nothing
}
