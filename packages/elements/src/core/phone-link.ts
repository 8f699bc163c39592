import { html, type TemplateResult } from 'lit'

/** A telephone link. The number is left-to-right in every language. */
export const phoneLink = (number: string): TemplateResult =>
  html`<a class="num" dir="ltr" href="tel:${number.replace(/[^0-9+]/g, '')}">${number}</a>`
