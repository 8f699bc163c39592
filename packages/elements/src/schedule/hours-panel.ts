import { html, nothing, type TemplateResult } from 'lit'
import type { Availability, TimeOff } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import { affectedList } from './affected-list.ts'
import { HoursFlow } from './hours-flow.ts'
import { panelHead } from './panel-head.ts'
import { panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import type { Panel, ScheduleView } from './schedule-view.ts'
import { weeklyHours } from './weekly-hours.ts'

interface HoursOptions {
  /** Name of the practitioner, unless it is the person. */
  readonly name: string | undefined
  readonly save: () => void
  readonly more: () => void
  readonly removeTimeOff: (timeOff: TimeOff) => void
}

/** The weekly hours, which can be changed, and the time off, which can be removed. */
const hoursForm = (view: PanelView, flow: HoursFlow, options: HoursOptions): TemplateResult => {
  const { host, t, words, open } = view
  const { affected, saving, availability } = flow
  if (!availability) return html``
  const { name, save, more } = options
  const count = availability.exceptions.length
  const zone = host.format.zoneWithCity(new Date().toISOString())
  return html`<div class="stack">
    <form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        save()
      }}
    >
      ${panelHead(view, name ? words('hoursHeadingOf', { name }) : words('hoursHeading'), t('zone', { zone }))}
      ${saving.problem ? problemView(host, saving.problem, { texts: words }) : nothing} ${weeklyHours(view, flow)}
      <div class="row wrap">
        ${count > 0 ? html`<span class="small muted">${words('exceptionsKept', { count })}</span>` : nothing}
        <button class="btn small" type="button" @click=${() => open('exceptions')}>${words('exceptions')}</button>
      </div>
      ${affectedList(view, affected, { again: save, more })}
      <div class="row wrap">
        <button class="btn primary" type="submit" aria-disabled=${saving.busy || affected.seen.busy ? 'true' : nothing}>
          ${
            saving.busy || affected.seen.busy
              ? words('saving')
              : affected.count > 0
                ? words('saveHoursAffected', { count: affected.count })
                : words('saveHours')
          }
        </button>
      </div>
    </form>
    ${timeOffList(view, flow, availability, options)}
  </div>`
}

const timeOffList = (
  view: PanelView,
  { removing }: HoursFlow,
  { timeOff }: Availability,
  { removeTimeOff }: HoursOptions,
): TemplateResult => {
  const { host, t, words } = view
  const wall = host.format.at('UTC')
  const rangeOf = ({ from, to }: TimeOff): string =>
    t('fromTo', { from: wall.moment(`${from}:00Z`), to: wall.moment(`${to}:00Z`) })
  return html`<section class="card" aria-labelledby="time-off">
    <h3 class="pad head" id="time-off">${words('timeOffHeading')}</h3>
    ${removing.problem ? problemView(host, removing.problem, { texts: words }) : nothing}
    ${
      timeOff.length === 0
        ? html`<p class="pad muted">${words('timeOffNone')}</p>`
        : html`<ul class="rows">
            ${timeOff.map(
              (one) =>
                html`<li>
                  <span class="tight grow num">
                    ${rangeOf(one)} <span class="small muted">${words(`awayReason_${one.reason}`)}</span>
                  </span>
                  <button
                    class="btn small"
                    type="button"
                    aria-label=${words('removeTimeOff', { range: rangeOf(one) })}
                    aria-disabled=${removing.busy ? 'true' : nothing}
                    @click=${() => removeTimeOff(one)}
                  >
                    ${words('remove')}
                  </button>
                </li>`,
            )}
          </ul>`
    }
  </section>`
}

/** "Weekly hours" */
export class HoursPanel implements Panel {
  readonly #view: PanelView
  readonly #flow: HoursFlow

  constructor(view: ScheduleView) {
    this.#view = panelView(view)
    this.#flow = new HoursFlow(view.host)
  }

  open(): void {
    const schedule = this.#view.schedule()
    if (schedule) this.#flow.begin(schedule.availability)
  }

  follow({ availability }: Schedule): void {
    this.#flow.follow(availability)
  }

  close(): void {
    this.#flow.affected.reset()
  }

  async #save(): Promise<void> {
    const { host, words, client, finish } = this.#view
    const now = client()
    if (!now) return
    if (await this.#flow.save(now)) finish(words('savedHours'))
    else if (this.#flow.affected.count > 0) await moveFocus(host, '#affected')
  }

  async #removeTimeOff({ id }: TimeOff): Promise<void> {
    const { words, client, done } = this.#view
    const now = client()
    if (now && (await this.#flow.removeTimeOff(now, id))) done(words('removedTimeOff'))
  }

  #more(): void {
    const now = this.#view.client()
    if (now) void this.#flow.affected.more(now)
  }

  render(): TemplateResult {
    return hoursForm(this.#view, this.#flow, {
      name: this.#view.name(),
      save: () => void this.#save(),
      more: () => this.#more(),
      removeTimeOff: (timeOff) => void this.#removeTimeOff(timeOff),
    })
  }
}
