import { html, type TemplateResult } from 'lit'
import type { AuditLogTranslate } from './access-text.ts'

/** Days of history that can be selected; `all` is the whole log. */
const periods = ['all', '7', '30', '365'] as const

export interface AccessFilters {
  readonly othersOnly: boolean
  readonly period: (typeof periods)[number]
}

export const accessFilters = (
  t: AuditLogTranslate,
  { othersOnly, period }: AccessFilters,
  onChange: (changed: Partial<AccessFilters>) => void,
): TemplateResult =>
  html`<div class="filters row wrap">
    <label class="choice">
      <input
        type="checkbox"
        .checked=${othersOnly}
        @change=${(event: Event) => onChange({ othersOnly: (event.target as HTMLInputElement).checked })}
      />
      ${t('othersOnly')}
    </label>
    <label class="row">
      <span>${t('when')}</span>
      <select
        @change=${(event: Event) => onChange({ period: (event.target as HTMLSelectElement).value as AccessFilters['period'] })}
      >
        ${periods.map((each) => html`<option value=${each} ?selected=${each === period}>${t(`when_${each}`)}</option>`)}
      </select>
    </label>
  </div>`
