import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { Quality, VideoErrorCode } from '../video/driver.ts'
import { orByPhone } from './link-note.ts'
import type { SoundFallback } from './sound-fallback.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface CallBannerView {
  readonly t: Translate<typeof videoRoomEn>
  readonly isSilent: boolean
  readonly isSignedOut: boolean
  /** The system has taken the microphone or the camera. */
  readonly isInterrupted: boolean
  readonly lastError: VideoErrorCode | null
  readonly quality: Quality
  readonly fallback: SoundFallback['state']
  /** The telephone number of the other side. */
  readonly phone: string | undefined
  readonly onSound: () => void
  readonly onReopen: () => void
  readonly onCamera: () => void
  /** Null when there is no provider to ask. */
  readonly onSignIn: (() => void) | null
}

/** The most urgent message during the call. */
export const callBanner = (view: CallBannerView): TemplateResult => {
  const { t, lastError, onSignIn } = view
  // The region is always present, so that screen readers announce its changes.
  const notice = (text: unknown, label = '', press: (() => void) | null = null): TemplateResult =>
    html`<div class=${text ? 'call-banner row wrap' : ''} role="status">
      ${text ? html`<span class="grow">${text}</span>` : nothing}
      ${press ? html`<button class="btn small" type="button" @click=${press}>${label}</button>` : nothing}
    </div>`
  if (view.isSilent) return notice(t('soundBlocked'), t('soundOn'), view.onSound)
  if (view.isSignedOut) return notice(t('signedOut'), t('signIn'), onSignIn)
  if (view.isInterrupted) return notice(t('interrupted'), t('reopen'), view.onReopen)
  if (lastError) return notice(t(`trouble_${lastError}`))
  if (view.fallback === 'sound')
    return notice(html`${t('pictureOff')} ${view.phone ? orByPhone(t, view.phone) : nothing}`)
  if (view.fallback === 'offer') return notice(t('pictureAgain'), t('cameraTurnOn'), view.onCamera)
  return notice(view.quality === 'bad' ? t('qualityHelp') : '')
}

/** Replaces everything after a call that lasted longer than its session. */
export const signedOutView = (t: CallBannerView['t'], onSignIn: () => void): TemplateResult =>
  html`<div class="card pad stack">
    <div class="tight">
      <h2 tabindex="-1">${t('leftHeading')}</h2>
      <p class="muted">${t('signedOutText')}</p>
    </div>
    <div><button class="btn primary" type="button" @click=${onSignIn}>${t('signIn')}</button></div>
  </div>`

/** Replaces everything after the visit has ended for everyone. */
export const endedView = (t: CallBannerView['t']): TemplateResult =>
  html`<div class="card pad tight">
    <h2 tabindex="-1">${t('endedHeading')}</h2>
    <p class="muted">${t('endedText')}</p>
  </div>`
