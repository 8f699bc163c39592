import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { iconBack, iconCheck } from '../core/icons.ts'
import { confirmProblem } from '../time-choice/confirm-problem.ts'
import { countdown } from '../time-choice/countdown.ts'
import { chooseMoveTime, moveTimes } from '../time-choice/move-time.ts'
import { zoneNote } from '../time-choice/zone-note.ts'
import { appointmentText, fact, forPatient } from './appointment-facts.ts'
import { calendarButton } from './calendar-button.ts'
import type { AppointmentsView } from './appointments-view.ts'

const backButton = ({ t, goTo }: AppointmentsView): TemplateResult =>
  html`<div>
    <button class="btn quiet small start" type="button" @click=${() => goTo('list')}>
      ${iconBack} ${t('backToVisits')}
    </button>
  </div>`

/** "Choose a new time", with the same practitioner chosen. */
export const chooseNewTime = (view: AppointmentsView, one: Appointment, again: () => void): TemplateResult => {
  const { host, t, time, flow, nameOf, goTo } = view
  const head = html`<div class="tight">
    ${backButton(view)}
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('moveHeading')}</h2>
    ${forPatient(view, one)}
    <p class="muted num">
      ${t('moveNow', { time: host.format.moment(one.start), name: one.practitioner.displayName })}
    </p>
  </div>`
  return chooseMoveTime(time, flow, {
    ...{ head, who: t('who'), one, name: nameOf(one), texts: t, again },
    next: () => goTo('confirm', one),
    below: waitForEarlier(view, one),
  })
}

/** Below the times, unless one is held. */
const waitForEarlier = ({ time: { choice }, waitlist }: AppointmentsView, one: Appointment): unknown => {
  if (!choice.times.value || choice.hold.isActive || choice.hold.placing) return nothing
  const { id, start, patientId, visitTypeId } = one
  return waitlist?.join({
    ...{ patientId, visitTypeId, practitionerId: choice.practitionerId ?? null },
    moved: { id, start },
  })
}

/** "Check the new time": the old one and the new one, and the last step. */
export const confirmNewTime = (view: AppointmentsView, one: Appointment, move: () => void): TemplateResult => {
  const { host, t, time, flow, goTo } = view
  const { hold, isActive } = time.choice.hold
  const { oldTime, newTime, where } = moveTimes(time, flow, one, (values) => t('timeWith', values))
  const { busy, problem } = flow.moving
  return html`<form
    class="form"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault()
      move()
    }}
  >
    <div class="stack">
      <div class="tight">
        ${backButton(view)}
        <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('confirmHeading')}</h2>
        ${forPatient(view, one)}
      </div>
      ${confirmProblem(time, problem, () => goTo('time', one))}
      <dl class="card list">
        ${fact(t('visit'), appointmentText(view, one))} ${fact(t('oldTime'), oldTime)}
        ${newTime === null ? nothing : fact(t('newTime'), html`<b>${newTime}</b>`)}
        ${where ? fact(where.name, where.value) : nothing}
      </dl>
      ${zoneNote(time, hold?.start ?? one.start)}
      <div>
        <button class="btn" type="button" @click=${() => goTo('list')}>${t('keepOld')}</button>
      </div>
    </div>
    ${
      isActive
        ? html`<div class="bar" part="bar">
            <div class="row between wrap">
              ${countdown(time)}
              <button class="btn primary" type="submit" aria-disabled=${busy ? 'true' : nothing}>
                ${t(busy ? 'moving' : 'move')}
              </button>
            </div>
          </div>`
        : nothing
    }
  </form>`
}

/**
 * "Your visit is moved", with the file for the calendar.
 *
 * @param oldStart - The old time, if others can have it now.
 */
export const movedAppointment = (view: AppointmentsView, one: Appointment, oldStart: string | null): TemplateResult => {
  const { host, t, time, goTo } = view
  const { start, practitioner } = one
  return html`<div class="stack">
    <div class="row">
      <span class="avatar ok" aria-hidden="true">${iconCheck}</span>
      <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('movedHeading')}</h2>
    </div>
    <div class="tight num">
      ${forPatient(view, one)}
      <p>
        ${t('movedText', { name: practitioner.displayName, day: host.format.day(start), time: host.format.time(start) })}
      </p>
      ${
        oldStart === null
          ? nothing
          : html`<p class="muted">${t('movedOld', { time: host.format.moment(oldStart) })}</p>`
      }
    </div>
    ${calendarButton(view, one, t('updateCalendar'))}
    <div><button class="btn" type="button" @click=${() => goTo('list')}>${t('backToVisits')}</button></div>
    ${zoneNote(time, start)}
  </div>`
}
