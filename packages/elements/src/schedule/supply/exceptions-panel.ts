import { html, nothing, type TemplateResult } from 'lit'
import type { AvailabilityException } from '@visitkit/sdk'
import { iconAdd } from '../../core/icons.ts'
import { problemView } from '../../core/problem-view.ts'
import { affectedList } from '../affected-list.ts'
import { panelHead } from '../panel-head.ts'
import type { Schedule } from '../read-schedule.ts'
import type { Panel, ScheduleView } from '../schedule-view.ts'
import { hoursFields } from '../weekly-hours.ts'
import { EditSteps } from './edit-steps.ts'
import { ExceptionsFlow } from './exceptions-flow.ts'
import { saveRow } from './save-row.ts'
import { supplyView, type SupplyView } from './supply-view.ts'

/** "Days with other hours" of a practitioner: the list, and one day that is added, changed or removed. */
export class ExceptionsPanel implements Panel {
  readonly #view: SupplyView
  readonly #flow: ExceptionsFlow
  readonly #steps: EditSteps

  constructor(view: ScheduleView) {
    this.#view = supplyView(view)
    this.#flow = new ExceptionsFlow(view)
    this.#steps = new EditSteps(this.#view, this.#flow, {
      saved: 'savedException',
      removed: 'removedException',
      faultAt: () => (this.#flow.fault ? '#other-day' : null),
    })
  }

  open(): void {
    this.#flow.begin()
  }

  follow(schedule: Schedule): void {
    this.#flow.follow(schedule)
  }

  close(): void {
    this.#flow.reset()
  }

  render(): TemplateResult {
    const { host, t, supply, name } = this.#view
    const { draft, edit } = this.#flow
    const whose = name()
    const heading = whose ? supply('exceptionsHeadingOf', { name: whose }) : supply('exceptionsHeading')
    const zone = host.format.zoneWithCity(new Date().toISOString())
    return html`<div class="stack">
      ${panelHead(this.#view, heading, t('zone', { zone }))}
      ${edit.saving.problem ? problemView(host, edit.saving.problem, { texts: supply }) : nothing}
      ${
        draft
          ? this.#form(draft.isRemoval)
          : html`<div>
              <button class="btn" type="button" @click=${() => this.#steps.begin(() => this.#flow.add())}>
                ${iconAdd} ${supply('addException')}
              </button>
            </div>`
      }
      ${this.#list()}
    </div>`
  }

  #list(): TemplateResult {
    const { supply } = this.#view
    const { upcoming } = this.#flow
    if (upcoming.length === 0) return html`<p class="card pad muted">${supply('exceptionsNone')}</p>`
    return html`<ul class="card rows" part="exceptions">
      ${upcoming.map((one) => this.#row(one))}
    </ul>`
  }

  #row(one: AvailabilityException): TemplateResult {
    const { host, t, words, supply } = this.#view
    const wall = host.format.at('UTC')
    const day = dayOf(this.#view, one.date)
    const time = (clock: string): string => wall.time(`${one.date}T${clock === '24:00' ? '00:00' : clock}:00Z`)
    const hours = one.windows.map(({ from, to }) => t('fromTo', { from: time(from), to: time(to) }))
    const act = (text: string, label: string, begin: () => void): TemplateResult =>
      html`<button class="btn small" type="button" aria-label=${label} @click=${() => this.#steps.begin(begin)}>
        ${text}
      </button>`
    return html`<li>
      <span class="tight grow num">
        <b>${day}</b>
        <span class="small"
          >${hours.length > 0 ? t('hoursOfDay', { hours: host.format.and(hours) }) : t('noHours')}</span
        >
      </span>
      <span class="row actions">
        ${act(supply('change'), supply('changeOf', { name: day }), () => this.#flow.change(one))}
        ${act(words('remove'), supply('removeOf', { name: day }), () => this.#flow.remove(one))}
      </span>
    </li>`
  }

  #form(isRemoval: boolean): TemplateResult {
    const { supply } = this.#view
    const { draft, edit } = this.#flow
    if (!draft) return html``
    const day = dayOf(this.#view, draft.replaces?.date ?? draft.date)
    const heading = isRemoval
      ? supply('removeQuestion', { name: day })
      : supply(draft.replaces ? 'changeException' : 'addException')
    const again = (): void => void this.#steps.save()
    const more = (): void => {
      const client = this.#view.client()
      if (client) void edit.affected.more(client)
    }
    return html`<form
      class="card pad stack"
      novalidate
      aria-labelledby="draft"
      @submit=${(event: Event) => {
        event.preventDefault()
        void this.#steps.save()
      }}
    >
      <h3 id="draft" tabindex="-1">${heading}</h3>
      ${isRemoval ? html`<p>${supply('removeExceptionEffect')}</p>` : this.#fields()}
      ${affectedList(this.#view, edit.affected, { again, more })}
      ${saveRow(this.#view, edit, {
        save: supply(isRemoval ? 'removeException' : 'saveException'),
        cancel: () => this.#steps.cancel(),
      })}
    </form>`
  }

  #fields(): TemplateResult {
    const { t, words, supply } = this.#view
    const { draft, fault } = this.#flow
    if (!draft) return html``
    return html`<div class="field short">
        <label for="other-day">${t('day')}</label>
        ${fault ? html`<p class="error" id="other-day-fault" role="alert">${supply(`dayFault_${fault}`)}</p>` : nothing}
        <input
          id="other-day"
          type="date"
          required
          aria-invalid=${fault ? 'true' : nothing}
          aria-describedby=${fault ? 'other-day-fault' : nothing}
          .value=${draft.date}
          @change=${({ target }: Event) => this.#flow.set({ date: (target as HTMLInputElement).value })}
        />
      </div>
      <fieldset class="field">
        <legend class="label">${supply('hoursOnDay')}</legend>
        <p class="hint">${supply('hoursOnDayHint')}</p>
        ${draft.windows.map((window) =>
          hoursFields(this.#view, window, {
            day: supply('thatDay'),
            change: (changed) => this.#flow.changeHours(window, changed),
            remove: () => this.#flow.removeHours(window),
          }),
        )}
        <div>
          <button class="btn quiet small start" type="button" @click=${() => this.#flow.addHours()}>
            ${words('addHours')}
          </button>
        </div>
      </fieldset>`
  }
}

/** `November 27, 2026`; nothing while no day is entered. */
const dayOf = ({ host }: SupplyView, date: string): string =>
  date ? host.format.at('UTC').date(`${date}T12:00:00Z`) : ''
