import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Appointment } from '@visitkit/sdk'
import { keptRow } from '../core/kept-row.ts'
import type { Schedule } from './read-schedule.ts'
import { instantAt, offTimes, windowsOf, type Span } from './schedule-days.ts'
import type { ScheduleView } from './schedule-view.ts'
import { aboutVisit, patientOf, statusChips, timesOf, visitActions, visitOf } from './visit-facts.ts'
import { visitsByDay } from './visits-by-day.ts'

/** The days one below the other, each with its hours and its visits. */
export const dayList = (view: ScheduleView, schedule: Schedule): TemplateResult =>
  html`<div class="stack" part="list">${schedule.days.map((day) => oneDay(view, schedule, day))}</div>`

const isWholeDay = ({ from, to }: Span): boolean => from === 0 && to === 1440

const oneDay = (view: ScheduleView, schedule: Schedule, day: string): TemplateResult => {
  const { host, t } = view
  const { availability, closures, days, today } = schedule
  const { zone } = availability
  const visits = visitsByDay(schedule)[day] ?? []
  const range = ({ from, to }: Span): string =>
    t('fromTo', { from: host.format.time(instantAt(day, from, zone)), to: host.format.time(instantAt(day, to, zone)) })
  const windows = windowsOf(availability, day)
  const hours = windows.some(isWholeDay)
    ? t('hoursAllDay')
    : windows.length > 0
      ? t('hoursOfDay', { hours: host.format.and(windows.map(range)) })
      : t('noHours')
  const noon = `${day}T12:00:00Z`
  return html`<section class="card" aria-labelledby=${`day-${day}`}>
    <div class="pad tight head ${day === today ? 'today' : ''}">
      <h3 id=${`day-${day}`}>${host.format.at('UTC').dayInWords(noon, `${today}T12:00:00Z`)}</h3>
      <p class="small muted num">${hours}</p>
      ${offTimes(availability, closures, day).map(
        (off) =>
          html`<p class="small num">
            <span class="chip warn">${t(off.isClosure ? 'closed' : 'off')}</span>
            ${isWholeDay(off) ? nothing : range(off)}
          </p>`,
      )}
    </div>
    ${
      visits.length > 0
        ? visitRows(view, visits, timesOf)
        : days.length === 1
          ? html`<p class="pad muted">${t('noVisits')}</p>`
          : nothing
    }
  </section>`
}

/** Visits as rows, with what can be done with each. */
export const visitRows = (
  view: ScheduleView,
  visits: readonly Appointment[],
  when: (view: ScheduleView, one: Appointment) => string,
): TemplateResult =>
  html`<ul class="rows">
    ${repeat(
      visits,
      ({ id }) => id,
      (one) => keptRow(shownIn(view, one), () => visitRow(view, one, when)),
    )}
  </ul>`

const shownIn = ({ host, may, extras, interpreter, captioner }: ScheduleView, one: Appointment): readonly unknown[] => [
  host.format,
  one,
  may('appointment:book'),
  may('appointment:decide'),
  may('guest:manage'),
  extras()?.about(one).join(),
  interpreter.shownAt(one),
  captioner.shownAt(one),
]

const visitRow = (
  view: ScheduleView,
  one: Appointment,
  when: (view: ScheduleView, one: Appointment) => string,
): TemplateResult =>
  html`<li>
    <span class="num when">${when(view, one)}</span>
    <span class="tight grow">
      <b><bdi>${patientOf(view, one)}</bdi></b>
      <span class="small muted"><bdi>${visitOf(view, one)}</bdi></span>
      ${aboutVisit(view, one)} ${statusChips(view, one)} ${view.interpreter.render(one)} ${view.captioner.render(one)}
    </span>
    ${visitActions(view, one)}
  </li>`
