import { html, nothing, type TemplateResult } from 'lit'
import type { ClaimMessage } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'

interface RawMessagesView {
  readonly t: ClaimDeskTranslate
  readonly format: Formatter
  readonly level: number
  /** Undefined until requested. */
  readonly messages: readonly ClaimMessage[] | undefined
  readonly busy: boolean
  readonly problem: unknown
  readonly onShow: () => void
}

/** The transmitted messages in their original format. Read only on request, because the access is recorded. */
export const rawMessages = ({ t, format, level, messages, busy, problem, onShow }: RawMessagesView): TemplateResult =>
  html`<section class="part" aria-labelledby="wire-heading">
    <h3 id="wire-heading" tabindex="-1" aria-level=${level + 1}>${t('messagesHeading')}</h3>
    ${problem ?? nothing}
    ${
      messages
        ? messages.length === 0
          ? html`<p class="muted">${t('messagesNone')}</p>`
          : html`<ul class="wire">
              ${messages.map(({ kind, direction, at, text }) => {
                const name = t('messageName', { kind, direction: t(direction), time: format.moment(at) })
                return html`<li class="tight">
                  <p class="small num"><b>${name}</b></p>
                  <pre tabindex="0" role="group" aria-label=${name} dir="ltr">${text}</pre>
                </li>`
              })}
            </ul>`
        : html`<p class="small muted">${t('messagesHint')}</p>
            <div>
              <button class="btn small" type="button" aria-disabled=${busy ? 'true' : nothing} @click=${onShow}>
                ${t('showMessages')}
              </button>
            </div>`
    }
  </section>`
