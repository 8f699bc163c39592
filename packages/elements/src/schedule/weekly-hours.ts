import { html, type TemplateResult } from 'lit'
import type { PanelView } from './panel-view.ts'

interface Hours {
  readonly from: string
  readonly to: string
}

/** Edits the hours of each weekday. */
export interface WeeklyEditor<W extends Hours & { readonly weekday: number }> {
  readonly weekly: readonly W[]
  add(weekday: number): void
  change(window: W, changed: Partial<Hours>): void
  remove(window: W): void
}

const weekdays = [1, 2, 3, 4, 5, 6, 7]

/** The next hours of a weekday: after its last ones, or those of an office. */
export const moreHours = <W extends Hours & { readonly weekday: number }>(
  weekly: readonly W[],
  weekday: number,
): { readonly weekday: number; readonly from: string; readonly to: string } => {
  const last = weekly.findLast((one) => one.weekday === weekday)
  return { weekday, from: last?.to ?? '09:00', to: '17:00' }
}

/** The hours of the week, which can be changed, by weekday. 1 is Monday. */
export const weeklyHours = <W extends Hours & { readonly weekday: number }>(
  view: PanelView,
  editor: WeeklyEditor<W>,
): TemplateResult =>
  html`<ul class="card rows">
    ${weekdays.map((weekday) => weekdayRow(view, editor, weekday))}
  </ul>`

const weekdayRow = <W extends Hours & { readonly weekday: number }>(
  view: PanelView,
  editor: WeeklyEditor<W>,
  weekday: number,
): TemplateResult => {
  const { host, words } = view
  // 2026-06-01 was a Monday.
  const day = host.format.at('UTC').weekdayName(`2026-06-0${weekday}T12:00:00Z`)
  return html`<li class="weekday">
    <b>${day}</b>
    <div class="tight grow">
      ${editor.weekly
        .filter((one) => one.weekday === weekday)
        .map((window) =>
          hoursFields(view, window, {
            day,
            change: (changed) => editor.change(window, changed),
            remove: () => editor.remove(window),
          }),
        )}
      <div>
        <button
          class="btn quiet small start"
          type="button"
          aria-label=${words('addHoursOn', { day })}
          @click=${() => editor.add(weekday)}
        >
          ${words('addHours')}
        </button>
      </div>
    </div>
  </li>`
}

interface FieldOptions {
  /** Name of the day, for the labels. */
  readonly day: string
  readonly change: (changed: Partial<Hours>) => void
  readonly remove: () => void
}

/** From and to, on one day. */
export const hoursFields = (
  { host, words }: PanelView,
  hours: Hours,
  { day, change, remove }: FieldOptions,
): TemplateResult => {
  // A time field has no end of the day.
  const shown = (time: string): string => (time === '24:00' ? '00:00' : time)
  const input = (end: 'from' | 'to'): TemplateResult =>
    html`<input
      type="time"
      step="300"
      required
      aria-label=${end === 'from' ? words('fromOn', { day }) : words('toOn', { day })}
      .value=${shown(hours[end])}
      @change=${({ target }: Event) => {
        const { value } = target as HTMLInputElement
        if (value) change({ [end]: end === 'to' && value === '00:00' ? '24:00' : value })
      }}
    />`
  return html`<div class="row wrap window">
    ${input('from')} <span class="row until"><span aria-hidden="true">–</span> ${input('to')}</span>
    <button
      class="btn quiet small"
      type="button"
      aria-label=${words('removeHours', { day, from: hours.from, to: hours.to })}
      @click=${() => {
        remove()
        host.shadowRoot?.querySelector<HTMLElement>('#heading')?.focus()
      }}
    >
      ${words('remove')}
    </button>
  </div>`
}
