import { html, nothing, type TemplateResult } from 'lit'
import type { Allergy, ChartCondition } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { RecordTranslate } from './result-words.ts'

/** Active allergies. An empty list says whether anybody asked. */
export const allergyList = (t: RecordTranslate, asked: boolean, items: readonly Allergy[]): TemplateResult => {
  const active = items.filter(({ status }) => status === 'active')
  if (active.length === 0) return html`<p class="muted">${t(asked ? 'noAllergies' : 'notAsked')}</p>`
  return html`<ul class="lined">
    ${active.map(
      ({ substance, reaction, severity }) =>
        html`<li class="row between wrap">
          <span class="tight"
            ><b dir="auto">${substance.name}</b>${reaction ? html`<span dir="auto">${reaction}</span>` : nothing}</span
          >
          <span class="chip ${severity === 'severe' ? 'warn' : 'none'}">${t(`severity_${severity}`)}</span>
        </li>`,
    )}
  </ul>`
}

/** Health problems from signed notes. Their names are the official English ones. */
export const problemList = (t: RecordTranslate, format: Formatter, items: readonly ChartCondition[]): TemplateResult =>
  items.length === 0
    ? html`<p class="muted">${t('noProblems')}</p>`
    : html`<ul class="lined">
        ${items.map(
          ({ display, firstNotedAt, endedAt }) =>
            html`<li class="tight">
              <span lang="en" dir="ltr">${display}</span>
              <span class="small muted num"
                >${format.list([
                  t('since', { date: format.date(firstNotedAt) }),
                  ...(endedAt ? [t('until', { date: format.date(endedAt) })] : []),
                ])}</span
              >
            </li>`,
        )}
      </ul>`
