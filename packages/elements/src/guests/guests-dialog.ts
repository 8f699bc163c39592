import { html, nothing, type TemplateResult } from 'lit'
import type { CreatedVisitGuest, GuestKind, VisitGuest } from '@visitkit/sdk'
import type { Formatter } from '../core/format.ts'
import { guestButtons, guestKinds, guestText, otherName, type GuestDecisions } from './guest-buttons.ts'

export interface GuestsDialogView extends GuestDecisions {
  readonly format: Formatter
  /** Which visit it is; empty in its room. */
  readonly about: string
  readonly guests: readonly VisitGuest[]
  readonly isLoading: boolean
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
  readonly onCopy: (what: 'page' | 'code', text: string) => void
  readonly onClose: () => void
}

const row = (view: GuestsDialogView, guest: VisitGuest): TemplateResult => {
  const { t } = view
  return html`<li>
    <div class="tight">
      <p><b>${guestText(t, guest)}</b></p>
      ${otherName(t, guest)}
      <p class="small muted">${t(`status_${guest.status}`)}</p>
      <p class="small muted">${t('invitedBy', { name: guest.invitedBy })}</p>
    </div>
    ${guestButtons(view, guest, 'small')}
  </li>`
}

const given = (view: GuestsDialogView, { name, secret, opensAt, expiresAt }: CreatedVisitGuest): TemplateResult => {
  const { t, format, page, copied, onCopy } = view
  const isOpen = Date.parse(opensAt) <= Date.now()
  const [from, time] = [format.soon(opensAt), format.soon(expiresAt)]
  return html`<div class="given stack">
    <div class="tight">
      <h3 tabindex="-1">${t('giveHeading', { name })}</h3>
      <p>${t('giveNext')}</p>
    </div>
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
    <p class="small muted">${isOpen ? t('codeHint', { time }) : t('codeHintFrom', { from, time })}</p>
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
        ${guestKinds.map(
          (kind) => html`<option value=${kind} .selected=${kind === view.kind}>${t(`who_${kind}`)}</option>`,
        )}
      </select>
    </div>
    <div>
      <button class="btn primary" aria-disabled=${isInviting ? 'true' : nothing}>
        ${t(isInviting ? 'inviting' : 'invite')}
      </button>
    </div>
  </form>`
}

const invited = ({ t, guests, isLoading, ...view }: GuestsDialogView): TemplateResult => {
  if (isLoading) return html`<p class="muted" role="status">${t('loading')}</p>`
  if (guests.length === 0) return html`<p class="muted">${t('none')}</p>`
  return html`<ul>
    ${guests.map((guest) => row({ ...view, t, guests, isLoading }, guest))}
  </ul>`
}

/** All guests of the visit, and the invitation of another one. */
export const guestsDialog = (view: GuestsDialogView): TemplateResult => {
  const { t, about, created, onClose } = view
  return html`<dialog class="guests" aria-labelledby="guests-heading" @close=${onClose}>
    <div class="body pad stack">
      <div class="tight">
        <h2 id="guests-heading" tabindex="-1">${t('heading')}</h2>
        ${about ? html`<p class="muted"><bdi>${about}</bdi></p>` : nothing}
      </div>
      ${view.problem} ${created ? given(view, created) : inviteForm(view)} ${invited(view)}
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
