import { html, nothing, type TemplateResult } from 'lit'
import type { GuestKind, VisitGuest } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import type { guestsEn } from './guests.en.ts'

export type GuestsTranslate = Translate<typeof guestsEn>

/** What a person who may decide about guests does. */
export interface GuestDecisions {
  readonly t: GuestsTranslate
  /** The clinicians of the visit. */
  readonly mayAdmit: boolean
  readonly busy: boolean
  readonly onAdmit: (guestId: string) => void
  readonly onRemove: (guestId: string) => void
}

export const guestKinds: readonly GuestKind[] = ['family', 'interpreter', 'captioner', 'caregiver', 'other']

/** `Maria Gomez (interpreter)`, by the name that the guest wrote. */
export const guestText = (t: GuestsTranslate, { name, ownName, kind }: VisitGuest): string =>
  t('named', { name: ownName ?? name, kind: t(`kind_${kind}`) })

/** A code that reached another person is used under another name: both are shown. */
export const otherName = (t: GuestsTranslate, { name, ownName }: VisitGuest): unknown =>
  ownName === undefined || ownName === name ? nothing : html`<p class="small">${t('invitedAs', { name })}</p>`

const button = (
  label: string,
  act: () => void,
  { busy }: GuestDecisions,
  { named, more }: { readonly named?: string; readonly more: string },
): TemplateResult =>
  html`<button
    class="btn ${more}"
    type="button"
    aria-label=${named ?? nothing}
    aria-disabled=${busy ? 'true' : nothing}
    @click=${act}
  >
    ${label}
  </button>`

/** Lets a guest in, refuses them, removes them, or withdraws their code. None when it is over for them. */
export const guestButtons = (decisions: GuestDecisions, guest: VisitGuest, more = ''): unknown => {
  const { t, mayAdmit, onAdmit, onRemove } = decisions
  const { id, status } = guest
  const name = guestText(t, guest)
  const end = (label: string, named?: string): TemplateResult =>
    button(label, () => onRemove(id), decisions, { ...(named !== undefined && { named }), more })
  switch (status) {
    case 'waiting':
      return html`${
        mayAdmit ? button(t('admit'), () => onAdmit(id), decisions, { more: `primary admit-guest ${more}` }) : nothing
      }${end(t('refuse'))}`
    case 'invited':
      return end(t('withdraw'), t('withdrawNamed', { name }))
    case 'admitted':
      return end(t('remove'), t('removeNamed', { name }))
    default:
      return nothing
  }
}
