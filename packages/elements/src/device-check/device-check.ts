import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { DeviceCheck, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { VisitElement } from '../core/visit-element.ts'
import { LocalPreview, type DeviceState } from '../media/local-preview.ts'
import { playChime } from '../media/play-chime.ts'
import { checkResults, type Findings } from './check-results.ts'
import { deviceCheckMessages } from './device-check.messages.ts'
import { deviceCheckStyles } from './device-check.styles.ts'
import { canCall, measureConnection } from './measure-connection.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-device-checked': CustomEvent<{ ok: boolean }>
  }
}

/** Louder than a quiet room: a person has spoken. */
const speechLevel = 0.06

const reportedStatus: Readonly<Record<DeviceState, DeviceCheck['camera']>> = {
  ok: 'ok',
  off: 'skipped',
  unknown: 'skipped',
  blocked: 'blocked',
  missing: 'missing',
  busy: 'missing',
}

const nothingChecked: Findings = {
  camera: 'unknown',
  microphone: 'unknown',
  quiet: false,
  speaker: 'skipped',
  connection: 'unknown',
}

/** Camera and microphone have a result, good or bad. */
const isKnown = ({ camera, microphone }: Findings): boolean => camera !== 'unknown' && microphone !== 'unknown'
const isOk = ({ camera, microphone, speaker }: Findings): boolean =>
  camera === 'ok' && microphone === 'ok' && speaker !== 'failed'

/**
 * Checks camera, microphone, sound and connection before a visit. Each fault has a remedy, and none blocks the patient.
 *
 * @fires visit-device-checked - {CustomEvent<{ ok: boolean }>} The check is complete, or its result changed; `ok` when there is no fault.
 * @csspart preview - The picture of the own camera.
 */
export class VisitDeviceCheck extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    chipStyles,
    fieldStyles,
    deviceCheckStyles,
  ]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    running: { state: true, attribute: false },
    speaker: { state: true, attribute: false },
    network: { state: true, attribute: false },
    played: { state: true, attribute: false },
    finished: { state: true, attribute: false },
  }

  /** The id of the visit with which the result is saved. If it is left out, nothing is sent. */
  declare visitId: string | undefined
  /** The devices are open. */
  declare private running: boolean
  declare private speaker: DeviceCheck['speaker']
  declare private network: DeviceCheck['connection']
  declare private played: boolean
  /** The findings when the person closed the devices. */
  declare private finished: Findings | null

  #t = this.language.bundle(deviceCheckMessages)
  #preview = new LocalPreview(this)
  #saving = new Loader<true>(this)
  #emittedResult = ''
  #savedResult = ''

  constructor() {
    super()
    this.running = false
    this.speaker = 'skipped'
    this.network = 'unknown'
    this.played = false
    this.finished = null
  }

  protected override get needsProvider(): boolean {
    return false
  }

  /** Opens the devices and checks them. Call it from a user action, because browsers ask for permission then. */
  async check(): Promise<void> {
    this.running = true
    this.finished = null
    this.network = measureConnection()
    await this.#preview.openCamera()
    // The element was disconnected during the permission prompt: do not open the microphone.
    if (this.running) await this.#preview.openMicrophone()
    const outcome = this.#t(isOk(this.#found) ? 'ready' : 'problem')
    if (this.running) this.announce(`${this.#t('heading')}: ${outcome}`)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.running = false
  }

  /** Closes the camera when the session ends. */
  protected override wipe(): void {
    this.#preview.close()
    this.#saving.reset()
    this.running = false
    this.finished = null
    this.#savedResult = ''
  }

  get #found(): Findings {
    if (!this.running) return this.finished ?? nothingChecked
    const { camera, microphone, peak } = this.#preview
    const { speaker, network: connection } = this
    return { camera, microphone, quiet: microphone === 'ok' && peak < speechLevel, speaker, connection }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const found = this.#found
    if (!isKnown(found) && canCall()) return
    const { camera, microphone, speaker, connection } = found
    const result = {
      camera: reportedStatus[camera],
      microphone: reportedStatus[microphone],
      speaker,
      connection,
      supported: canCall(),
    }
    const text = JSON.stringify(result)
    if (text !== this.#emittedResult) {
      this.#emittedResult = text
      emit(this, 'visit-device-checked', { ok: result.supported && isOk(found) })
    }
    const { client, visitId } = this
    if (!client || !visitId || this.#savedResult === `${visitId} ${text}`) return
    this.#savedResult = `${visitId} ${text}`
    // Not during the current render.
    queueMicrotask(() => void this.#keep(client, visitId, result))
  }

  async #keep(client: VisitClient, visitId: string, result: DeviceCheck): Promise<void> {
    await this.#saving.run(
      async (signal) => {
        await client.visits.recordDeviceCheck(visitId, result, { signal })
        return true
      },
      { quietly: true },
    )
  }

  #keepAgain = (): void => {
    this.#savedResult = ''
    this.requestUpdate()
  }

  #finish = (): void => {
    this.finished = this.#found
    this.running = false
    this.#preview.close()
    void moveFocus(this, '#heading')
  }

  #play = (): void => {
    playChime()
    this.played = true
  }

  #choose(kind: 'camera' | 'microphone', id: string): void {
    void (kind === 'camera' ? this.#preview.openCamera(id) : this.#preview.openMicrophone(id))
  }

  #chip(): TemplateResult {
    const t = this.#t
    const found = this.#found
    if (!this.running && !this.finished) return html`<span class="chip none">${t('notChecked')}</span>`
    if (!isKnown(found)) return html`<span class="chip">${t('checking')}</span>`
    return html`<span class="chip ${isOk(found) ? 'ok' : 'warn'}">${t(isOk(found) ? 'ready' : 'problem')}</span>`
  }

  #picture(): TemplateResult {
    const { cameraStream, camera } = this.#preview
    return html`<div class="preview" part="preview">
      ${
        cameraStream
          ? html`<video
              autoplay
              playsinline
              muted
              aria-label=${this.#t('preview')}
              .muted=${true}
              .srcObject=${cameraStream}
            ></video>`
          : html`<p>${this.#t(camera === 'unknown' ? 'checking' : 'noPicture')}</p>`
      }
    </div>`
  }

  #body(): TemplateResult {
    const t = this.#t
    if (!canCall()) return html`<p role="alert">${t('unsupported')}</p>`
    if (this.running) {
      const actions = {
        level: this.#preview.level,
        devices: this.#preview.devices,
        played: this.played,
        onPlay: this.#play,
        onHeard: (yes: boolean) => (this.speaker = yes ? 'ok' : 'failed'),
        onChoose: (kind: 'camera' | 'microphone', id: string) => this.#choose(kind, id),
      }
      return html`<div class="checks pictured">${this.#picture()} ${checkResults(t, this.#found, actions)}</div>
        <div class="row wrap">
          <button class="btn primary finish" type="button" @click=${this.#finish}>${t('finish')}</button>
          <button class="btn" type="button" @click=${() => this.check()}>${t('again')}</button>
        </div>`
    }
    return html`${this.finished ? checkResults(t, this.finished, null) : html`<p class="muted">${t('intro')}</p>`}
      <div class="row wrap">
        <button class="btn begin ${this.finished ? '' : 'primary'}" type="button" @click=${() => this.check()}>
          ${t(this.finished ? 'again' : 'start')}
        </button>
      </div>`
  }

  protected override render(): unknown {
    const { problem } = this.#saving
    return html`<section class="card pad stack" aria-labelledby="heading">
      <div class="row between wrap">
        <h2 id="heading" tabindex="-1">${this.#t('heading')}</h2>
        ${this.#chip()}
      </div>
      ${this.#body()} ${problem ? problemView(this, problem, { texts: this.#t, retry: this.#keepAgain }) : nothing}
    </section>`
  }
}
