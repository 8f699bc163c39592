import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { Translate } from '../core/localize.ts'
import { iconMicrophoneOff } from '../core/icons.ts'
import type { LocalMedia, VideoParticipant } from '../video/driver.ts'
import type { videoRoomEn } from './video-room.messages.ts'

/** What the other people of the call look like. */
export interface StageView {
  readonly t: Translate<typeof videoRoomEn>
  readonly others: readonly VideoParticipant[]
  readonly local: LocalMedia | null
  readonly nameOf: (participant: VideoParticipant) => string
  /** Shown while nobody else is there. */
  readonly alone: unknown
}

const tile = (view: StageView, participant: VideoParticipant): TemplateResult => {
  const { t } = view
  const name = view.nameOf(participant)
  const picture = participant.screen ?? participant.camera
  return html`<div class="tile" part="participant">
    <span class="nameplate row">${name}${participant.microphoneOn ? nothing : iconMicrophoneOff}</span>
    ${
      picture
        ? html`<video
            part="remote-video"
            autoplay
            playsinline
            muted
            aria-label=${t(participant.screen ? 'screenOf' : 'remoteVideo', { name })}
            .muted=${true}
            .srcObject=${picture}
          ></video>`
        : html`<p>${t('soundOnly', { name })}</p>`
    }
    ${participant.audio ? html`<audio autoplay .srcObject=${participant.audio}></audio>` : nothing}
  </div>`
}

/** The others, large; oneself, small. */
export const stageView = (view: StageView): TemplateResult => {
  const { t, others, local } = view
  return html`${
    others.length === 0
      ? html`<div class="alone tight">${view.alone}</div>`
      : html`<div class="remotes">
          ${repeat(
            others,
            (participant) => participant.id,
            (participant) => tile(view, participant),
          )}
        </div>`
  }
  ${
    local
      ? html`<div class="self" part="self">
          ${
            local.camera
              ? html`<video
                  autoplay
                  playsinline
                  muted
                  aria-label=${t('you')}
                  .muted=${true}
                  .srcObject=${local.camera}
                ></video>`
              : html`<span>${t('cameraOff')}</span>`
          }
        </div>`
      : nothing
  }`
}
