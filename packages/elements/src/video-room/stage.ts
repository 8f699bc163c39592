import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { iconMicrophoneOff } from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { LocalMedia, Quality, VideoParticipant, VideoState } from '../video/driver.ts'
import { linkNote, orByPhone, type LinkNoteView } from './link-note.ts'
import type { videoRoomEn } from './video-room.en.ts'
import { playing } from '../media/playing.ts'

type VideoRoomTranslate = Translate<typeof videoRoomEn>

/** The pictures of the participants. */
export interface StageView extends LinkNoteView {
  readonly state: VideoState
  readonly quality: Quality
  readonly recording: boolean
  readonly others: readonly VideoParticipant[]
  readonly local: LocalMedia | null
  readonly nameOf: (participant: VideoParticipant) => string
  readonly isInterpreter: (participant: VideoParticipant) => boolean
  /** The participant who is expected while the person is alone. */
  readonly awaited: string
  /** The name of the last participant who left. */
  readonly left: string | null
  /** The time of the visit, once it has begun. */
  readonly timer: unknown
}

/** What is there instead of a picture, as the driver reports it. */
const withoutPicture = (
  t: VideoRoomTranslate,
  { link, cameraOn, quality }: VideoParticipant,
  name: string,
): unknown => {
  if (link !== 'connected') return nothing
  if (cameraOn) return html`<p>${t('pictureStarts', { name })}</p>`
  return html`<p>${t(quality === 'bad' ? 'soundOnlyWeak' : 'soundOnly', { name })}</p>`
}

const tile = (view: StageView, participant: VideoParticipant): TemplateResult => {
  const { screen, camera, audio, microphoneOn, link } = participant
  const { t } = view
  const name = view.nameOf(participant)
  const isMuted = !microphoneOn && link === 'connected'
  const picture = screen ?? camera
  return html`<div class=${view.isInterpreter(participant) ? 'tile interpreter' : 'tile'} part="participant">
    <span class="nameplate row"
      >${name}${isMuted ? html`${iconMicrophoneOff}<span class="visually-hidden">${t('muted')}</span>` : nothing}</span
    >
    ${
      picture
        ? html`<video
            part="remote-video"
            autoplay
            playsinline
            muted
            aria-label=${t(screen ? 'screenOf' : 'remoteVideo', { name })}
            .muted=${true}
            ${playing(picture)}
          ></video>`
        : withoutPicture(t, participant, name)
    }
    ${linkNote(view, link, name)} ${audio ? html`<audio autoplay ${playing(audio)}></audio>` : nothing}
  </div>`
}

const self = (t: VideoRoomTranslate, { camera }: LocalMedia): TemplateResult =>
  html`<div class="self" part="self">
    ${
      camera
        ? html`<video autoplay playsinline muted aria-label=${t('you')} .muted=${true} ${playing(camera)}></video>`
        : html`<span>${t('cameraOff')}</span>`
    }
  </div>`

/** The others, large; the self view, small; the connection quality, and whether the call is recorded. */
export const stageView = (view: StageView): TemplateResult => {
  const { t, state, quality, others, local, left, phone } = view
  // The tile says it, with the name.
  const isSaid = others.some(({ link }) => link === 'reconnecting')
  return html`<div class="state">
      ${
        state === 'reconnecting' && !isSaid
          ? html`<span>${t('reconnecting')} ${phone ? orByPhone(t, phone) : nothing}</span>`
          : nothing
      }
      ${quality === 'unknown' || state === 'reconnecting' ? nothing : html`<span>${t(`quality_${quality}`)}</span>`}
      <span class=${view.recording ? 'recording' : ''}>${t(view.recording ? 'recorded' : 'notRecorded')}</span>
    </div>
    ${view.timer}
    ${
      others.length === 0
        ? html`<div class="alone tight">
            <p><b>${view.awaited}</b></p>
            <p class="muted small">
              ${left === null ? t('waitingText') : t('leftRoom', { name: left })}
              ${phone ? orByPhone(t, phone) : nothing}
            </p>
          </div>`
        : html`<div class="remotes">
            ${repeat(
              others,
              ({ id }) => id,
              (participant) => tile(view, participant),
            )}
          </div>`
    }
    ${local ? self(t, local) : nothing}`
}
