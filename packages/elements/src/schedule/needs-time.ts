import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { visitRows } from './day-list.ts'
import type { ScheduleView } from './schedule-view.ts'

/** Booked visits that can no longer take place at their time, with a way to move each. */
export const needsTime = (view: ScheduleView, visits: readonly Appointment[]): TemplateResult | typeof nothing => {
  const { host, t } = view
  if (visits.length === 0) return nothing
  return html`<section class="card warn" part="needs-time" aria-labelledby="needs-time">
    <div class="pad tight head">
      <h3 id="needs-time">${t('needsTimeHeading', { count: visits.length })}</h3>
      <p class="small muted">${t('needsTimeText')}</p>
    </div>
    ${visitRows(view, visits, (_, { start }) => host.format.soon(start))}
  </section>`
}
