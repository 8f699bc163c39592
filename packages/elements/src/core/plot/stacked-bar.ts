import { html, svg, type TemplateResult } from 'lit'

export interface BarPart {
  readonly name: string
  readonly value: number
  /** The part's number in words, e.g. `$96.00`. */
  readonly words: string
  /** Its look: a color and, for what is not settled, a pattern, so that color is never the only sign. */
  readonly tone: 'ok' | 'accent' | 'muted' | 'warn' | 'bad' | 'open'
}

const width = 320
const [top, thickness] = [2, 20]

/** A mark with the look of a part, for the list of numbers next to the bar. */
export const swatch = (tone: BarPart['tone']): TemplateResult =>
  html`<svg class="swatch" viewBox="0 0 12 12" aria-hidden="true">
    <rect class="part-of ${tone}" width="12" height="12" />
  </svg>`

/** One whole and its parts, in reading direction. The same numbers are in a list or table next to it. Parts without a value are left out. */
export const stackedBar = (label: string, parts: readonly BarPart[]): TemplateResult => {
  const shown = parts.filter(({ value }) => value > 0)
  const whole = shown.reduce((sum, { value }) => sum + value, 0) || 1
  let start = 0
  return html`<svg
    class="plot stacked dir"
    viewBox="0 0 ${width} ${thickness + 2 * top}"
    preserveAspectRatio="none"
    role="img"
    aria-label=${`${label}: ${shown.map(({ name, words }) => `${name} ${words}`).join(', ')}`}
  >
    ${shown.map(({ value, tone }) => {
      const x = start
      const length = (value / whole) * width
      start += length
      return svg`<rect class="part-of ${tone}" x=${x.toFixed(1)} y=${top} width=${Math.max(1, length - 1).toFixed(1)} height=${thickness} />`
    })}
  </svg>`
}
