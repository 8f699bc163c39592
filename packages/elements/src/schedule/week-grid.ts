import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { keptRow } from '../core/kept-row.ts'
import type { DragVisit } from './drag-visit.ts'
import type { Schedule } from './read-schedule.ts'
import {
  hoursShown,
  instantAt,
  offTimes,
  placeVisits,
  windowsOf,
  type PlacedVisit,
  type Span,
} from './schedule-days.ts'
import { lacksConsent } from './missing-consents.ts'
import type { ScheduleView } from './schedule-view.ts'
import { setProperties } from './set-properties.ts'
import { aboutVisit, patientOf } from './visit-facts.ts'
import { visitsByDay } from './visits-by-day.ts'

/** Minutes from which a block has room for a second line, and for a third. */
const TWO_LINES = 25
const ROOMY = 45

interface GridOptions {
  readonly selectedId: string | undefined
  readonly select: (appointmentId: string) => void
  readonly drag: DragVisit
}

/** The week in columns, on a wide screen. */
export const weekGrid = (view: ScheduleView, schedule: Schedule, options: GridOptions): TemplateResult => {
  const { host } = view
  const { columns, hours } = columnsOf(schedule)
  const marks = Array.from({ length: (hours.to - hours.from) / 60 }, (_, index) => hours.from + index * 60)
  return html`<div class="grid card" part="grid" ${setProperties({ first: hours.from, height: hours.to - hours.from })}>
    <div class="axis num small muted" aria-hidden="true">
      ${marks.map(
        (minute) =>
          html`<span ${setProperties({ at: minute, for: 60 })}>
            ${host.format.time(instantAt(schedule.days[0] ?? '', minute, schedule.availability.zone))}
          </span>`,
      )}
    </div>
    ${columns.map((column) => dayColumn(view, schedule, column, options))}
  </div>`
}

interface Column {
  readonly day: string
  readonly placed: readonly PlacedVisit[]
  readonly windows: readonly Span[]
  readonly off: readonly (Span & { readonly isClosure: boolean })[]
}

interface Columns {
  readonly columns: readonly Column[]
  readonly hours: Span
}

const known = new WeakMap<Schedule, Columns>()

/** Computed once for each schedule, not at each render of it. */
const columnsOf = (schedule: Schedule): Columns => {
  const found = known.get(schedule)
  if (found) return found
  const { availability, closures, days } = schedule
  const visits = visitsByDay(schedule)
  const columns = days.map((day) => ({
    day,
    placed: placeVisits(visits[day] ?? [], availability.zone),
    windows: windowsOf(availability, day),
    off: offTimes(availability, closures, day),
  }))
  const hours = hoursShown(columns.flatMap(({ placed, windows }) => [...placed, ...windows]))
  const made = { columns, hours }
  known.set(schedule, made)
  return made
}

const dayColumn = (
  view: ScheduleView,
  { today }: Schedule,
  { day, placed, windows, off }: Column,
  options: GridOptions,
): TemplateResult => {
  const { host, t } = view
  const words = host.format.at('UTC')
  const noon = `${day}T12:00:00Z`
  return html`<section class="column ${day === today ? 'today' : ''}" aria-label=${words.day(noon)}>
    <h3><span class="small muted">${words.weekday(noon)}</span> ${words.dayOfMonth(noon)}</h3>
    <div class="track" data-day=${day}>
      ${windows.map((window) => html`<span class="open" ${place(window)}></span>`)}
      ${off.map((one) => html`<span class="off small" ${place(one)}>${t(one.isClosure ? 'closed' : 'off')}</span>`)}
      <ul>
        ${repeat(
          placed,
          ({ appointment }) => appointment.id,
          (one) => keptRow(shownIn(view, one, options), () => visitBlock(view, one, options)),
        )}
      </ul>
    </div>
  </section>`
}

const shownIn = (
  { host, may, extras }: ScheduleView,
  placed: PlacedVisit,
  { selectedId }: GridOptions,
): readonly unknown[] => {
  const { appointment } = placed
  const { from, to, lane, lanes } = placed
  const about = extras()?.about(appointment).join()
  return [
    host.format,
    appointment,
    from,
    to,
    lane,
    lanes,
    may('appointment:book'),
    appointment.id === selectedId,
    about,
  ]
}

const visitBlock = (
  view: ScheduleView,
  placed: PlacedVisit,
  { selectedId, select, drag }: GridOptions,
): TemplateResult => {
  const { host, t, may } = view
  const { appointment, lane, lanes } = placed
  const { id, start, status, support } = appointment
  const isMovable = may('appointment:book') && status === 'booked'
  const isLacking = lacksConsent(appointment)
  const isAsUsual = status === 'booked' && support.status === 'supported' && !isLacking
  const state =
    support.status === 'unsupported' ? t('needsTimeShort') : isLacking ? t('consentMissing') : t(`status_${status}`)
  const length = placed.to - placed.from
  const patient = html`<b><bdi>${patientOf(view, appointment)}</bdi></b>`
  return html`<li
    class="block ${support.status} ${status} ${isMovable ? 'movable' : ''}"
    ${place(placed, { lane, lanes })}
  >
    <button
      type="button"
      aria-expanded=${id === selectedId}
      @click=${() => select(id)}
      @pointerdown=${isMovable ? (event: PointerEvent) => drag.begin(event, appointment) : nothing}
    >
      <span class="line num">
        ${host.format.time(start)} ${length < TWO_LINES ? patient : nothing}
        <span class=${isAsUsual ? 'visually-hidden' : 'state'}>${state}</span>
      </span>
      ${length < TWO_LINES ? nothing : patient}
      <span class=${length < ROOMY ? 'visually-hidden' : ''}>${aboutVisit(view, appointment)}</span>
    </button>
  </li>`
}

const place = ({ from, to }: Span, more: Readonly<Record<string, number>> = {}) =>
  setProperties({ at: from, for: to - from, ...more })
