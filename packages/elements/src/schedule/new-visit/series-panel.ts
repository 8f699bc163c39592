import { html, nothing, type TemplateResult } from 'lit'
import { problemView } from '../../core/problem-view.ts'
import { weekdayOf } from '../schedule-days.ts'
import { aloneField } from './alone-field.ts'
import type { NewVisitView } from './new-visit-view.ts'
import { placeLine } from './place-field.ts'
import { reasonField } from './reason-field.ts'
import { seriesList } from './series-list.ts'
import { stepHead } from './step-head.ts'
import { MOST_VISITS } from './weekly-rule.ts'

interface SeriesOptions {
  readonly look: () => void
  readonly book: () => void
}

/** "Repeat the visit": the rule, and then what each of its visits would be. */
export const seriesPanel = (view: NewVisitView, { look, book }: SeriesOptions): TemplateResult => {
  const { host, t, flow } = view
  const { preview, booking, zone, chosen } = flow.series
  const count = chosen.length
  return html`<div class="stack">
    <form
      class="stack"
      novalidate
      @submit=${(event: Event) => {
        event.preventDefault()
        look()
      }}
    >
      ${stepHead(view, t('seriesHeading'), 'what')}
      <p class="small muted num">${t('zone', { zone: host.format.zoneWithCity(new Date().toISOString(), zone) })}</p>
      ${placeLine(view)} ${firstFields(view)} ${weekdayFields(view)} ${endFields(view)} ${faultText(view)}
      ${preview.problem ? problemView(host, preview.problem, { texts: t }) : nothing}
      <div>
        <button
          class="btn ${preview.value ? '' : 'primary'}"
          type="submit"
          aria-disabled=${preview.busy ? 'true' : nothing}
        >
          ${t(preview.busy ? 'looking' : 'look')}
        </button>
      </div>
    </form>
    ${
      preview.value
        ? html`<form
            class="stack"
            novalidate
            @submit=${(event: Event) => {
              event.preventDefault()
              book()
            }}
          >
            ${booking.problem ? problemView(host, booking.problem, { texts: t }) : nothing}
            ${seriesList(view, preview.value)} ${reasonField(view)} ${aloneField(view)}
            <div>
              <button class="btn primary" type="submit" aria-disabled=${booking.busy || count === 0 ? 'true' : nothing}>
                ${booking.busy ? t('booking') : count === 0 ? t('bookNone') : t('bookSeries', { count })}
              </button>
            </div>
          </form>`
        : nothing
    }
  </div>`
}

const valueOf = ({ target }: Event): string => (target as HTMLInputElement).value

const faultText = ({ t, flow }: NewVisitView): TemplateResult | typeof nothing =>
  flow.series.fault
    ? html`<p class="error" id="series-fault" role="alert">${t(`seriesFault_${flow.series.fault}`)}</p>`
    : nothing

const described = ({ flow }: NewVisitView, ...faults: readonly string[]): string | typeof nothing =>
  faults.includes(flow.series.fault ?? '') ? 'series-fault' : nothing

const firstFields = (view: NewVisitView): TemplateResult => {
  const { t, flow } = view
  const { series } = flow
  const invalid = (fault: string): 'true' | typeof nothing => (series.fault === fault ? 'true' : nothing)
  return html`<div class="row wrap range">
    <div class="field">
      <label for="first-day">${t('firstDay')}</label>
      <input
        id="first-day"
        type="date"
        required
        aria-invalid=${invalid('firstDay')}
        aria-describedby=${described(view, 'firstDay')}
        .value=${series.rule.firstDay}
        @change=${(event: Event) => series.set({ firstDay: valueOf(event) })}
      />
    </div>
    <div class="field">
      <label for="series-clock">${t('clock')}</label>
      <input
        id="series-clock"
        type="time"
        step="300"
        required
        aria-invalid=${invalid('clock')}
        aria-describedby=${described(view, 'clock')}
        .value=${series.clock}
        @change=${(event: Event) => series.set({}, valueOf(event))}
      />
    </div>
    <div class="field">
      <label for="weeks">${t('everyWeeks')}</label>
      <input
        id="weeks"
        type="number"
        min="1"
        max="52"
        required
        aria-invalid=${invalid('weeks')}
        aria-describedby=${described(view, 'weeks')}
        .value=${String(series.rule.weeks)}
        @change=${(event: Event) => series.set({ weeks: Number(valueOf(event)) })}
      />
    </div>
  </div>`
}

/** 2026-06-01 was a Monday. */
const nameOf = ({ host }: NewVisitView, weekday: number): string =>
  host.format.at('UTC').weekdayName(`2026-06-0${weekday}T12:00:00Z`)

const weekdayFields = (view: NewVisitView): TemplateResult => {
  const { t, flow } = view
  const { series } = flow
  const { firstDay, weekdays } = series.rule
  const first = firstDay ? weekdayOf(firstDay) : 0
  const toggle = (weekday: number): void => {
    const next = new Set(weekdays)
    if (!next.delete(weekday)) next.add(weekday)
    series.set({ weekdays: next })
  }
  return html`<fieldset class="field">
    <legend class="label">${t('onDays')}</legend>
    <div class="row wrap weekdays">
      ${[1, 2, 3, 4, 5, 6, 7].map(
        (weekday) =>
          html`<label class="choice">
            <input
              type="checkbox"
              name="weekday"
              ?disabled=${weekday === first}
              .checked=${weekday === first || weekdays.has(weekday)}
              @change=${() => toggle(weekday)}
            />
            ${nameOf(view, weekday)}
          </label>`,
      )}
    </div>
  </fieldset>`
}

const endFields = (view: NewVisitView): TemplateResult => {
  const { t, flow } = view
  const { series } = flow
  const { ends, count, lastDay } = series.rule
  return html`<fieldset class="field">
    <legend class="label">${t('ends')}</legend>
    <div class="row wrap range">
      ${(['count', 'day'] as const).map(
        (end) =>
          html`<label class="choice">
            <input type="radio" name="ends" .checked=${ends === end} @change=${() => series.set({ ends: end })} />
            ${t(`ends_${end}`)}
          </label>`,
      )}
      ${
        ends === 'count'
          ? html`<div class="field">
              <label for="count">${t('count')}</label>
              <input
                id="count"
                type="number"
                min="1"
                max=${MOST_VISITS}
                required
                aria-invalid=${series.fault === 'count' ? 'true' : nothing}
                aria-describedby=${described(view, 'count')}
                .value=${String(count)}
                @change=${(event: Event) => series.set({ count: Number(valueOf(event)) })}
              />
            </div>`
          : html`<div class="field">
              <label for="last-day">${t('lastDay')}</label>
              <input
                id="last-day"
                type="date"
                required
                aria-invalid=${series.fault === 'lastDay' || series.fault === 'count' ? 'true' : nothing}
                aria-describedby=${described(view, 'lastDay', 'count')}
                .value=${lastDay}
                @change=${(event: Event) => series.set({ lastDay: valueOf(event) })}
              />
            </div>`
      }
    </div>
  </fieldset>`
}
