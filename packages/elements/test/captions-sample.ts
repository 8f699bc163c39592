import { html, type CSSResultGroup, type PropertyDeclarations } from 'lit'
import { Captions } from '../src/captions/captions.ts'
import { captionsStyles } from '../src/captions/captions.styles.ts'
import { VisitElement } from '../src/core/visit-element.ts'
import type { Call } from '../src/video-room/call.ts'
import { videoRoomMessages } from '../src/video-room/video-room.messages.ts'
import { videoRoomStyles } from '../src/video-room/video-room.styles.ts'

const other = {
  ...{ id: 'seat-b', role: 'practitioner', audio: null, camera: null, screen: null, link: 'connected' },
  ...{ microphoneOn: true, cameraOn: false, quality: 'good' },
} as const

/** What captions need of a call. */
class SampleCall {
  readonly others = [other]
  onCaption: Call['onCaption'] = () => undefined
  readonly driver = {
    setMachineCaptions: async (on: boolean, language: string): Promise<void> => {
      this.#sample.asked.push([on, language])
      this.#sample.isHeard = on
    },
  }
  readonly #sample: CaptionsSample

  constructor(sample: CaptionsSample) {
    this.#sample = sample
  }

  get seat(): object {
    return { id: 'seat-a', ...(this.#sample.mayStart && { mayStartMachineCaptions: true }) }
  }

  get isHeardByMachine(): boolean {
    return this.#sample.isHeard
  }

  run(act: (driver: SampleCall['driver']) => Promise<unknown>): Promise<unknown> {
    return act(this.driver)
  }
}

/** The stage of a call whose vendor makes captions by machine, which only a real vendor does. */
export class CaptionsSample extends VisitElement {
  static override styles: CSSResultGroup = [VisitElement.styles, videoRoomStyles, captionsStyles]
  static override properties: PropertyDeclarations = {
    isHeard: { type: Boolean, attribute: 'is-heard' },
    mayStart: { type: Boolean, attribute: 'may-start' },
  }
  declare isHeard: boolean
  declare mayStart: boolean
  /** What was asked of the vendor. */
  readonly asked: [boolean, string][] = []
  #t = this.language.bundle(videoRoomMessages)
  #call = new SampleCall(this)
  captions: Captions = new Captions(this, {
    call: this.#call as unknown as Call,
    nameOf: () => 'Dr. Jo Sample',
    isCaptioner: () => false,
  })

  constructor() {
    super()
    this.isHeard = this.mayStart = false
  }

  /** The vendor heard the other person say it. */
  hear(text: string): void {
    const line = { id: crypto.randomUUID(), speaker: 'seat-b', from: 'seat-b', isFinal: true, isByMachine: true }
    this.#call.onCaption({ ...line, text })
  }

  protected override render(): unknown {
    return html`<div class="room">
      <div class=${this.captions.isOpen ? 'stage captioned' : 'stage'} role="group" aria-label=${this.#t('stage')}>
        <div class="below">
          ${this.captions.view()}
          <div class="controls" role="group" aria-label=${this.#t('controls')}>${this.captions.button()}</div>
        </div>
      </div>
    </div>`
  }
}
customElements.define('captions-sample', CaptionsSample)
