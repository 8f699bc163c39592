import { nothing, svg, type SVGTemplateResult } from 'lit'
import type { Formatter } from '../format.ts'

interface PlotAxes {
  /** The place of the plot inside its picture. */
  readonly inner: { readonly start: number; readonly end: number; readonly bottom: number }
  /** The quantity and its unit, above the vertical axis. */
  readonly unit: string
  readonly marks: readonly number[]
  readonly y: (value: number) => number
  /** Below both ends of the horizontal axis. */
  readonly ends?: readonly [from: string, to: string] | undefined
}

/**
 * The unit, a line with its number for each mark, and where the horizontal axis begins and ends. A plot runs from left to right; a date in a
 * language that does not keeps its own order (U+2068).
 */
export const plotAxes = (format: Formatter, { inner, unit, marks, y, ends }: PlotAxes): SVGTemplateResult => {
  const { start, end, bottom } = inner
  return svg`<text x=${start} y="12">${unit}</text>
    ${marks.map(
      (mark) =>
        svg`<line class="grid" x1=${start} x2=${end} y1=${y(mark)} y2=${y(mark)} />
          <text x=${start - 6} y=${y(mark) + 4} text-anchor="end">${format.number(mark)}</text>`,
    )}
    ${
      ends
        ? svg`<text x=${start} y=${bottom + 20}>&#x2068;${ends[0]}</text>
            <text x=${end} y=${bottom + 20} text-anchor="end">&#x2068;${ends[1]}</text>`
        : nothing
    }`
}
