import { html, nothing, type TemplateResult } from 'lit'
import { iconCheck } from '../core/icons.ts'

/** What was done last. */
export const doneBanner = (done: string): TemplateResult | typeof nothing =>
  done
    ? html`<div class="banner ok">
        ${iconCheck}
        <p class="num">${done}</p>
      </div>`
    : nothing
