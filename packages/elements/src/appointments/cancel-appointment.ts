import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { iconCheck } from '../core/icons.ts'
import { problemView } from '../core/problem-view.ts'
import type { CancelFlow } from '../time-choice/cancel-flow.ts'
import { appointmentText, fact, forPatient, isSupported } from './appointment-facts.ts'
import { calendarButton } from './calendar-button.ts'
import type { AppointmentsView, PatientReason } from './appointments-view.ts'

const reasons: readonly PatientReason[] = ['patient-request', 'no-longer-needed', 'booked-in-error', 'other']

/** "Cancel this visit?": which one, why, and what happens. */
export const askToCancel = (
  view: AppointmentsView,
  one: Appointment,
  flow: CancelFlow<PatientReason>,
  cancel: () => void,
): TemplateResult => {
  const { host, t, time, goTo } = view
  const { problem, busy } = flow.cancelling
  const { start, practitioner } = one
  return html`<form
    class="stack"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      cancel()
    }}
  >
    <div class="tight">
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('cancelHeading')}</h2>
      ${forPatient(view, one)}
    </div>
    ${problem ? problemView(host, problem, { texts: t }) : nothing}
    <dl class="card list">
      ${fact(t('when'), time.t('confirmTime', { time: host.format.moment(start), zone: host.format.zoneName(start) }))}
      ${fact(t('with'), practitioner.displayName)} ${fact(t('visit'), appointmentText(view, one))}
    </dl>
    <fieldset class="field" aria-describedby=${flow.isReasonMissing ? 'why-error' : nothing}>
      <legend class="label">${t('why')}</legend>
      ${flow.isReasonMissing ? html`<p class="error" id="why-error">${t('whyMissing')}</p>` : nothing}
      ${reasons.map(
        (reason) =>
          html`<label class="choice">
            <input type="radio" name="why" .checked=${flow.reason === reason} @change=${() => flow.choose(reason)} />
            ${t(`reason_${reason}`)}
          </label>`,
      )}
    </fieldset>
    <p>${t(isSupported(one) ? 'cancelEffect' : 'cancelEffectUnsupported')}</p>
    <div class="row wrap">
      <button class="btn danger" type="submit" aria-disabled=${busy ? 'true' : nothing}>
        ${t(busy ? 'cancelling' : 'cancelNow')}
      </button>
      <button class="btn" type="button" @click=${() => goTo('list')}>${t('keepVisit')}</button>
    </div>
  </form>`
}

/** "Your visit is cancelled", with the file for the calendar, and the way to another visit. */
export const cancelledAppointment = (view: AppointmentsView, one: Appointment): TemplateResult => {
  const { host, t, goTo } = view
  const { start, practitioner, visitTypeId } = one
  const book = (): void => void emit(host, 'visit-book-requested', { visitTypeId, practitionerId: practitioner.id })
  return html`<div class="stack">
    <div class="row">
      <span class="avatar ok" aria-hidden="true">${iconCheck}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('cancelledHeading')}</h2>
    </div>
    ${forPatient(view, one)}
    <p class="num">
      ${t(isSupported(one) ? 'cancelledText' : 'cancelledUnsupported', {
        time: host.format.moment(start),
        name: practitioner.displayName,
      })}
    </p>
    ${calendarButton(view, one, t('cancelledCalendar'))}
    <div class="row wrap">
      <button class="btn primary" type="button" @click=${book}>${t('another')}</button>
      <button class="btn" type="button" @click=${() => goTo('list')}>${t('backToVisits')}</button>
    </div>
  </div>`
}
