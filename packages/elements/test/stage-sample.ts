import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import { VisitElement } from '../src/core/visit-element.ts'
import type { LinkState } from '../src/video/driver.ts'
import { callBanner } from '../src/video-room/call-banner.ts'
import type { SoundFallback } from '../src/video-room/sound-fallback.ts'
import { controls } from '../src/video-room/controls.ts'
import { stageView } from '../src/video-room/stage.ts'
import { videoRoomMessages } from '../src/video-room/video-room.messages.ts'
import { videoRoomStyles } from '../src/video-room/video-room.styles.ts'

/** States in which the last picture stays on the screen, or goes on. */
const withPicture: readonly LinkState[] = ['connected', 'no-picture', 'no-sound', 'interrupted', 'reconnecting']

const drawnPicture = (): MediaStream => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 480 })
  const context = canvas.getContext('2d')
  if (context) {
    context.fillStyle = '#c9d6dd'
    context.fillRect(0, 0, 640, 480)
    context.fillStyle = '#5b7686'
    context.arc(320, 200, 90, 0, 7)
    context.ellipse(320, 480, 190, 170, 0, 0, 7)
    context.fill()
  }
  return canvas.captureStream(5)
}

const ignore = (): void => {}
const local = {
  microphoneOn: true,
  cameraOn: false,
  sharing: false,
  isInterrupted: false,
  camera: null,
  audio: null,
  screen: null,
}

/** The stage of a call with one other person, whose connection is in a state that a real one reaches only after a while. */
class StageSample extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, videoRoomStyles]
  static override properties: PropertyDeclarations = { link: {}, fallback: {}, name: {}, elapsed: {} }
  declare link: LinkState
  declare fallback: SoundFallback['state']
  /** Of the other person. */
  declare name: string
  /** What the timer shows; null before the visit has begun. */
  declare elapsed: string | null
  #t = this.language.bundle(videoRoomMessages)
  #picture = drawnPicture()

  constructor() {
    super()
    this.link = 'connected'
    this.fallback = 'picture'
    this.name = 'Dr. Jo Sample'
    this.elapsed = null
  }

  protected override render(): unknown {
    const t = this.#t
    const isPoor = this.fallback === 'sound'
    const camera = withPicture.includes(this.link) && !isPoor ? this.#picture : null
    const quality = this.fallback === 'picture' && this.elapsed === null ? 'unknown' : isPoor ? 'bad' : 'good'
    const other = { id: 'seat-b', role: 'practitioner' as const, audio: null, camera, screen: null }
    return html`<div class="room">
      <div class="stage" role="group" aria-label=${t('stage')}>
        ${stageView({
          t,
          state: this.link === 'reconnecting' ? 'reconnecting' : 'joined',
          quality,
          recording: false,
          isInterpreter: () => false,
          others: [{ ...other, microphoneOn: true, cameraOn: !isPoor, link: this.link, quality }],
          local,
          nameOf: () => this.name,
          awaited: '',
          left: null,
          timer: this.elapsed === null ? null : html`<span class="num timer" role="timer">${this.elapsed}</span>`,
          phone: '+15550100',
          onConnectAgain: ignore,
        })}
        <div class="below">
          ${callBanner({
            ...{ t, quality, fallback: this.fallback, phone: '+15550100', lastError: null },
            ...{ isSilent: false, isSignedOut: false, isInterrupted: false },
            ...{ onSound: ignore, onReopen: ignore, onCamera: ignore, onSignIn: null },
          })}
          ${controls({
            t,
            local,
            isPractitioner: false,
            canEnd: false,
            ending: false,
            chat: null,
            fullScreen: null,
            onMicrophone: ignore,
            onCamera: ignore,
            onShare: ignore,
            onDevices: ignore,
            onEmergency: ignore,
            onLeave: ignore,
            onEnd: ignore,
          })}
        </div>
      </div>
    </div>`
  }
}
customElements.define('stage-sample', StageSample)
