import { html, nothing, type TemplateResult } from 'lit'
import { iconDevices, iconMicrophone, iconMicrophoneOff, iconVideo, iconVideoOff } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { Elsewhere } from './during-call.ts'
import { orByPhone } from './link-note.ts'
import type { SelfPreview } from './self-preview.ts'
import type { videoRoomEn } from './video-room.en.ts'
import { playing } from '../media/playing.ts'

export interface PrejoinView {
  readonly t: Translate<typeof videoRoomEn>
  readonly selfPreview: SelfPreview
  /** What the person waits for, once they have pressed "Join". */
  readonly entering: 'getting-devices' | 'connecting' | null
  /** The person was in the room before. */
  readonly again: boolean
  /** The words when the person is in the room elsewhere. */
  readonly elsewhere: Elsewhere | null | undefined
  /** Why joining failed, or why the call ended. */
  readonly problem: unknown
  /** Of the other side: a person who is not connected can call. */
  readonly phone: string | undefined
  /** There is a session. */
  readonly canJoin: boolean
  readonly onDevices: () => void
  readonly onJoin: () => void
}

/** Why there is no picture, and that it does not matter. */
const pictureText = (t: PrejoinView['t'], { preview, camera }: SelfPreview): string => {
  if (!camera) return t('cameraOff')
  if (preview.camera === 'blocked') return t('cameraBlocked')
  if (preview.camera === 'busy') return t('cameraBusy')
  if (preview.camera === 'missing') return t('cameraMissing')
  return t('cameraWaits')
}

/** The preview: what the others will see, and one button. */
export const prejoinView = (view: PrejoinView): TemplateResult => {
  const { t, selfPreview, entering, again, elsewhere } = view
  const busy = entering !== null
  const [heading, text] = entering
    ? [t(`enter_${entering}`), t(`enterHint_${entering}`)]
    : elsewhere
      ? [elsewhere.heading, elsewhere.text]
      : again
        ? [t('leftHeading'), t('leftText')]
        : [t('readyHeading'), t('readyText')]
  const { preview, microphone, camera } = selfPreview
  const picture = html`<div class="preview">
    ${
      preview.cameraStream
        ? html`<video
            autoplay
            playsinline
            muted
            aria-label=${t('preview')}
            .muted=${true}
            ${playing(preview.cameraStream)}
          ></video>`
        : html`<p>${entering ? nothing : pictureText(t, selfPreview)}</p>`
    }
  </div>`
  return html`<div class="stack">
    ${view.problem}
    <div class="prejoin card pad" part="prejoin">
      ${picture}
      <div class="stack">
        <div class="tight">
          <h2 tabindex="-1">${heading}</h2>
          <p class="muted">${text}</p>
          ${view.phone ? html`<p class="small muted">${orByPhone(t, view.phone)}</p>` : nothing}
        </div>
        ${
          entering
            ? nothing
            : html`<div class="row wrap choices">
                <button class="btn ${microphone ? '' : 'off'}" type="button" @click=${selfPreview.toggleMicrophone}>
                  ${microphone ? iconMicrophone : iconMicrophoneOff} ${t(microphone ? 'mute' : 'unmute')}
                </button>
                <button class="btn ${camera ? '' : 'off'}" type="button" @click=${selfPreview.toggleCamera}>
                  ${camera ? iconVideo : iconVideoOff} ${t(camera ? 'cameraTurnOff' : 'cameraTurnOn')}
                </button>
                ${
                  preview.devices.length > 0
                    ? html`<button class="btn" type="button" @click=${view.onDevices}>
                        ${iconDevices} ${t('devices')}
                      </button>`
                    : nothing
                }
              </div>`
        }
        ${
          view.canJoin
            ? html`<button
                class="btn primary wide join"
                type="button"
                aria-disabled=${busy ? 'true' : nothing}
                @click=${view.onJoin}
              >
                ${!busy && elsewhere ? elsewhere.join : t(busy ? 'joining' : again ? 'rejoin' : 'join')}
              </button>`
            : nothing
        }
        <p class="visually-hidden" role="status">${busy ? heading : nothing}</p>
      </div>
    </div>
  </div>`
}
