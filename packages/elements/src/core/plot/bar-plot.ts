import { css, html, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../format.ts'
import { plotAxes } from './plot-axes.ts'
import { ticks } from './ticks.ts'

interface Bar {
  /** Below the axis; without `ends`. */
  readonly label?: string
  readonly value: number
  /** A second, larger value, drawn as a line up from the bar: half waited at most `value`, no one longer than `upTo`. */
  readonly upTo?: number
}

interface BarPlot {
  /** The quantity and its unit, above the vertical axis. */
  readonly unit: string
  readonly bars: readonly Bar[]
  /** Below the first and the last bar, for labels that are too long to be repeated, such as dates. */
  readonly ends?: readonly [from: string, to: string]
  /** What the plot shows, in words. */
  readonly label: string
}

const [width, height] = [320, 136]
const inner = { start: 36, end: 316, top: 24, bottom: 104 } as const
/** Most labels that fit below the axis on a phone. */
const mostLabels = 4

/** Added to the styles of all plots. */
export const barPlotStyles = css`
  .plot.bars {
    max-inline-size: 420px;
  }
  .plot .up-to {
    stroke: var(--_ink);
    stroke-width: 1.5;
  }
`

/** Whole numbers by time, from 0, with a scale. The same numbers are in a table next to it. */
export const barPlot = (format: Formatter, { unit, bars, ends, label }: BarPlot): TemplateResult => {
  const marks = ticks(0, Math.max(1, ...bars.map(({ value, upTo = 0 }) => Math.max(value, upTo)))).filter(
    Number.isInteger,
  )
  const top = marks.at(-1) ?? 1
  const y = (value: number): number => inner.bottom - ((inner.bottom - inner.top) * value) / top
  const step = (inner.end - inner.start) / bars.length
  const every = Math.ceil(bars.length / mostLabels)
  return html`<svg class="plot bars" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
    ${svg`${plotAxes(format, { inner, unit, marks, y, ends })}
      ${bars.map(({ value, upTo = value, label: name }, index) => {
        const middle = inner.start + step * (index + 0.5)
        const thickness = Math.min(step * 0.7, 48)
        return svg`<rect class="part-of" x=${middle - thickness / 2} width=${thickness} y=${y(value)} height=${inner.bottom - y(value)} />
          ${upTo > value ? svg`<line class="up-to" x1=${middle} x2=${middle} y1=${y(value)} y2=${y(upTo)} /><line class="up-to" x1=${middle - thickness / 4} x2=${middle + thickness / 4} y1=${y(upTo)} y2=${y(upTo)} />` : ''}
          ${name && index % every === 0 ? svg`<text x=${middle} y=${inner.bottom + 20} text-anchor="middle">${name}</text>` : ''}`
      })}`}
  </svg>`
}
