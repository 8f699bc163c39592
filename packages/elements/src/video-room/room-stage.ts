import { html, type TemplateResult } from 'lit'
import type { Translate } from '../core/localize.ts'
import type { Captions } from '../captions/captions.ts'
import type { VideoParticipant } from '../video/driver.ts'
import type { Call } from './call.ts'
import { callBanner } from './call-banner.ts'
import { controls, pressLetter } from './controls.ts'
import type { RoomDialogs } from './room-dialogs.ts'
import type { SoundOutput } from './sound-output.ts'
import { stageView } from './stage.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface RoomStageView {
  readonly t: Translate<typeof videoRoomEn>
  readonly call: Call
  readonly dialogs: RoomDialogs
  readonly sound: SoundOutput
  readonly nameOf: (participant: VideoParticipant) => string
  readonly isInterpreter: (participant: VideoParticipant) => boolean
  /** Who is expected. */
  readonly awaited: string
  readonly timer: unknown
  /** The telephone number of the other side. */
  readonly phone: string | undefined
  readonly recording: boolean
  readonly isPractitioner: boolean
  readonly canEnd: boolean
  readonly ending: boolean
  readonly isSignedOut: boolean
  /** Over the controls. */
  readonly notices: unknown
  /** Undefined until it is loaded. */
  readonly captions: Captions | undefined
  readonly chat: unknown
  readonly fullScreen: unknown
  readonly onConnectAgain: (() => void) | null
  readonly onSignIn: (() => void) | null
  readonly onLeave: () => void
}

/** The stage of a call: the people, what is wrong, and the controls. */
export const roomStage = (view: RoomStageView): TemplateResult => {
  const { t, call, dialogs, sound, nameOf, isPractitioner, captions } = view
  const { driver, others, state, lastError, lastLeft } = call
  const local = driver?.local ?? null
  const quality = driver?.quality ?? 'unknown'
  const keys = (event: KeyboardEvent): void => void (dialogs.isOpen || pressLetter(event, call, captions))
  return html`<div
    class=${captions?.isOpen ? 'stage captioned' : 'stage'}
    part="stage"
    role="group"
    tabindex="-1"
    aria-label=${t('stage')}
    @keydown=${keys}
  >
    ${stageView({
      ...{ t, state, quality, recording: view.recording, others, local, nameOf, awaited: view.awaited },
      isInterpreter: view.isInterpreter,
      ...{ left: lastLeft && nameOf(lastLeft), timer: view.timer, phone: view.phone },
      onConnectAgain: view.onConnectAgain,
    })}
    <div class="below">
      ${captions?.view()} ${view.notices}
      ${callBanner({
        ...{ t, isSilent: sound.blocked, isSignedOut: view.isSignedOut, lastError, quality },
        ...{ fallback: call.fallback.state, phone: view.phone, onCamera: call.toggleCamera },
        ...{ isInterrupted: local?.isInterrupted === true, onReopen: call.reopen },
        ...{ onSound: () => sound.unblock(), onSignIn: view.onSignIn },
      })}
      ${controls({
        ...{ t, local, isPractitioner, canEnd: view.canEnd, ending: view.ending },
        ...{ chat: html`${captions?.button()}${view.chat}`, fullScreen: view.fullScreen },
        ...{ onMicrophone: call.toggleMicrophone, onCamera: call.toggleCamera, onShare: call.toggleShare },
        ...{ onDevices: dialogs.showDevices, onEmergency: dialogs.showEmergency, onEnd: dialogs.showEnd },
        onLeave: view.onLeave,
      })}
    </div>
  </div>`
}
