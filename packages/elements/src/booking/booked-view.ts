import { html, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { iconCalendar, iconCheck } from '../core/icons.ts'
import { practitionerCard } from '../time-choice/practitioner-card.ts'
import { stateOf, type BookingView } from './booking-view.ts'

/** "Your visit is booked", with the next steps. */
export const bookedView = (view: BookingView, appointment: Appointment, saveCalendar: () => void): TemplateResult => {
  const { host, flow, t } = view
  const { start, checkInFrom, changeableUntil, practitioner } = appointment
  const minutes = host.format.minutes((Date.parse(start) - Date.parse(checkInFrom)) / 60_000)
  const changeable = Date.parse(changeableUntil) > Date.now()
  return html`<div class="stack">
    <div class="row">
      <span class="avatar ok" aria-hidden="true">${iconCheck}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('bookedHeading')}</h2>
    </div>
    <p class="num">
      ${t('bookedText', { name: practitioner.displayName, day: host.format.day(start), time: host.format.time(start) })}
    </p>
    ${practitionerCard(view.time, practitioner, stateOf(view))}
    <p class="num">
      ${
        changeable
          ? t('bookedNext', { minutes, until: host.format.moment(changeableUntil) })
          : t('bookedNextFixed', { minutes })
      }
    </p>
    <div class="row wrap">
      <button class="btn" type="button" @click=${saveCalendar}>${iconCalendar} ${t('calendar')}</button>
      <button class="btn quiet" type="button" @click=${() => flow.bookAnother()}>${t('another')}</button>
    </div>
    <p class="note">${view.time.t('zoneNote', { zone: host.format.zoneName(start) })}</p>
  </div>`
}
