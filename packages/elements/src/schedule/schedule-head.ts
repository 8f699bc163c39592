import { html, nothing, type TemplateResult } from 'lit'
import type { PractitionerSummary } from '@visitkit/sdk'
import { addDays } from '../core/format.ts'
import { iconBack, iconNext } from '../core/icons.ts'
import type { Schedule } from './read-schedule.ts'
import type { Period } from './schedule-days.ts'
import type { ScheduleView } from './schedule-view.ts'

interface HeadOptions {
  /** Empty unless the person chooses whose schedule is shown. */
  readonly practitioners: readonly PractitionerSummary[]
  readonly practitionerId: string | undefined
  /** Name of the practitioner, unless it is the person. */
  readonly name: string | undefined
  readonly period: Period
  readonly choose: (practitionerId: string) => void
  readonly show: (shown: { readonly period?: Period; readonly day?: string | null }) => void
}

/** Who books a visit for a patient. */
const needed = ['appointment:book', 'patient:search', 'slot:search'] as const

/** Whose schedule, which days, and what can be changed. */
export const scheduleHead = (
  view: ScheduleView,
  schedule: Schedule | undefined,
  options: HeadOptions,
): TemplateResult => {
  const { host, t, may, open } = view
  const { practitioners, practitionerId, name, choose } = options
  return html`<div class="stack">
    <div class="row between wrap">
      <div class="row wrap">
        <h2 id="heading" part="heading" tabindex="-1">${name ? t('headingOf', { name }) : t('heading')}</h2>
        ${
          needed.every((permission) => may(permission))
            ? html`<button class="btn primary" type="button" @click=${() => open('newVisit')}>${t('newVisit')}</button>`
            : nothing
        }
      </div>
      ${
        practitioners.length > 0
          ? html`<div class="field whose">
              <label for="whose">${t('whose')}</label>
              <select id="whose" @change=${({ target }: Event) => choose((target as HTMLSelectElement).value)}>
                ${practitionerId ? nothing : html`<option value="" selected></option>`}
                ${practitioners.map(
                  ({ id, displayName }) =>
                    html`<option value=${id} .selected=${id === practitionerId}>${displayName}</option>`,
                )}
              </select>
            </div>`
          : nothing
      }
    </div>
    ${view.extras()?.render() ?? nothing}
    ${
      schedule
        ? html`${daysShown(view, schedule, options)}
            <p class="small muted num">${t('zone', { zone: host.format.zoneWithCity(new Date().toISOString()) })}</p>`
        : nothing
    }
  </div>`
}

const daysShown = (view: ScheduleView, schedule: Schedule, { name, period, show }: HeadOptions): TemplateResult => {
  const { host, t, may, open } = view
  const { days, today } = schedule
  const first = days[0] ?? today
  const step = period === 'day' ? 1 : 7
  const words = host.format.at('UTC')
  const title = `${first}T12:00:00Z`
  return html`<div class="row between wrap">
    <div class="row wrap">
      <div class="row steps">
        <button
          class="btn icon"
          type="button"
          aria-label=${t('earlier')}
          @click=${() => show({ day: addDays(first, -step) })}
        >
          ${iconBack}
        </button>
        <button class="btn" type="button" @click=${() => show({ day: null })}>${t('today')}</button>
        <button
          class="btn icon"
          type="button"
          aria-label=${t('later')}
          @click=${() => show({ day: addDays(first, step) })}
        >
          ${iconNext}
        </button>
      </div>
      <p class="num shown" role="status">
        <b>${days.length === 1 ? words.day(title) : t('weekOf', { day: words.day(title) })}</b>
      </p>
    </div>
    <div class="row wrap">
      <fieldset class="row periods">
        <legend class="visually-hidden">${t('period')}</legend>
        ${(['day', 'week'] as const).map(
          (one) =>
            html`<label class="period">
              <input
                type="radio"
                name="period"
                .checked=${one === period}
                @change=${() => show({ period: one, day: one === 'day' && days.includes(today) ? null : first })}
              />
              ${t(one)}
            </label>`,
        )}
      </fieldset>
      ${
        may('availability:manage')
          ? html`<button class="btn" type="button" @click=${() => open('away')}>
                ${name ? t('awayOf') : t('away')}
              </button>
              <button class="btn" type="button" @click=${() => open('hours')}>${t('hours')}</button>`
          : nothing
      }
    </div>
  </div>`
}
