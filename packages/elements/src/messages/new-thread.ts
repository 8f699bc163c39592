import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { messagesEn } from './messages.en.ts'

/** A new thread before its first message. */
export const newThread = (t: Translate<typeof messagesEn>, level: number, composer: TemplateResult): TemplateResult =>
  html`<section class="card" aria-labelledby="heading">
    <div class="pad">
      <h3 id="heading" part="heading" tabindex="-1" aria-level=${level}>${t('write')}</h3>
    </div>
    ${composer}
  </section>`
