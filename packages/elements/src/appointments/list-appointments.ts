import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { keptRow } from '../core/kept-row.ts'
import { moreButton } from '../core/more-button.ts'
import { zoneNote } from '../time-choice/zone-note.ts'
import { appointmentText, forPatient } from './appointment-facts.ts'
import type { AppointmentsView } from './appointments-view.ts'
import { openAppointment, shownOf } from './open-appointment.ts'

interface ListOptions {
  /** The places on the waiting list. */
  readonly waiting: unknown
  /** The number of past visits to show. */
  readonly pastShown: number
  readonly busy: boolean
  readonly more: () => void
}

/** The upcoming visits, the next one first and largest, and the past ones. */
export const listAppointments = (view: AppointmentsView, options: ListOptions): TemplateResult => {
  const { host, t, time, list } = view
  const { waiting } = options
  const [next, ...later] = list.open
  return html`<div class="stack">
    <h2 id="heading" part="heading" tabindex="-1" aria-level=${host.headingLevel}>${t('heading')}</h2>
    ${waiting} ${next ? section(view, 'next', [next]) : empty(view)}
    ${later.length > 0 ? section(view, 'later', later) : nothing} ${next ? zoneNote(time) : nothing}
    ${pastVisits(view, options)}
  </div>`
}

const section = (view: AppointmentsView, name: 'next' | 'later', visits: readonly Appointment[]): TemplateResult =>
  html`<section class="stack" part=${name} aria-labelledby=${name}>
    <h3 id=${name}>${view.t(name)}</h3>
    <ul class="card list">
      ${visits.map((one) =>
        name === 'next'
          ? openAppointment(view, one, true)
          : keptRow(shownOf(view, one), () => openAppointment(view, one, false)),
      )}
    </ul>
  </section>`

const empty = ({ host, t }: AppointmentsView): TemplateResult => {
  const book = (): void => void emit(host, 'visit-book-requested', { visitTypeId: null, practitionerId: null })
  return html`<div class="card pad stack">
    <div class="tight">
      <p><b>${t('emptyHeading')}</b></p>
      <p class="muted">${t('emptyText')}</p>
    </div>
    <div><button class="btn primary" type="button" @click=${book}>${t('book')}</button></div>
  </div>`
}

const pastVisits = (view: AppointmentsView, { pastShown, busy, more }: ListOptions): unknown => {
  const { t, list } = view
  if (list.past.length === 0) return nothing
  const isMore = list.past.length > pastShown || list.hasMore
  return html`<section class="stack" part="past" aria-labelledby="past">
    <h3 id="past">${t('past')}</h3>
    <ul class="card list">
      ${list.past
        .slice(0, pastShown)
        .map((one) => keptRow([view.host.format, one, view.nameOf(one)], () => pastVisit(view, one)))}
    </ul>
    ${moreButton(t('more'), { next: isMore ? 'more' : null, busy, onMore: more })}
  </section>`
}

const pastVisit = (view: AppointmentsView, one: Appointment): TemplateResult => {
  const { host, t } = view
  const tone = one.status === 'completed' ? 'ok' : one.status === 'no-show' ? 'warn' : 'none'
  return html`<li class="row between wrap">
    <div class="tight">
      <p class="num"><time datetime=${one.start}>${host.format.moment(one.start)}</time></p>
      ${forPatient(view, one)}
      <p class="small muted">${one.practitioner.displayName}</p>
      <p class="small muted">${appointmentText(view, one)}</p>
    </div>
    <span class="chip ${tone}">${t(`status_${one.status}`)}</span>
  </li>`
}
