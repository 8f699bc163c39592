import { html, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../core/format.ts'
import type { Translate } from '../core/localize.ts'
import type { chartEn } from './chart.messages.ts'

export type T = Translate<typeof chartEn>

export interface Score {
  /** RFC 3339. */
  readonly at: string
  readonly score: number
}

const width = 300
const height = 72
const edge = 8

/** Places of the scores in the drawing: time across, the score up from 0. One score stands in the middle. */
export const placesOf = (scores: readonly Score[]): readonly (readonly [x: number, y: number])[] => {
  const times = scores.map(({ at }) => Date.parse(at))
  const first = Math.min(...times)
  const span = Math.max(...times) - first
  const top = Math.max(1, ...scores.map(({ score }) => score))
  return scores.map(({ score }, index) => [
    span === 0 ? width / 2 : edge + ((width - 2 * edge) * ((times[index] ?? first) - first)) / span,
    height - edge - ((height - 2 * edge) * score) / top,
  ])
}

/** Scores of one questionnaire as a line, with the same numbers as a table behind it. Oldest first. */
export const scorePlot = (t: T, format: Formatter, name: string, scores: readonly Score[]): TemplateResult => {
  const places = placesOf(scores)
  const [first, last] = [scores[0], scores.at(-1)]
  if (!first || !last) return html``
  const round = (value: number): number => Math.round(value * 10) / 10
  return html`<div class="tight">
    <div class="row between"><b class="small">${name}</b><b class="num">${format.number(last.score)}</b></div>
    <svg
      class="plot"
      viewBox="0 0 ${width} ${height}"
      role="img"
      aria-label=${t('plot', {
        name,
        first: format.number(first.score),
        from: format.date(first.at),
        last: format.number(last.score),
        to: format.date(last.at),
      })}
    >
      <line class="base" x1="0" x2=${width} y1=${height - edge} y2=${height - edge} />
      <polyline points=${places.map(([x, y]) => `${round(x)},${round(y)}`).join(' ')} />
      ${places.map(([x, y]) => svg`<circle cx=${round(x)} cy=${round(y)} r="3" />`)}
    </svg>
    <details class="small">
      <summary>${t('numbers')}</summary>
      <table>
        <caption class="unseen">
          ${name}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('day')}</th>
            <th scope="col">${t('score')}</th>
          </tr>
        </thead>
        <tbody>
          ${scores.toReversed().map(
            ({ at, score }) =>
              html`<tr>
                <td>${format.date(at)}</td>
                <td class="num">${format.number(score)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </details>
  </div>`
}
