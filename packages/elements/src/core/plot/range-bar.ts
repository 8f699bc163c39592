import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Formatter } from '../format.ts'
import type { Bounds } from './parse-range.ts'

interface RangeBar {
  readonly value: number
  readonly bounds: Bounds
  /** What the bar shows, in words. */
  readonly label: string
}

const width = 240
const [top, thickness, middle] = [14, 8, 18]

/** The numbers at both ends of the bar: the band, and as much around it that a value outside stays inside the picture. */
const endsOf = ({ value, bounds: { low, high } }: Pick<RangeBar, 'value' | 'bounds'>): readonly [number, number] => {
  const [from, to] = [low ?? 0, high ?? (low ?? 0) * 2]
  const margin = (to - from) * 0.4 || 1
  const start = low === undefined ? Math.min(0, value) : Math.min(from - margin, value - margin / 2)
  return [low !== undefined && low >= 0 ? Math.max(0, start) : start, Math.max(to + margin, value + margin / 2)]
}

/** Where a value is, compared with its reference range. The numbers of the range are written below the ends of the band. */
export const rangeBar = (format: Formatter, bar: RangeBar): TemplateResult | typeof nothing => {
  const { value, label, bounds } = bar
  const { low, high } = bounds
  if (low === undefined && high === undefined) return nothing
  const [start, end] = endsOf(bar)
  const x = (number: number): number => Math.round(((number - start) / (end - start)) * (width - 16) * 10) / 10 + 8
  const [from, to] = [low === undefined ? 8 : x(low), high === undefined ? width - 8 : x(high)]
  const bound = (number: number | undefined): unknown =>
    number === undefined
      ? nothing
      : svg`<text x=${x(number)} y="38" text-anchor="middle">${format.number(number)}</text>`
  const at = x(value)
  return html`<svg class="plot range" viewBox="0 0 ${width} 42" role="img" aria-label=${label}>
    ${svg`<rect class="track" x="8" y=${top} width=${width - 16} height=${thickness} rx="4" />
      <rect class="band" x=${from} y=${top} width=${to - from} height=${thickness} />
      <path class="pointer" d="M${at} ${middle + 3}L${at - 6} 4L${at + 6} 4z" />
      ${bound(low)}${bound(high)}`}
  </svg>`
}
