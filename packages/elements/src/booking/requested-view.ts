import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { iconInfo } from '../core/icons.ts'
import { practitionerCard } from '../time-choice/practitioner-card.ts'
import { zoneNote } from '../time-choice/zone-note.ts'
import { bookedPlace } from './booked-place.ts'
import type { EndView } from './end-view.ts'
import { stateOf } from './booking-view.ts'

/** "Your request is sent", and when the clinic will answer. The visit is not booked: there is no file for the calendar yet. */
export const requestedView = (
  view: EndView,
  { start, practitioner, answerBy }: Appointment,
  appointmentsUrl: string | undefined,
): TemplateResult => {
  const { host, flow, end: t } = view
  const visits = appointmentsUrl ? html`<a href=${appointmentsUrl}>${t('bookedVisits')}</a>` : nothing
  return html`<div class="stack">
    <div class="row">
      <span class="avatar" aria-hidden="true">${iconInfo}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('requestedHeading')}</h2>
    </div>
    <p class="num">
      ${t('requestedText', { name: practitioner.displayName, day: host.format.day(start), time: host.format.time(start) })}
    </p>
    ${practitionerCard(view.time, practitioner, stateOf(view))} ${bookedPlace(view)}
    <div class="tight num">
      ${answerBy ? html`<p>${t('requestedNext', { until: host.format.moment(answerBy) })}</p>` : nothing}
      ${visits === nothing ? nothing : html`<p>${t.rich('requestedCancel', { visits })}</p>`}
    </div>
    <div class="row wrap">
      <button class="btn quiet start" type="button" @click=${() => flow.bookAnother()}>${t('another')}</button>
    </div>
    ${zoneNote(view.time, start)}
  </div>`
}
