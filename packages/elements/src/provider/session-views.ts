import { html, type TemplateResult } from 'lit'
import type { SignInStrength } from '@visitkit/sdk'
import type { Translate } from '../core/localize.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { providerEn } from './provider.en.ts'
import type { SessionWarning } from './session-clock.ts'

/*
 * The provider's views about the session. They are not needed in the first minutes, so they load when the page is idle, before the
 * connection can be lost.
 */

type ProviderTranslate = Translate<typeof providerEn>

export const sessionStyles = [bannerStyles, buttonStyles, cardStyles, dialogStyles]

/** "Are you still there?", with the remaining time and one key to stay. */
export const warningView = (
  host: VisitElement,
  t: ProviderTranslate,
  { kind, endsAt }: SessionWarning,
  actions: { readonly staySignedIn: (event: Event) => void; readonly signOut: () => void },
): TemplateResult => {
  const seconds = Math.max(0, (endsAt - Date.now()) / 1000)
  const time = html`<b class="num" role="timer">${host.format.countdown(seconds)}</b>`
  const idle = kind === 'idle'
  return html`<dialog part="dialog" aria-labelledby="warning" aria-describedby="why" @cancel=${actions.staySignedIn}>
    <div class="pad stack">
      <h2 id="warning" aria-level=${host.headingLevel}>${t(idle ? 'stillHere' : 'endsSoon')}</h2>
      <p id="why">${t.rich(idle ? 'idleWhy' : 'absoluteWhy', { time })}</p>
      <p class="visually-hidden" role="status">${t('minutesLeft', { count: Math.max(1, Math.ceil(seconds / 60)) })}</p>
    </div>
    <div class="foot row wrap">
      <button class="btn primary" type="button" autofocus @click=${actions.staySignedIn}>
        ${t(idle ? 'stay' : 'goOn')}
      </button>
      <button class="btn" type="button" @click=${actions.signOut}>${t('signOut')}</button>
    </div>
  </dialog>`
}

/** "You have been signed out." */
export const endedView = (
  host: VisitElement,
  t: ProviderTranslate,
  idle: boolean,
  signIn: () => void,
): TemplateResult =>
  html`<section class="ended card pad stack" part="ended" aria-labelledby="ended">
    <h2 id="ended" tabindex="-1" aria-level=${host.headingLevel}>${t('endedTitle')}</h2>
    <p>${t(idle ? 'endedIdle' : 'endedOther')}</p>
    <div><button class="btn primary" type="button" @click=${signIn}>${t('signInAgain')}</button></div>
  </section>`

/** Milliseconds before a training expires in which the page says so. */
const trainingWarning = 30 * 86_400_000

/** A training that the person's role needs expires soon, or has expired. */
export const trainingView = (host: VisitElement, t: ProviderTranslate, endsAt: string): TemplateResult | null => {
  const left = Date.parse(endsAt) - Date.now()
  if (left > trainingWarning) return null
  // The last day is the one before.
  const day = host.format.date(new Date(Date.parse(endsAt) - 1).toISOString())
  return html`<p class="training banner ${left > 0 ? 'warn' : 'bad'}" part="training" role="status">
    ${left > 0 ? t('trainingEnds', { day }) : t('trainingEnded')}
  </p>`
}

/** "One more step": the person is signed in, but not strongly enough for what their role may see. */
export const neededView = (
  host: VisitElement,
  t: ProviderTranslate,
  needed: SignInStrength,
  { signIn, signOut }: { readonly signIn: () => void; readonly signOut: () => void },
): TemplateResult =>
  html`<section class="ended card pad stack" part="ended" aria-labelledby="ended">
    <h2 id="ended" tabindex="-1" aria-level=${host.headingLevel}>${t('neededTitle')}</h2>
    <p>${t(`needed_${needed}`)}</p>
    <p>${t('neededKept')}</p>
    <div class="row wrap">
      <button class="btn primary" type="button" @click=${signIn}>${t('signInAgain')}</button>
      <button class="btn" type="button" @click=${signOut}>${t('signOut')}</button>
    </div>
  </section>`
