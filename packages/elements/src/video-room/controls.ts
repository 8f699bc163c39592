import { html, nothing, type TemplateResult } from 'lit'
import {
  iconDevices,
  iconMicrophone,
  iconMicrophoneOff,
  iconPhone,
  iconShare,
  iconVideo,
  iconVideoOff,
} from '../core/icons.ts'
import type { Translate } from '../core/localize.ts'
import type { LocalMedia } from '../video/driver.ts'
import type { videoRoomEn } from './video-room.en.ts'

export interface ControlsView {
  readonly t: Translate<typeof videoRoomEn>
  readonly local: LocalMedia | null
  readonly isPractitioner: boolean
  /** There is a session: the visit can be ended. */
  readonly canEnd: boolean
  readonly ending: boolean
  /** The button of the messages. */
  readonly chat: unknown
  /** The button for the whole screen, where there is one. */
  readonly fullScreen: unknown
  readonly onMicrophone: () => void
  readonly onCamera: () => void
  readonly onShare: () => void
  readonly onDevices: () => void
  readonly onEmergency: () => void
  readonly onLeave: () => void
  readonly onEnd: () => void
}

/** Phones cannot share a screen. */
const canShare = (): boolean =>
  typeof (navigator.mediaDevices as MediaDevices | undefined)?.getDisplayMedia === 'function'

const shortcutOf = ({ key, code, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent): 'm' | 'v' | 'c' | null => {
  if (repeat || ctrlKey || altKey || metaKey) return null
  // Keyboards of other scripts have the letter on the same key.
  const letter = /^[a-z]$/i.test(key) ? key.toLowerCase() : code.replace('Key', '').toLowerCase()
  return letter === 'm' || letter === 'v' || letter === 'c' ? letter : null
}

/** Acts on a letter that is pressed while the focus is in the room. */
export const pressLetter = (
  event: KeyboardEvent,
  call: { toggleMicrophone(): void; toggleCamera(): void },
  captions?: { toggle(): void },
): void => {
  const letter = shortcutOf(event)
  if (letter === 'm') call.toggleMicrophone()
  if (letter === 'v') call.toggleCamera()
  if (letter === 'c') captions?.toggle()
}

/** The bar of buttons. A button's label is its action; it is shown inverted while something is off. */
export const controls = (view: ControlsView): TemplateResult => {
  const { t, local, isPractitioner } = view
  const isMuted = local?.microphoneOn !== true
  const isDark = local?.cameraOn !== true
  return html`<div class="controls" part="controls" role="group" aria-label=${t('controls')}>
    <button class="btn ${isMuted ? 'off' : ''}" type="button" aria-keyshortcuts="m" @click=${view.onMicrophone}>
      ${isMuted ? iconMicrophoneOff : iconMicrophone}<span class="word">${t(isMuted ? 'unmute' : 'mute')}</span>
    </button>
    <button class="btn ${isDark ? 'off' : ''}" type="button" aria-keyshortcuts="v" @click=${view.onCamera}>
      ${isDark ? iconVideoOff : iconVideo}<span class="word">${t(isDark ? 'cameraTurnOn' : 'cameraTurnOff')}</span>
    </button>
    ${
      canShare()
        ? html`<button class="btn ${local?.sharing ? 'off' : ''}" type="button" @click=${view.onShare}>
            ${iconShare}<span class="word">${t(local?.sharing ? 'stopShare' : 'share')}</span>
          </button>`
        : nothing
    }
    <button class="btn" type="button" @click=${view.onDevices}>
      ${iconDevices}<span class="word">${t('devices')}</span>
    </button>
    ${view.fullScreen}
    <span class="break"></span>
    ${view.chat}
    ${
      isPractitioner
        ? html`<button class="btn labeled call-help" type="button" @click=${view.onEmergency}>
            <span class="word">${t('emergency')}</span>
          </button>`
        : nothing
    }
    <button class="btn labeled leave ${isPractitioner ? '' : 'danger'}" type="button" @click=${view.onLeave}>
      ${isPractitioner ? nothing : iconPhone}<span class="word">${t('leave')}</span>
    </button>
    ${
      isPractitioner && view.canEnd
        ? html`<button
            class="btn danger labeled end-visit"
            type="button"
            aria-keyshortcuts="e"
            aria-disabled=${view.ending ? 'true' : nothing}
            @click=${view.onEnd}
          >
            <span class="word">${t('end')}</span>
          </button>`
        : nothing
    }
  </div>`
}
