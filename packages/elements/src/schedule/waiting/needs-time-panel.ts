import { html, nothing, type TemplateResult } from 'lit'
import type { Appointment } from '@visitkit/sdk'
import { problemView } from '../../core/problem-view.ts'
import { visitRows } from '../day-list.ts'
import { doneBanner } from '../done-banner.ts'
import { panelHead } from '../panel-head.ts'
import { scheduleSkeleton } from '../schedule-skeleton.ts'
import type { Panel, PanelTarget, ScheduleView } from '../schedule-view.ts'
import { FollowedList } from './followed-list.ts'
import { waitingView, type WaitingView } from './waiting-view.ts'

/** More than anyone goes through: the first ones are the most urgent. */
const MOST = 500

/** The visits of the whole clinic that can no longer take place at their time, with a way to move each. */
export class NeedsTimePanel implements Panel {
  readonly #view: WaitingView
  readonly #list: FollowedList<Appointment>
  #again = (): void => undefined

  constructor(view: ScheduleView) {
    this.#view = waitingView(view)
    this.#list = new FollowedList(view.host)
  }

  open(_: PanelTarget, signal: AbortSignal): void {
    const client = this.#view.client()
    if (!client) return
    const read = (reading: AbortSignal): Promise<readonly Appointment[]> => {
      const query = { from: new Date().toISOString(), status: 'booked', support: 'unsupported', limit: 100 } as const
      return client.appointments.list(query, { signal: reading }).toArray(MOST)
    }
    this.#again = () =>
      this.#list.follow(client.watch((reading) => read(reading.signal), { on: ['appointment.changed'], signal }))
    this.#again()
  }

  close(): void {
    this.#list.reset()
  }

  render(): TemplateResult {
    const { host, t, words, said } = this.#view
    const { value, problem } = this.#list.shown
    const zone = host.format.zoneWithCity(new Date().toISOString())
    return html`<div class="stack">
      ${panelHead(this.#view, words('needsTimeHeading'), [t('needsTimeText'), ' ', t('zone', { zone })])}
      ${doneBanner(said())} ${problem ? problemView(host, problem, { texts: words, retry: this.#again }) : nothing}
      ${value ? this.#byPractitioner(value) : problem ? nothing : scheduleSkeleton(t('loading'))}
    </div>`
  }

  #byPractitioner(visits: readonly Appointment[]): unknown {
    const { host, t, words } = this.#view
    if (visits.length === 0) return html`<p class="card pad muted" role="status">${words('needsTimeNone')}</p>`
    const practitioners = new Map(visits.map(({ practitioner }) => [practitioner.id, practitioner.displayName]))
    return [...practitioners].map(([practitionerId, name]) => {
      const group = visits.filter(({ practitioner }) => practitioner.id === practitionerId)
      const id = `of-${practitionerId}`
      return html`<section class="card warn" part="needs-time" aria-labelledby=${id}>
        <div class="pad tight head">
          <h3 id=${id}><bdi>${name}</bdi></h3>
          <p class="small muted">${t('needsTimeHeading', { count: group.length })}</p>
        </div>
        ${visitRows(this.#view, group, (_view, { start }) => host.format.soon(start))}
      </section>`
    })
  }
}
