import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../core/format.ts'
import type { T } from './chart-view.ts'

export interface Point {
  /** RFC 3339. */
  readonly at: string
  readonly value: number
}

/** Values of one thing over time. */
export interface Trend {
  readonly name: string
  readonly unit: string
  /** Oldest first, two at least. */
  readonly points: readonly Point[]
  /** What is usual, as far as it has bounds. */
  readonly usual: { readonly low?: number | undefined; readonly high?: number | undefined }
  /** What the latest value is called when it is not usual. */
  readonly mark: string | undefined
}

const width = 300
const height = 72
const edge = 8

interface Scale {
  readonly x: (at: string) => number
  readonly y: (value: number) => number
}

/** Time across, the value up: scores from 0, measurements so that what is usual is in the picture. */
export const scaleOf = ({ points, usual }: Pick<Trend, 'points' | 'usual'>): Scale => {
  const times = points.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const span = Math.max(...times) - first
  const seen = [...points.map(({ value }) => value), usual.low ?? [], usual.high ?? []].flat()
  const hasBounds = usual.low !== undefined || usual.high !== undefined
  const bottom = hasBounds ? Math.min(...seen) : 0
  const rise = Math.max(...seen) - bottom || 1
  const round = (place: number): number => Math.round(place * 10) / 10
  return {
    x: (at) => round(span === 0 ? width / 2 : edge + ((width - 2 * edge) * (Date.parse(at) - first)) / span),
    y: (value) => round(height - edge - ((height - 2 * edge) * (value - bottom)) / rise),
  }
}

/** One line with its latest value, what is usual as a band behind it, and the same numbers as a table. */
export const trendPlot = (t: T, format: Formatter, trend: Trend): TemplateResult => {
  const { name, unit, points, usual, mark } = trend
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return html``
  const { x, y } = scaleOf(trend)
  const hasBand = usual.low !== undefined || usual.high !== undefined
  const [top, bottom] = [usual.high === undefined ? 0 : y(usual.high), usual.low === undefined ? height : y(usual.low)]
  return html`<div class="trend">
    <div class="row between">
      <b class="small" dir="auto">${name}</b>
      <span class="row"
        >${mark ? html`<span class="chip warn">${mark}</span>` : nothing}<b class="num" dir="ltr"
          >${format.number(last.value)} ${unit}</b
        ></span
      >
    </div>
    <svg
      class="plot"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${t('plot', {
        name,
        first: format.number(first.value),
        from: format.date(first.at),
        last: format.number(last.value),
        to: format.date(last.at),
      })}
    >
      ${hasBand ? svg`<rect class="usual" x="0" y=${top} width=${width} height=${bottom - top} />` : nothing}
      ${hasBand ? nothing : svg`<line class="base" x1="0" x2=${width} y1=${height - edge} y2=${height - edge} />`}
      <polyline points=${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
      ${points.map(
        (point) =>
          svg`<circle class=${point === last ? 'last' : ''} cx=${x(point.at)} cy=${y(point.value)} r=${point === last ? 4.5 : 3} />`,
      )}
    </svg>
    <p class="row between small muted num" dir="ltr" aria-hidden="true">
      <span dir="auto">${format.date(first.at)}</span><span dir="auto">${format.date(last.at)}</span>
    </p>
    <details class="small">
      <summary>${t('numbers')}</summary>
      <table>
        <caption class="unseen">
          ${name}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('day')}</th>
            <th scope="col">${t('value')}</th>
          </tr>
        </thead>
        <tbody>
          ${points.toReversed().map(
            ({ at, value }) =>
              html`<tr>
                <td>${format.date(at)}</td>
                <td class="num"><span dir="ltr">${format.number(value)} ${unit}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </div>`
}
