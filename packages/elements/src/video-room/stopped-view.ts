import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { duringCallEn } from './during-call.en.ts'
import { orByPhone } from './link-note.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface StoppedView {
  readonly t: Translate<typeof videoRoomEn>
  readonly words: Translate<typeof duringCallEn>
  /** For staff: what the patient says of the consent. Null for all others. */
  readonly recordSpoken: TemplateResult | null
  /** Of the other side. */
  readonly phone: string | undefined
  readonly onAgree: () => void
  readonly onEnd: () => void
}

/** Replaces the room: why the call is over, and how to go on. */
export const stoppedView = ({ t, words, recordSpoken, phone, onAgree, onEnd }: StoppedView): TemplateResult => {
  const isPractitioner = recordSpoken !== null
  return html`<div class="stopped card pad stack">
    <div class="tight">
      <h2 tabindex="-1">${words('stoppedHeading')}</h2>
      <p>${words(isPractitioner ? 'stoppedByPatient' : 'stoppedText')}</p>
      <p>${words(isPractitioner ? 'stoppedWait' : 'stoppedNext')}</p>
      ${phone ? html`<p class="small muted">${orByPhone(t, phone)}</p>` : nothing}
    </div>
    ${recordSpoken ?? nothing}
    <div class="row wrap">
      ${
        isPractitioner
          ? html`<button class="btn" type="button" @click=${onEnd}>${t('end')}</button>`
          : html`<button class="btn primary" type="button" @click=${onAgree}>${words('stoppedAgree')}</button>`
      }
    </div>
  </div>`
}
