import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../format.ts'
import { numbersTable } from './numbers-table.ts'
import type { Bounds } from './parse-range.ts'
import { plotAxes } from './plot-axes.ts'
import { ticks } from './ticks.ts'

export interface PlotPoint {
  /** RFC 3339. */
  readonly at: string
  readonly value: number
  /** The lower of two values of one measurement, as in blood pressure. */
  readonly lower?: number | undefined
  /** In the table, next to the value, e.g. `Above the usual range`. */
  readonly mark?: string | undefined
}

interface LinePlot {
  /** The quantity, as caption of the table. */
  readonly name: string
  /** Above the vertical axis. */
  readonly unit: string
  /** The oldest first, at least two. */
  readonly points: readonly PlotPoint[]
  /** A band behind the line. */
  readonly bounds: Bounds
  /** What the plot shows, in words. */
  readonly label: string
  /** Where the vertical axis begins: at 0 as for scores, or near the values. Default: near, with the bounds. */
  readonly from?: 'zero' | 'near'
  /** Without `mark` the table has no column for it. */
  readonly words: {
    readonly table: string
    readonly day: string
    readonly value: string
    readonly mark?: string
  }
}

const [width, height] = [320, 168]
const inner = { start: 44, end: 308, top: 24, bottom: 136 } as const

const isOutside = (value: number, { low, high }: Bounds): boolean =>
  (low !== undefined && value < low) || (high !== undefined && value > high)

const round = (place: number): number => Math.round(place * 10) / 10

/** A measurement in its usual notation: `132/82` for two values. */
export const pointText = (format: Formatter, { value, lower }: Pick<PlotPoint, 'value' | 'lower'>): string =>
  [value, lower ?? []]
    .flat()
    .map((part) => format.number(part))
    .join('/')

/** An axis near the values spans at least this share of the largest one: a small change looks small. */
const minimumRelativeSpan = 0.2

/** Time from left to right, values upward, round numbers at the vertical axis. */
export const plotScale = ({ points, bounds, from }: Pick<LinePlot, 'points' | 'bounds' | 'from'>) => {
  const values = [
    ...points.flatMap(({ value, lower }) => [value, lower ?? []]),
    bounds.low ?? [],
    bounds.high ?? [],
  ].flat()
  const [least, largest] = [Math.min(...values), Math.max(...values)]
  const missing = from === 'near' ? Math.max(0, largest * minimumRelativeSpan - (largest - least)) / 2 : 0
  const marks = ticks(from === 'zero' ? 0 : least - missing, largest + missing)
  const [bottom, top] = [marks[0] ?? 0, marks.at(-1) ?? 1]
  const times = points.map(({ at }) => Date.parse(at))
  const begin = Math.min(...times)
  const span = Math.max(...times) - begin
  return {
    marks,
    bottom,
    top,
    x: (at: string): number =>
      round(
        span === 0
          ? (inner.start + inner.end) / 2
          : inner.start + 8 + ((inner.end - inner.start - 16) * (Date.parse(at) - begin)) / span,
      ),
    y: (value: number): number =>
      round(inner.bottom - ((inner.bottom - inner.top) * (value - bottom)) / (top - bottom || 1)),
  }
}

/** Values over time, with a scale, the unit, a reference band, and the same numbers as a table. */
export const linePlot = (format: Formatter, plot: LinePlot): TemplateResult | typeof nothing => {
  const { name, unit, points, bounds, label, words } = plot
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return nothing
  const { marks, bottom, top, x, y } = plotScale(plot)
  const lower = points.flatMap((point) => (point.lower === undefined ? [] : { at: point.at, value: point.lower }))
  const hasBand = bounds.low !== undefined || bounds.high !== undefined
  const [bandTop, bandBottom] = [y(bounds.high ?? top), y(bounds.low ?? bottom)]
  return html`<svg class="plot line" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
      ${svg`${
        hasBand
          ? svg`<rect class="band" x=${inner.start} y=${bandTop} width=${inner.end - inner.start} height=${bandBottom - bandTop} />`
          : nothing
      }
        ${plotAxes(format, { inner, unit, marks, y, ends: [format.shortDate(first.at), format.shortDate(last.at)] })}
        ${(lower.length > 0 ? [points, lower] : [points]).map(
          (values) =>
            svg`<polyline points=${values.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
              ${values.map(({ at, value }) =>
                isOutside(value, bounds)
                  ? svg`<path class="outside" d="M${x(at)} ${y(value) - 6}l6 6l-6 6l-6 -6z" />`
                  : svg`<circle cx=${x(at)} cy=${y(value)} r="4" />`,
              )}`,
        )}`}
    </svg>
    <details class="small">
      <summary>${words.table}</summary>
      ${numbersTable({
        caption: name,
        columns: [words.day, words.value, words.mark ?? []].flat(),
        rows: points
          .toReversed()
          .map((point) => [
            format.date(point.at),
            html`<span dir="auto">${pointText(format, point)} ${unit}</span>`,
            ...(words.mark ? [point.mark] : []),
          ]),
      })}
    </details>`
}
