import { html, type TemplateResult } from 'lit'
import type { BarPart } from './stacked-bar.ts'

const length = 100

/** One value of a table with the largest one as its scale, in reading direction. The number is next to it: screen readers skip the bar. */
export const rowBar = (value: number, largest: number, tone: BarPart['tone']): TemplateResult =>
  html`<svg class="plot stacked dir" viewBox="0 0 ${length} 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="part-of ${tone}" width=${((value / largest) * length).toFixed(1)} height="8" />
  </svg>`
