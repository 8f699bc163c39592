import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../core/format.ts'
import type { ChartTranslate } from './chart-translate.ts'

export interface Point {
  /** RFC 3339. */
  readonly at: string
  readonly value: number
  /** The lower of two values of one measurement, as in blood pressure. */
  readonly lower?: number
}

/** Values of one quantity over time. */
export interface Trend {
  readonly name: string
  readonly unit: string
  /** The oldest first, at least two. */
  readonly points: readonly Point[]
  /** The reference range, with the bounds that exist. */
  readonly usual: { readonly low?: number | undefined; readonly high?: number | undefined }
  /** The label of the latest value when it is outside the range. */
  readonly mark: string | undefined
  /** A critical value, of which a practitioner must be notified. */
  readonly isCritical?: boolean
  /** The axis covers only the neighborhood of the values and does not start at 0, as for a temperature. */
  readonly isNear?: boolean
}

const width = 300
const height = 72
const edge = 8

interface Scale {
  readonly x: (at: string) => number
  readonly y: (value: number) => number
}

/** With a narrow axis the span is at least this share of the largest value: a small change looks small. */
const minimumRelativeSpan = 0.2

/** Time on the horizontal axis, value on the vertical one. Scores start at 0; measurements include the reference range. */
export const createScale = ({ points, usual, isNear = false }: Pick<Trend, 'points' | 'usual' | 'isNear'>): Scale => {
  const times = points.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const span = Math.max(...times) - first
  const seen = [...points.flatMap(({ value, lower }) => [value, lower ?? []]), usual.low ?? [], usual.high ?? []].flat()
  const hasBounds = usual.low !== undefined || usual.high !== undefined
  const [smallest, largest] = [hasBounds || isNear ? Math.min(...seen) : 0, Math.max(...seen)]
  const rise = Math.max(largest - smallest, isNear ? largest * minimumRelativeSpan : 0) || 1
  const bottom = isNear ? (smallest + largest - rise) / 2 : smallest
  const round = (place: number): number => Math.round(place * 10) / 10
  return {
    x: (at) => round(span === 0 ? width / 2 : edge + ((width - 2 * edge) * (Date.parse(at) - first)) / span),
    y: (value) => round(height - edge - ((height - 2 * edge) * (value - bottom)) / rise),
  }
}

/** A measurement in its usual notation: `132/82` for two values. */
const formatPoint = (format: Formatter, { value, lower }: Point): string =>
  [value, lower ?? []]
    .flat()
    .map((part) => format.number(part))
    .join('/')

const line = ({ x, y }: Scale, points: readonly Point[]): TemplateResult =>
  svg`<polyline points=${points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ')} />
    ${points.map(
      ({ at, value }, index) =>
        svg`<circle class=${index === points.length - 1 ? 'last' : ''} cx=${x(at)} cy=${y(value)} r=${index === points.length - 1 ? 4.5 : 3} />`,
    )}`

/** One line, or two for one measurement, with the latest value, the reference range as a band, and the same numbers as a table. */
export const trendPlot = (t: ChartTranslate, format: Formatter, trend: Trend): TemplateResult => {
  const { name, unit, points, usual, mark, isCritical, isNear } = trend
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return html``
  const scale = createScale(trend)
  const { y } = scale
  const lower = points.flatMap((point) => (point.lower === undefined ? [] : { at: point.at, value: point.lower }))
  const hasBand = usual.low !== undefined || usual.high !== undefined
  const [top, bottom] = [usual.high === undefined ? 0 : y(usual.high), usual.low === undefined ? height : y(usual.low)]
  return html`<div class="trend">
    <div class="row between">
      <b class="small" dir="auto">${name}</b>
      <span class="row"
        >${mark ? html`<span class="chip ${isCritical ? 'bad' : 'warn'}">${mark}</span>` : nothing}<b
          class="num"
          dir="ltr"
          >${formatPoint(format, last)} ${unit}</b
        ></span
      >
    </div>
    <svg
      class="plot"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${t('plot', {
        name,
        first: formatPoint(format, first),
        from: format.date(first.at),
        last: formatPoint(format, last),
        to: format.date(last.at),
      })}
    >
      ${hasBand ? svg`<rect class="usual" x="0" y=${top} width=${width} height=${bottom - top} />` : nothing}
      ${hasBand || isNear ? nothing : svg`<line class="base" x1="0" x2=${width} y1=${height - edge} y2=${height - edge} />`}
      ${line(scale, points)} ${lower.length === 0 ? nothing : line(scale, lower)}
    </svg>
    <p class="row between small muted num" dir="ltr" aria-hidden="true">
      <span dir="auto">${format.date(first.at)}</span><span dir="auto">${format.date(last.at)}</span>
    </p>
    <details class="small">
      <summary>${t('numbers')}</summary>
      <table>
        <caption class="visually-hidden">
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
            (point) =>
              html`<tr>
                <td>${format.date(point.at)}</td>
                <td class="num"><span dir="ltr">${formatPoint(format, point)} ${unit}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </div>`
}
