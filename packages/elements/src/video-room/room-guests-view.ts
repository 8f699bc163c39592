import { html, nothing, type TemplateResult } from 'lit'
import type { VisitGuest } from '@visitkit/sdk'
import { iconGuests } from '../core/icons.ts'
import {
  guestButtons,
  guestText,
  otherName,
  type GuestDecisions,
  type GuestsTranslate,
} from '../guests/guest-buttons.ts'

export interface GuestsButtonView {
  readonly t: GuestsTranslate
  /** How many ask to join. */
  readonly waiting: number
  readonly onOpen: () => void
}

export const guestsButton = ({ t, waiting, onOpen }: GuestsButtonView): TemplateResult =>
  html`<button class="btn guests-button" type="button" aria-haspopup="dialog" @click=${onOpen}>
    ${iconGuests}<span class="word">${t('open')}</span>${
      waiting > 0
        ? html`<span class="chat-count num" aria-hidden="true">${waiting}</span>
            <span class="visually-hidden">${t('openWaiting', { count: waiting })}</span>`
        : nothing
    }
  </button>`

export interface GuestNoticesView extends GuestDecisions {
  readonly clinician: string
  readonly waiting: readonly VisitGuest[]
  /** Admitted, and not seen by this person yet. */
  readonly came: readonly VisitGuest[]
  readonly problem: unknown
  readonly onSeen: (guestId: string) => void
}

/** Over the controls, where both look. */
export const guestNotices = (view: GuestNoticesView): TemplateResult | typeof nothing => {
  const { t, waiting, came, problem } = view
  if (waiting.length === 0 && came.length === 0 && problem === nothing) return nothing
  return html`<div class="guest-notices">
    ${problem}
    ${waiting.map(
      (guest) =>
        html`<div class="guest-notice">
          <div class="tight">
            <p><b>${t('asks', { name: guestText(t, guest), by: guest.invitedBy })}</b></p>
            ${otherName(t, guest)}
            <p class="small muted">
              ${view.mayAdmit ? t('asksClinician') : t('asksPatient', { clinician: view.clinician })}
            </p>
          </div>
          <div class="row wrap">${guestButtons(view, guest)}</div>
        </div>`,
    )}
    ${came.map(
      (guest) =>
        html`<div class="guest-notice">
          <div class="tight">
            <p><b>${t('came', { name: guestText(t, guest) })}</b></p>
            <p class="small muted">${t('invitedBy', { name: guest.invitedBy })}</p>
          </div>
          <div class="row wrap">
            <button class="btn" type="button" @click=${() => view.onSeen(guest.id)}>${t('understood')}</button>
            ${guestButtons(view, guest)}
          </div>
        </div>`,
    )}
  </div>`
}
