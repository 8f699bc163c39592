import { html, nothing, type TemplateResult } from 'lit'
import type { DayRange } from './day-range.ts'
import type { PanelView } from './panel-view.ts'

interface RangeOptions {
  readonly isFaulty: boolean
  readonly set: (changed: Partial<DayRange>) => void
}

/** First and last day, or a day and its part. */
export const rangeFields = (
  { t, words }: PanelView,
  range: DayRange,
  { isFaulty, set }: RangeOptions,
): TemplateResult => {
  const input = (id: 'firstDay' | 'lastDay' | 'from' | 'to', type: 'date' | 'time', label: string): TemplateResult =>
    html`<div class="field">
      <label for=${id}>${label}</label>
      <input
        id=${id}
        type=${type}
        step=${type === 'time' ? 300 : nothing}
        required
        aria-invalid=${isFaulty ? 'true' : nothing}
        aria-describedby=${isFaulty ? 'range-fault' : nothing}
        .value=${range[id]}
        @change=${({ target }: Event) => set({ [id]: (target as HTMLInputElement).value })}
      />
    </div>`
  return html`<div class="tight">
    <div class="row wrap range">
      ${
        range.isPart
          ? html`${input('firstDay', 'date', t('day'))} ${input('from', 'time', words('from'))}
            ${input('to', 'time', words('to'))}`
          : html`${input('firstDay', 'date', words('firstDay'))} ${input('lastDay', 'date', words('lastDay'))}`
      }
    </div>
    ${isFaulty ? html`<p class="error" id="range-fault" role="alert">${words('rangeFault')}</p>` : nothing}
    <label class="choice plain">
      <input
        type="checkbox"
        .checked=${range.isPart}
        @change=${({ target }: Event) => set({ isPart: (target as HTMLInputElement).checked })}
      />
      ${words('partOfDay')}
    </label>
  </div>`
}
