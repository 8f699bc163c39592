import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../core/format.ts'
import type { ChartTranslate } from './chart-translate.ts'

export interface Point {
  /** RFC 3339. */
  readonly at: string
  readonly value: number
  /** The lower of two values that are one measurement, as blood pressure has it. */
  readonly lower?: number
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
  /** So far from usual that somebody has to be told. */
  readonly isCritical?: boolean
  /** Drawn near its values: it is read by its change, and nobody has a temperature of 0. */
  readonly isNear?: boolean
}

const width = 300
const height = 72
const edge = 8

interface Scale {
  readonly x: (at: string) => number
  readonly y: (value: number) => number
}

/** Of what is drawn near its values, the picture holds a fifth at least: a small change looks small. */
const minimumRelativeSpan = 0.2

/** Time across, the value up: scores from 0, measurements so that what is usual is in the picture. */
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

/** A measurement as people write it: `132/82` where it has two values. */
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

/** One line, or two of one measurement, with its latest value, what is usual as a band behind it, and the same numbers as a table. */
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
