import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import { iconMicrophone, iconMicrophoneOff, iconVideo, iconVideoOff } from '../core/icons.ts'
import type { LocalPreview } from '../media/local-preview.ts'
import type { videoRoomEn } from './video-room.messages.ts'

export interface PrejoinView {
  readonly t: Translate<typeof videoRoomEn>
  readonly preview: LocalPreview
  readonly microphone: boolean
  readonly camera: boolean
  readonly busy: boolean
  readonly again: boolean
  readonly onMicrophone: () => void
  readonly onCamera: () => void
  readonly onJoin: () => void
}

const pictureText = ({ t, preview, camera }: PrejoinView): string => {
  if (!camera || preview.camera === 'off') return t('cameraOff')
  if (preview.camera === 'blocked') return t('cameraBlocked')
  if (preview.camera === 'busy') return t('cameraBusy')
  return preview.camera === 'missing' ? t('cameraMissing') : ''
}

/** The last look in the mirror: what the others will see, and one button. */
export const prejoinView = (view: PrejoinView): TemplateResult => {
  const { t, preview } = view
  return html`<div class="prejoin card pad" part="prejoin">
    <div class="preview">
      ${
        preview.cameraStream
          ? html`<video
              autoplay
              playsinline
              muted
              aria-label=${t('preview')}
              .muted=${true}
              .srcObject=${preview.cameraStream}
            ></video>`
          : html`<p>${pictureText(view)}</p>`
      }
    </div>
    <div class="stack">
      <div class="tight">
        <h2 tabindex="-1">${t(view.again ? 'leftHeading' : 'readyHeading')}</h2>
        <p class="muted">${t(view.again ? 'leftText' : 'readyText')}</p>
      </div>
      <div class="row wrap">
        <button class="btn" type="button" @click=${view.onMicrophone}>
          ${view.microphone ? iconMicrophone : iconMicrophoneOff} ${t(view.microphone ? 'mute' : 'unmute')}
        </button>
        <button class="btn" type="button" @click=${view.onCamera}>
          ${view.camera ? iconVideo : iconVideoOff} ${t(view.camera ? 'cameraTurnOff' : 'cameraTurnOn')}
        </button>
      </div>
      <button
        class="btn primary wide join"
        type="button"
        aria-disabled=${view.busy ? 'true' : 'false'}
        @click=${view.onJoin}
      >
        ${t(view.busy ? 'joining' : view.again ? 'rejoin' : 'join')}
      </button>
      ${view.busy ? html`<p class="unseen" role="status">${t('joining')}</p>` : nothing}
    </div>
  </div>`
}
