import { html, type TemplateResult } from 'lit'

/** One labeled amount, for a `dl` of the class `money`. */
export const labeledAmount = (name: string, money: string): TemplateResult =>
  html`<div>
    <dt class="small muted">${name}</dt>
    <dd class="sum">${money}</dd>
  </div>`
