import { html, type TemplateResult } from 'lit'
import { iconBack } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { messagesEn } from './messages.en.ts'

/** A thread, with a button back to the list above it. */
export const withBackButton = (t: Translate<typeof messagesEn>, thread: unknown, onBack: () => void): TemplateResult =>
  html`<div class="stack">
    <div>
      <button class="btn quiet start" type="button" @click=${onBack}>${iconBack} ${t('back')}</button>
    </div>
    ${thread}
  </div>`
