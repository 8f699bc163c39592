import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import { phoneLink } from '../core/phone-link.ts'
import type { LinkState } from '../video/driver.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface LinkNoteView {
  readonly t: Translate<typeof videoRoomEn>
  /** The telephone number of the other side: the clinic, or the patient. */
  readonly phone: string | undefined
  /** Null without a session. */
  readonly onConnectAgain: (() => void) | null
}

const needsAnotherTry = (link: LinkState): boolean => link === 'refused' || link === 'no-answer' || link === 'no-path'

/** The connection to a participant: its state, what happens next, and what the person can do. Nothing while they are connected. */
export const linkNote = (
  { t, phone, onConnectAgain }: LinkNoteView,
  link: LinkState,
  name: string,
): TemplateResult | typeof nothing => {
  if (link === 'connected') return nothing
  return html`<div class="link-note tight">
    <p><b>${t(`link_${link}`, { name })}</b></p>
    <p class="small">${t(`next_${link}`)} ${phone ? orByPhone(t, phone) : nothing}</p>
    ${
      onConnectAgain && needsAnotherTry(link)
        ? html`<p><button class="btn small" type="button" @click=${onConnectAgain}>${t('connectAgain')}</button></p>`
        : nothing
    }
  </div>`
}

export const orByPhone = (t: LinkNoteView['t'], phone: string): unknown =>
  t.rich('callInstead', { phone: phoneLink(phone) })
