import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../format.ts'
import type { Bounds } from './parse-range.ts'
import { ticks } from './ticks.ts'

export interface PlotPoint {
  /** RFC 3339. */
  readonly at: string
  readonly value: number
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
  readonly words: { readonly table: string; readonly day: string; readonly value: string; readonly mark: string }
}

const [width, height] = [320, 168]
const inner = { start: 44, end: 308, top: 24, bottom: 136 } as const

const isOutside = (value: number, { low, high }: Bounds): boolean =>
  (low !== undefined && value < low) || (high !== undefined && value > high)

const round = (place: number): number => Math.round(place * 10) / 10

/** Values over time, with a scale, the unit, a reference band, and the same numbers as a table. */
export const linePlot = (format: Formatter, plot: LinePlot): TemplateResult | typeof nothing => {
  const { name, unit, points, bounds, label, words } = plot
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return nothing
  const values = [...points.map(({ value }) => value), bounds.low ?? [], bounds.high ?? []].flat()
  const marks = ticks(Math.min(...values), Math.max(...values))
  const [bottom, top] = [marks[0] ?? 0, marks.at(-1) ?? 1]
  const y = (value: number): number =>
    round(inner.bottom - ((inner.bottom - inner.top) * (value - bottom)) / (top - bottom || 1))
  const [from, span] = [Date.parse(first.at), Date.parse(last.at) - Date.parse(first.at)]
  const x = (at: string): number =>
    round(
      span === 0
        ? (inner.start + inner.end) / 2
        : inner.start + 8 + ((inner.end - inner.start - 16) * (Date.parse(at) - from)) / span,
    )
  const hasBand = bounds.low !== undefined || bounds.high !== undefined
  const [bandTop, bandBottom] = [y(bounds.high ?? top), y(bounds.low ?? bottom)]
  return html`<svg class="plot line" viewBox="0 0 ${width} ${height}" role="img" aria-label=${label}>
      ${svg`<text x=${inner.start} y="12">${unit}</text>
        ${
          hasBand
            ? svg`<rect class="band" x=${inner.start} y=${bandTop} width=${inner.end - inner.start} height=${bandBottom - bandTop} />`
            : nothing
        }
        ${marks.map(
          (mark) =>
            svg`<line class="grid" x1=${inner.start} x2=${inner.end} y1=${y(mark)} y2=${y(mark)} />
              <text x=${inner.start - 6} y=${y(mark) + 4} text-anchor="end">${format.number(mark)}</text>`,
        )}
        <text x=${inner.start} y=${inner.bottom + 20}>${format.shortDate(first.at)}</text>
        <text x=${inner.end} y=${inner.bottom + 20} text-anchor="end">${format.shortDate(last.at)}</text>
        <polyline points=${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
        ${points.map(({ at, value }) =>
          isOutside(value, bounds)
            ? svg`<path class="outside" d="M${x(at)} ${y(value) - 6}l6 6l-6 6l-6 -6z" />`
            : svg`<circle cx=${x(at)} cy=${y(value)} r="4" />`,
        )}`}
    </svg>
    <details class="small">
      <summary>${words.table}</summary>
      <table>
        <caption class="visually-hidden">
          ${name}
        </caption>
        <thead>
          <tr>
            <th scope="col">${words.day}</th>
            <th scope="col">${words.value}</th>
            <th scope="col">${words.mark}</th>
          </tr>
        </thead>
        <tbody>
          ${points.toReversed().map(
            ({ at, value, mark }) =>
              html`<tr>
                <td class="num">${format.date(at)}</td>
                <td class="num"><span dir="auto">${format.number(value)} ${unit}</span></td>
                <td>${mark ?? ''}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>`
}
