import { html, nothing, type TemplateResult } from 'lit'
import type { Availability, TimeOff, WeeklyWindow } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import { affectedList } from './affected-list.ts'
import { HoursFlow } from './hours-flow.ts'
import { panelHead } from './panel-head.ts'
import { panelView, type PanelView } from './panel-view.ts'
import type { Schedule } from './read-schedule.ts'
import type { Panel, ScheduleView } from './schedule-view.ts'

interface HoursOptions {
  /** Name of the practitioner, unless it is the person. */
  readonly name: string | undefined
  readonly save: () => void
  readonly more: () => void
  readonly removeTimeOff: (timeOff: TimeOff) => void
}

/** The weekly hours, which can be changed, and the time off, which can be removed. */
const hoursForm = (view: PanelView, flow: HoursFlow, options: HoursOptions): TemplateResult => {
  const { host, t, words } = view
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
      ${saving.problem ? problemView(host, saving.problem, { texts: words }) : nothing}
      <ul class="card rows">
        ${[1, 2, 3, 4, 5, 6, 7].map((weekday) => weekdayRow(view, flow, weekday))}
      </ul>
      ${count > 0 ? html`<p class="small muted">${words('exceptionsKept', { count })}</p>` : nothing}
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

/** The name of a weekday, 1 is Monday. 2026-06-01 was a Monday. */
const nameOf = ({ host }: ScheduleView, weekday: number): string =>
  host.format.at('UTC').weekdayName(`2026-06-0${weekday}T12:00:00Z`)

const weekdayRow = (view: PanelView, flow: HoursFlow, weekday: number): TemplateResult => {
  const { words } = view
  const day = nameOf(view, weekday)
  return html`<li class="weekday">
    <b>${day}</b>
    <div class="tight grow">
      ${flow.weekly.filter((one) => one.weekday === weekday).map((window) => windowFields(view, flow, window, day))}
      <div>
        <button
          class="btn quiet small start"
          type="button"
          aria-label=${words('addHoursOn', { day })}
          @click=${() => flow.add(weekday)}
        >
          ${words('addHours')}
        </button>
      </div>
    </div>
  </li>`
}

const windowFields = (
  { host, words }: PanelView,
  flow: HoursFlow,
  window: WeeklyWindow,
  day: string,
): TemplateResult => {
  // A time field has no end of the day.
  const shown = (time: string): string => (time === '24:00' ? '00:00' : time)
  const input = (end: 'from' | 'to'): TemplateResult =>
    html`<input
      type="time"
      step="300"
      required
      aria-label=${end === 'from' ? words('fromOn', { day }) : words('toOn', { day })}
      .value=${shown(window[end])}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLInputElement
        if (value) flow.change(window, { [end]: end === 'to' && value === '00:00' ? '24:00' : value })
      }}
    />`
  const remove = (): void => {
    flow.remove(window)
    host.shadowRoot?.querySelector<HTMLElement>('#heading')?.focus()
  }
  return html`<div class="row wrap window">
    ${input('from')} <span aria-hidden="true">–</span> ${input('to')}
    <button
      class="btn quiet small"
      type="button"
      aria-label=${words('removeHours', { day, from: window.from, to: window.to })}
      @click=${remove}
    >
      ${words('remove')}
    </button>
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
