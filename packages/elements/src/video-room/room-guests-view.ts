import { html, nothing, type TemplateResult } from 'lit'
import type { CreatedVisitGuest, GuestKind, VisitGuest } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { iconGuests } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { roomGuestsEn } from './room-guests.en.ts'

export type RoomGuestsTranslate = Translate<typeof roomGuestsEn>

const kinds: readonly GuestKind[] = ['family', 'interpreter', 'caregiver', 'other']

/** `Maria Gomez (interpreter)`, by the name that the guest wrote. */
export const guestText = (t: RoomGuestsTranslate, { name, ownName, kind }: VisitGuest): string =>
  t('named', { name: ownName ?? name, kind: t(`kind_${kind}`) })

/** A code that reached another person is used under another name: both are shown. */
const otherName = (t: RoomGuestsTranslate, { name, ownName }: VisitGuest): unknown =>
  ownName === undefined || ownName === name ? nothing : html`<p class="small">${t('invitedAs', { name })}</p>`

export interface GuestsButtonView {
  readonly t: RoomGuestsTranslate
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

export interface GuestNoticesView {
  readonly t: RoomGuestsTranslate
  /** The clinician of the visit, who admits. */
  readonly isStaff: boolean
  readonly clinician: string
  readonly waiting: readonly VisitGuest[]
  /** Admitted, and not seen by this person yet. */
  readonly came: readonly VisitGuest[]
  readonly busy: boolean
  readonly problem: unknown
  readonly onAdmit: (guestId: string) => void
  readonly onRemove: (guestId: string) => void
  readonly onSeen: (guestId: string) => void
}

/** Over the controls, where both look. */
export const guestNotices = (view: GuestNoticesView): TemplateResult | typeof nothing => {
  const { t, waiting, came, problem, busy } = view
  if (waiting.length === 0 && came.length === 0 && problem === nothing) return nothing
  const disabled = busy ? 'true' : nothing
  return html`<div class="guest-notices">
    ${problem}
    ${waiting.map(
      (guest) =>
        html`<div class="guest-notice">
          <div class="tight">
            <p><b>${t('asks', { name: guestText(t, guest), by: guest.invitedBy })}</b></p>
            ${otherName(t, guest)}
            <p class="small muted">
              ${view.isStaff ? t('asksClinician') : t('asksPatient', { clinician: view.clinician })}
            </p>
          </div>
          <div class="row wrap">
            ${
              view.isStaff
                ? html`<button
                    class="btn primary admit-guest"
                    type="button"
                    aria-disabled=${disabled}
                    @click=${() => view.onAdmit(guest.id)}
                  >
                    ${t('admit')}
                  </button>`
                : nothing
            }
            <button class="btn" type="button" aria-disabled=${disabled} @click=${() => view.onRemove(guest.id)}>
              ${t('refuse')}
            </button>
          </div>
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
            <button
              class="btn"
              type="button"
              aria-disabled=${disabled}
              aria-label=${t('removeNamed', { name: guestText(t, guest) })}
              @click=${() => view.onRemove(guest.id)}
            >
              ${t('remove')}
            </button>
          </div>
        </div>`,
    )}
  </div>`
}

export interface GuestsDialogView {
  readonly t: RoomGuestsTranslate
  readonly format: Formatter
  readonly isStaff: boolean
  readonly guests: readonly VisitGuest[]
  readonly busy: boolean
  readonly isInviting: boolean
  readonly problem: unknown
  readonly name: string
  readonly kind: GuestKind
  readonly isMissing: boolean
  /** The invitation that was just made: its code is shown once. */
  readonly created: CreatedVisitGuest | undefined
  readonly copied: 'page' | 'code' | null
  /** Empty when the host does not name it. */
  readonly page: string
  readonly onName: (name: string) => void
  readonly onKind: (kind: GuestKind) => void
  readonly onInvite: () => void
  readonly onAnother: () => void
  readonly onAdmit: (guestId: string) => void
  readonly onRemove: (guestId: string) => void
  readonly onCopy: (what: 'page' | 'code', text: string) => void
  readonly onClose: () => void
}

const row = (view: GuestsDialogView, guest: VisitGuest): TemplateResult => {
  const { t, isStaff, busy } = view
  const name = guestText(t, guest)
  const { status } = guest
  const disabled = busy ? 'true' : nothing
  const end = (label: string, named: string | typeof nothing): TemplateResult =>
    html`<button
      class="btn small"
      type="button"
      aria-disabled=${disabled}
      aria-label=${named}
      @click=${() => view.onRemove(guest.id)}
    >
      ${label}
    </button>`
  return html`<li>
    <div class="tight">
      <p><b>${name}</b></p>
      ${otherName(t, guest)}
      <p class="small muted">${t(`status_${status}`)}</p>
      <p class="small muted">${t('invitedBy', { name: guest.invitedBy })}</p>
    </div>
    ${
      status === 'waiting' && isStaff
        ? html`<button
            class="btn small primary"
            type="button"
            aria-disabled=${disabled}
            @click=${() => view.onAdmit(guest.id)}
          >
            ${t('admit')}
          </button>`
        : nothing
    }
    ${status === 'invited' ? end(t('withdraw'), t('withdrawNamed', { name })) : nothing}
    ${status === 'waiting' ? end(t('refuse'), nothing) : nothing}
    ${status === 'admitted' ? end(t('remove'), t('removeNamed', { name })) : nothing}
  </li>`
}

const given = (view: GuestsDialogView, { name, secret, expiresAt }: CreatedVisitGuest): TemplateResult => {
  const { t, format, page, copied, onCopy } = view
  return html`<div class="given stack">
    <h3 tabindex="-1">${t('giveHeading', { name })}</h3>
    <div class="tight">
      <p class="label">${t('page')}</p>
      ${
        page
          ? html`<output dir="ltr" translate="no">${page}</output>
              <div>
                <button class="btn small" type="button" @click=${() => onCopy('page', page)}>
                  ${t(copied === 'page' ? 'copied' : 'copyPage')}
                </button>
              </div>`
          : html`<p>${t('pageUnknown')}</p>`
      }
    </div>
    <div class="tight">
      <p class="label">${t('code')}</p>
      <output class="secret" dir="ltr" translate="no">${secret}</output>
      <div>
        <button class="btn small" type="button" @click=${() => onCopy('code', secret)}>
          ${t(copied === 'code' ? 'copied' : 'copyCode')}
        </button>
      </div>
    </div>
    <p class="small muted">${t('codeHint', { time: format.soon(expiresAt) })}</p>
    <div><button class="btn" type="button" @click=${view.onAnother}>${t('another')}</button></div>
  </div>`
}

const inviteForm = (view: GuestsDialogView): TemplateResult => {
  const { t, isMissing, isInviting } = view
  const submit = (event: Event): void => {
    event.preventDefault()
    view.onInvite()
  }
  return html`<form class="stack" novalidate @submit=${submit}>
    <div class="tight">
      <h3>${t('inviteHeading')}</h3>
      <p class="small muted">${t('inviteText')}</p>
    </div>
    <div class="field">
      <label for="guest-name">${t('name')}</label>
      ${isMissing ? html`<p class="error" id="guest-name-error" role="alert">${t('nameMissing')}</p>` : nothing}
      <input
        id="guest-name"
        maxlength="80"
        autocomplete="off"
        dir="auto"
        aria-invalid=${isMissing ? 'true' : nothing}
        aria-describedby=${isMissing ? 'guest-name-error' : nothing}
        .value=${view.name}
        @input=${(event: Event) => view.onName((event.target as HTMLInputElement).value)}
      />
    </div>
    <div class="field">
      <label for="guest-kind">${t('kind')}</label>
      <select
        id="guest-kind"
        @change=${(event: Event) => view.onKind((event.target as HTMLSelectElement).value as GuestKind)}
      >
        ${kinds.map((kind) => html`<option value=${kind} .selected=${kind === view.kind}>${t(`who_${kind}`)}</option>`)}
      </select>
    </div>
    <div>
      <button class="btn primary" aria-disabled=${isInviting ? 'true' : nothing}>
        ${t(isInviting ? 'inviting' : 'invite')}
      </button>
    </div>
  </form>`
}

/** All guests of the visit, and the invitation of another one. */
export const guestsDialog = (view: GuestsDialogView): TemplateResult => {
  const { t, guests, created, onClose } = view
  return html`<dialog class="guests" aria-labelledby="guests-heading" @close=${onClose}>
    <div class="body pad stack">
      <h2 id="guests-heading" tabindex="-1">${t('heading')}</h2>
      ${view.problem} ${created ? given(view, created) : inviteForm(view)}
      ${
        guests.length === 0
          ? html`<p class="muted">${t('none')}</p>`
          : html`<ul>
              ${guests.map((guest) => row(view, guest))}
            </ul>`
      }
    </div>
    <div class="foot">
      <button
        class="btn"
        type="button"
        @click=${(event: Event) => (event.target as HTMLElement).closest('dialog')?.close()}
      >
        ${t('close')}
      </button>
    </div>
  </dialog>`
}
