import { html, type TemplateResult } from 'lit'

/** A number that is called by a press, read from the left in every language. */
export const phoneLink = (number: string): TemplateResult =>
  html`<a class="num" dir="ltr" href="tel:${number.replace(/[^0-9+]/g, '')}">${number}</a>`
