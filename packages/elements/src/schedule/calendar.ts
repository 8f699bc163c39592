import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { dayList } from './day-list.ts'
import { doneBanner } from './done-banner.ts'
import type { DragVisit } from './drag-visit.ts'
import { consentFilter, onlyLacking } from './missing-consents.ts'
import { needsTime } from './needs-time.ts'
import type { Schedule } from './read-schedule.ts'
import type { Period } from './schedule-days.ts'
import { scheduleHead } from './schedule-head.ts'
import type { ScheduleView } from './schedule-view.ts'
import { aboutVisit, patientOf, statusChips, timesOf, visitActions, visitOf } from './visit-facts.ts'
import { weekGrid } from './week-grid.ts'

interface CalendarOptions {
  readonly schedule: Schedule | undefined
  readonly practitioners: readonly PractitionerSummary[]
  readonly practitionerId: string | undefined
  readonly name: string | undefined
  readonly period: Period
  readonly isWide: boolean
  /** What was done last. */
  readonly done: string
  readonly drag: DragVisit
  readonly selectedId: string | undefined
  /** Only the visits that lack a consent are shown. */
  readonly onlyLacking: boolean
  readonly filter: (onlyLacking: boolean) => void
  readonly select: (appointmentId: string) => void
  readonly choose: (practitionerId: string) => void
  readonly show: (shown: { readonly period?: Period; readonly day?: string | null }) => void
  /** Without a schedule: why there is none. */
  readonly instead: unknown
}

/** The visits that need another time, and the days: a grid for a week on a wide screen, else a list. */
export const calendar = (view: ScheduleView, options: CalendarOptions): TemplateResult => {
  const { t } = view
  const { schedule, done, practitionerId, instead } = options
  return html`<div class="stack">
    ${scheduleHead(view, schedule, options)} ${doneBanner(done)}
    ${
      schedule
        ? html`${needsTime(view, schedule.unsupported)}
          ${consentFilter(view, schedule, options.onlyLacking, options.filter)}
          ${selectedVisit(view, schedule, options)}
          ${days(view, options.onlyLacking ? onlyLacking(schedule) : schedule, options)}`
        : practitionerId
          ? instead
          : html`<div class="card pad tight">
              <h3>${t('chooseHeading')}</h3>
              <p class="muted">${t('chooseText')}</p>
            </div>`
    }
  </div>`
}

const days = (view: ScheduleView, schedule: Schedule, options: CalendarOptions): TemplateResult =>
  options.isWide && schedule.days.length > 1 ? weekGrid(view, schedule, options) : dayList(view, schedule)

/** The visit of the grid that was opened. */
const selectedVisit = (
  view: ScheduleView,
  { appointments }: Schedule,
  { selectedId, select }: CalendarOptions,
): unknown => {
  const { t, host } = view
  const one = appointments.find(({ id }) => id === selectedId)
  if (!one) return nothing
  return html`<section class="card pad row between wrap" aria-labelledby="selected">
    <div class="tight">
      <h3 id="selected" tabindex="-1"><bdi>${patientOf(view, one)}</bdi></h3>
      <p class="num">${host.format.list([host.format.day(one.start), timesOf(view, one)])}</p>
      <p class="small muted"><bdi>${visitOf(view, one)}</bdi></p>
      ${aboutVisit(view, one)} ${statusChips(view, one)} ${view.interpreter.render(one)} ${view.captioner.render(one)}
    </div>
    <div class="row wrap">
      ${visitActions(view, one)}
      <button class="btn small" type="button" @click=${() => select(one.id)}>${t('close')}</button>
    </div>
  </section>`
}
