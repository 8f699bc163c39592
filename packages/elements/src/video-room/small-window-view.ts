import { html, nothing, type TemplateResult } from 'lit'
import { iconMicrophone, iconMicrophoneOff, iconVideo, iconVideoOff } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { LocalMedia, VideoParticipant } from '../video/driver.ts'
import type { duringCallEn } from './during-call.en.ts'
import { orByPhone } from './link-note.ts'
import type { videoRoomEn } from './video-room.en.ts'
import { playing } from '../media/playing.ts'

type RoomTranslate = Translate<typeof videoRoomEn>

export interface SmallWindowView {
  readonly t: RoomTranslate
  readonly words: Translate<typeof duringCallEn>
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly local: LocalMedia
  /** What is sent is said a moment later, so that it is announced. */
  readonly isSilent: boolean
  readonly others: readonly VideoParticipant[]
  /** The telephone number of the other side. */
  readonly phone: string | undefined
  /** The call is being recorded. */
  readonly isRecorded: boolean
  /** How many messages are new, or a question; empty without one. */
  readonly news: string
  /** The newest line of the captions; empty without one. */
  readonly caption: string
  readonly nameOf: (participant: VideoParticipant) => string
  /** Shown while the person is alone. */
  readonly awaited: string
  readonly onMicrophone: () => void
  readonly onCamera: () => void
  readonly onReturn: () => void
}

/** One of the others: who shares a screen, else the first who is seen. */
const shown = (others: readonly VideoParticipant[]): VideoParticipant | undefined =>
  others.find(({ screen }) => screen) ?? others.find(({ camera }) => camera) ?? others[0]

const pictureOf = (view: SmallWindowView): TemplateResult => {
  const { t, others, nameOf, awaited, phone } = view
  const byPhone = phone ? orByPhone(t, phone) : nothing
  const one = shown(others)
  if (!one) return html`<p>${awaited}<br />${byPhone}</p>`
  const name = nameOf(one)
  const picture = one.screen ?? one.camera
  if (one.link !== 'connected') return html`<p>${t(`link_${one.link}`, { name })}<br />${byPhone}</p>`
  if (!picture) return html`<p>${t(one.cameraOn ? 'pictureStarts' : 'soundOnly', { name })}</p>`
  return html`<video
    autoplay
    playsinline
    muted
    aria-label=${t(one.screen ? 'screenOf' : 'remoteVideo', { name })}
    .muted=${true}
    ${playing(picture)}
  ></video>`
}

const sendingOf = ({ microphoneOn, cameraOn }: LocalMedia): 'both' | 'camera' | 'microphone' | 'none' => {
  if (microphoneOn) return cameraOn ? 'both' : 'microphone'
  return cameraOn ? 'camera' : 'none'
}

/** The call while its room is out of sight: who is there, what is sent, and the way back. */
export const smallWindowView = (view: SmallWindowView): TemplateResult => {
  const { t, words, local } = view
  const { microphoneOn, cameraOn, sharing } = local
  const isLive = microphoneOn || cameraOn || sharing
  const sending = words(`sending_${sendingOf(local)}`)
  return html`<section lang=${view.lang} dir=${view.direction} aria-label=${words('smallWindow')}>
    <div class="picture">${pictureOf(view)}</div>
    ${view.isRecorded ? html`<p class="sending recorded"><span>${t('recorded')}</span></p>` : nothing}
    ${view.caption ? html`<p class="caption" dir="auto">${view.caption}</p>` : nothing}
    <p class="sending ${isLive ? 'live' : ''}" role="status">
      <span>${view.isSilent ? nothing : sharing ? `${words('sendingScreen')} ${sending}` : sending}</span>
    </p>
    ${view.news ? html`<p class="sending" role="status">${view.news}</p>` : nothing}
    <div class="buttons">
      <button class="btn ${microphoneOn ? '' : 'off'}" type="button" @click=${view.onMicrophone}>
        ${microphoneOn ? iconMicrophone : iconMicrophoneOff}${t(microphoneOn ? 'mute' : 'unmute')}
      </button>
      <button class="btn ${cameraOn ? '' : 'off'}" type="button" @click=${view.onCamera}>
        ${cameraOn ? iconVideo : iconVideoOff}${t(cameraOn ? 'cameraTurnOff' : 'cameraTurnOn')}
      </button>
      <button class="btn wide" type="button" @click=${view.onReturn}>${words('back')}</button>
    </div>
  </section>`
}
