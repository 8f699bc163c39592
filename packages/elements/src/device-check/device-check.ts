import {
  css,
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { DeviceCheck } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { iconMicrophone, iconPhone, iconSpeaker, iconVideo } from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { VisitElement } from '../core/visit-element.ts'
import { playChime } from '../media/play-chime.ts'
import { LocalPreview, type DeviceState } from '../media/local-preview.ts'
import { deviceCheckMessages } from './device-check.messages.ts'
import { canCall, measureConnection } from './measure-connection.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-device-checked': CustomEvent<{ ok: boolean }>
  }
}

/** Louder than a quiet room: somebody has spoken. */
const heard = 0.06

const reported: Readonly<Record<DeviceState, DeviceCheck['camera']>> = {
  ok: 'ok',
  off: 'skipped',
  unknown: 'skipped',
  blocked: 'blocked',
  missing: 'missing',
  busy: 'missing',
}

/**
 * Camera, microphone, sound and connection, before anyone is waiting. Each fault says how to mend it; none of them stands in the way.
 *
 * @fires visit-device-checked - {CustomEvent<{ok}>} The check is complete; `ok` when nothing needs a look.
 * @csspart preview - The picture of the own camera.
 */
export class VisitDeviceCheck extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    css`
      .checks {
        display: grid;
        gap: calc(var(--_s) * 5);
      }
      .preview {
        position: relative;
        display: grid;
        place-items: center;
        aspect-ratio: 4 / 3;
        max-block-size: 40vh;
        overflow: hidden;
        padding: calc(var(--_s) * 4);
        color: #e8eef1;
        text-align: center;
        background: #0e171d;
        border-radius: var(--_radius);
      }
      video {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
        transform: scaleX(-1);
      }
      .check {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: var(--_s) calc(var(--_s) * 3);
      }
      .check > svg {
        color: var(--_muted);
        margin-block-start: calc(var(--_s) * 0.5);
      }
      .check.bad > svg {
        color: var(--_danger);
      }
      meter {
        inline-size: 100%;
        block-size: calc(var(--_s) * 2);
        border: 0;
        border-radius: 99px;
        background: var(--_line);
      }
      meter::-webkit-meter-bar {
        block-size: calc(var(--_s) * 2);
        border: 0;
        border-radius: 99px;
        background: var(--_line);
      }
      meter::-webkit-meter-optimum-value {
        border-radius: 99px;
        background: var(--_ok);
      }
      meter::-moz-meter-bar {
        border-radius: 99px;
        background: var(--_ok);
      }
      @container (min-width: 600px) {
        .checks {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        }
      }
    `,
  ]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    begun: { state: true, attribute: false },
    speaker: { state: true, attribute: false },
    connectionQuality: { state: true, attribute: false },
  }

  /** The visit with which the result is kept; left out, nothing is sent. */
  declare visitId: string | undefined
  declare private begun: boolean
  declare private speaker: DeviceCheck['speaker']
  declare private connectionQuality: DeviceCheck['connection']

  #t = this.language.bundle(deviceCheckMessages)
  #preview = new LocalPreview(this)
  #saving = new Loader<true>(this)
  #told = ''

  constructor() {
    super()
    this.begun = false
    this.speaker = 'skipped'
    this.connectionQuality = 'unknown'
  }

  /** Asks for the devices and checks them. Call it from something the person did: browsers ask for permission then. */
  async check(): Promise<void> {
    this.begun = true
    this.connectionQuality = measureConnection()
    await this.#preview.openCamera()
    await this.#preview.openMicrophone()
  }

  get #result(): DeviceCheck {
    return {
      camera: reported[this.#preview.camera],
      microphone: reported[this.#preview.microphone],
      speaker: this.speaker,
      connection: this.connectionQuality,
      supported: canCall(),
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (!this.begun || this.#preview.camera === 'unknown' || this.#preview.microphone === 'unknown') return
    const result = this.#result
    const text = JSON.stringify(result)
    if (text === this.#told) return
    this.#told = text
    emit(this, 'visit-device-checked', {
      ok: result.camera === 'ok' && result.microphone === 'ok' && result.speaker !== 'failed',
    })
    const { client, visitId } = this
    if (client && visitId)
      void this.#saving.run(async () => client.visits.recordDeviceCheck(visitId, result).then(() => true as const), {
        quietly: true,
      })
  }

  #line(icon: unknown, name: string, text: string, bad: boolean, more: unknown = nothing): TemplateResult {
    return html`<li class="check ${bad ? 'bad' : ''}">
      ${icon}
      <div class="tight">
        <h4 aria-level=${this.headingLevel + 1}>${name}</h4>
        <p class="small muted">${text}</p>
        ${more}
      </div>
    </li>`
  }

  #checks(): TemplateResult {
    const t = this.#t
    const { camera, microphone, level, peak } = this.#preview
    const quiet = microphone === 'ok' && peak < heard
    const microphoneText = quiet ? t('microphone_quiet') : t(`microphone_${microphone}`)
    return html`<ul class="stack">
      ${this.#line(iconVideo, t('camera'), t(`camera_${camera}`), camera !== 'ok')}
      ${this.#line(
        iconMicrophone,
        t('microphone'),
        microphoneText,
        microphone !== 'ok',
        microphone === 'ok' ? html`<meter aria-label=${t('level')} min="0" max="1" .value=${level}></meter>` : nothing,
      )}
      ${this.#line(
        iconSpeaker,
        t('speaker'),
        t(`speaker_${this.speaker}`),
        this.speaker === 'failed',
        html`<div class="row wrap">
          <button class="btn small" type="button" @click=${playChime}>${t('speaker_play')}</button>
          <button class="btn small quiet heard" type="button" @click=${() => (this.speaker = 'ok')}>
            ${t('speaker_heard')}
          </button>
          <button class="btn small quiet silent" type="button" @click=${() => (this.speaker = 'failed')}>
            ${t('speaker_notHeard')}
          </button>
        </div>`,
      )}
      ${this.#line(iconPhone, t('connection'), t(`connection_${this.connectionQuality}`), this.connectionQuality === 'poor')}
    </ul>`
  }

  #chip(): TemplateResult {
    const t = this.#t
    if (!this.begun) return html`<span class="chip none">${t('notChecked')}</span>`
    const { camera, microphone } = this.#preview
    if (camera === 'unknown' || microphone === 'unknown') return html`<span class="chip">${t('checking')}</span>`
    const ok = camera === 'ok' && microphone === 'ok' && this.speaker !== 'failed'
    return html`<span class="chip ${ok ? 'ok' : 'warn'}">${t(ok ? 'ready' : 'problem')}</span>`
  }

  protected override render(): unknown {
    const t = this.#t
    return html`<section class="card pad stack" aria-labelledby="heading">
      <div class="row between wrap">
        <h3 id="heading" aria-level=${this.headingLevel}>${t('heading')}</h3>
        ${this.#chip()}
      </div>
      ${
        canCall()
          ? this.begun
            ? html`<div class="checks">
                <div class="preview" part="preview">
                  ${
                    this.#preview.cameraStream
                      ? html`<video
                          autoplay
                          playsinline
                          muted
                          aria-label=${t('preview')}
                          .muted=${true}
                          .srcObject=${this.#preview.cameraStream}
                        ></video>`
                      : html`<p>${t(`camera_${this.#preview.camera}`)}</p>`
                  }
                </div>
                ${this.#checks()}
              </div>`
            : html`<p class="muted">${t('intro')}</p>`
          : html`<p role="alert">${t('unsupported')}</p>`
      }
      ${this.#saving.problem ? problemView(this, this.#saving.problem) : nothing}
      ${
        canCall()
          ? html`<div class="row wrap">
              <button class="btn start ${this.begun ? '' : 'primary'}" type="button" @click=${() => this.check()}>
                ${t(this.begun ? 'again' : 'start')}
              </button>
            </div>`
          : nothing
      }
    </section>`
  }
}
