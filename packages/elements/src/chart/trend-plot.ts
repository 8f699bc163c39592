import { html, nothing, type TemplateResult } from 'lit'
import type { Formatter } from '../core/format.ts'
import { linePlot, pointText, type PlotPoint } from '../core/plot/line-plot.ts'
import type { Bounds } from '../core/plot/parse-range.ts'
import type { ChartTranslate } from './chart-translate.ts'

export type Point = PlotPoint

/** Values of one quantity over time. */
export interface Trend {
  readonly name: string
  readonly unit: string
  /** The oldest first, at least two. */
  readonly points: readonly Point[]
  /** The reference range, with the bounds that exist. */
  readonly usual: Bounds
  /** The label of the latest value when it is outside the range. */
  readonly mark: string | undefined
  /** A critical value, of which a practitioner must be notified. */
  readonly isCritical?: boolean
  /** Where the axis begins; scores begin at 0. */
  readonly from?: 'zero' | 'near'
}

/** One line, or two for one measurement, below its name and its latest value. */
export const trendPlot = (t: ChartTranslate, format: Formatter, trend: Trend): TemplateResult => {
  const { name, unit, points, usual, mark, isCritical, from } = trend
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return html``
  return html`<div class="trend">
    <div class="row between">
      <b class="small" dir="auto">${name}</b>
      <span class="row"
        >${mark ? html`<span class="chip ${isCritical ? 'bad' : 'warn'}">${mark}</span>` : nothing}<b
          class="num"
          dir="ltr"
          >${pointText(format, last)} ${unit}</b
        ></span
      >
    </div>
    ${linePlot(format, {
      name,
      unit,
      points,
      bounds: usual,
      ...(from && { from }),
      label: t('plot', {
        name,
        first: pointText(format, first),
        from: format.date(first.at),
        last: pointText(format, last),
        to: format.date(last.at),
      }),
      words: { table: t('numbers'), day: t('day'), value: t('value') },
    })}
  </div>`
}
