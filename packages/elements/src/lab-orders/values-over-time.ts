import { html, nothing, type TemplateResult } from 'lit'
import type { LabObservation, LabResult } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { labHistory, labNumber } from '../core/lab-history.ts'
import { linePlot } from '../core/plot/line-plot.ts'
import { parseRange } from '../core/plot/parse-range.ts'
import { rangeBar } from '../core/plot/range-bar.ts'
import type { LabOrdersTranslate } from './order-form.ts'

/** Where a value lies in its reference range. */
export const valueBar = (
  t: LabOrdersTranslate,
  format: Formatter,
  observation: LabObservation,
): TemplateResult | typeof nothing => {
  const { name, unit = '', referenceRange = '' } = observation
  const value = labNumber(observation)
  if (value === undefined) return nothing
  const label = t('barLabel', { name, value: `${format.number(value)} ${unit}`, range: referenceRange })
  return rangeBar(format, { value, bounds: parseRange(referenceRange), label })
}

/** Each value of a result that was measured before, as a line with its scale, its reference band and a table. */
export const valuesOverTime = (
  t: LabOrdersTranslate,
  format: Formatter,
  { observations }: LabResult,
  results: readonly LabResult[],
): TemplateResult | typeof nothing => {
  const plots = observations.flatMap((observation) => {
    const { name, unit = '', referenceRange } = observation
    const points = labHistory(observation, results, ({ flag }) => (flag && flag !== 'N' ? t(`flag_${flag}`) : ''))
    const [first, last] = [points[0], points.at(-1)]
    if (points.length < 2 || !first || !last) return []
    const label = t('plotLabel', {
      name,
      first: format.number(first.value),
      from: format.date(first.at),
      last: format.number(last.value),
      to: format.date(last.at),
    })
    const words = { table: t('asTable'), day: t('day'), value: t('columnValue'), mark: t('columnFlag') }
    return html`<div class="tight">
      <b class="small" dir="auto">${name}</b>
      ${linePlot(format, { name, unit, points, bounds: parseRange(referenceRange), label, words })}
    </div>`
  })
  if (plots.length === 0) return nothing
  return html`<details class="over-time">
    <summary>${t('overTime')}</summary>
    <div class="halves">${plots}</div>
  </details>`
}
