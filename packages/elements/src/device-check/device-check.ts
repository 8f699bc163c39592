import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { DeviceCheck } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { chipStyles } from '../core/styles/chip.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { VisitElement } from '../core/visit-element.ts'
import { LocalPreview } from '../media/local-preview.ts'
import { canChooseSpeaker, playOnSpeaker } from '../media/play-on-speaker.ts'
import { rememberDevice, rememberedDevices } from '../media/remembered-devices.ts'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import { canCall } from '../video/can-call.ts'
import { CheckRecord } from './check-record.ts'
import { checkResults, deviceText } from './check-results.ts'
import { ConnectionCheck } from './connection-check.ts'
import { deviceCheckMessages } from './device-check.messages.ts'
import { deviceCheckStyles } from './device-check.styles.ts'
import { isOk, nothingChecked, reportedStatus, type Findings, type FoundDevice } from './findings.ts'
import { PluggedDevices } from './plugged-devices.ts'
import { playing } from '../media/playing.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-device-checked': CustomEvent<{ ok: boolean }>
  }
}

/** Louder than a quiet room: a person has spoken. */
const speechLevel = 0.06

/**
 * Checks camera, microphone, sound and connection before a visit. Each fault has a remedy, and none blocks the patient. The connection is
 * measured with packets: through the clinic's own servers when `visit-id` names a visit, and within the browser without.
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
    played: { state: true, attribute: false },
    finished: { state: true, attribute: false },
  }

  /** The id of the visit with which the result is saved. If it is left out, nothing is sent. */
  declare visitId: string | undefined
  /** The devices are open. */
  declare private running: boolean
  declare private speaker: DeviceCheck['speaker']
  declare private played: boolean
  /** The findings when the person closed the devices. */
  declare private finished: Findings | null

  #t = this.language.bundle(deviceCheckMessages)
  #preview = new LocalPreview(this)
  #connection = new ConnectionCheck(this)
  #plugged = new PluggedDevices()
  #record = new CheckRecord(this)
  /** Counts checks: what belongs to one that was left is of no interest. */
  #attempt = 0

  constructor() {
    super()
    this.running = false
    this.speaker = 'skipped'
    this.played = false
    this.finished = null
  }

  protected override get needsProvider(): boolean {
    return false
  }

  /** Opens the devices and checks them. Call it from a user action, because browsers ask for permission then. */
  async check(): Promise<void> {
    this.#stop()
    const attempt = this.#attempt
    const isCurrent = (): boolean => this.running && attempt === this.#attempt
    this.running = true
    this.finished = null
    this.#connection.begin()
    await this.#preview.openCamera()
    // The element was disconnected during the permission prompt: do not open the microphone.
    if (isCurrent()) await this.#preview.openMicrophone()
    if (!isCurrent()) return
    this.#plugged.begin(this.#preview.devices)
    const { client, visitId } = this
    await this.#connection.measure(client && visitId ? { client, visitId } : null)
    if (isCurrent()) this.announce(`${this.#t('heading')}: ${this.#t(isOk(this.#found) ? 'ready' : 'problem')}`)
  }

  protected override removed(): void {
    this.#stop()
  }

  #stop(): void {
    this.#attempt++
    this.running = false
    this.#connection.stop()
    this.#plugged.stop()
  }

  /** Closes the camera when the session ends. */
  protected override wipe(): void {
    this.#preview.close()
    this.#record.reset()
    this.#stop()
    this.finished = null
  }

  get #found(): Findings {
    if (!this.running) return this.finished ?? nothingChecked
    const { microphone, peak } = this.#preview
    const { connection, network } = this.#connection
    return {
      ...{ camera: this.#device('camera'), microphone: this.#device('microphone') },
      quiet: microphone === 'ok' && peak < speechLevel,
      ...{ speaker: this.speaker, connection, network },
    }
  }

  #device(kind: 'camera' | 'microphone'): FoundDevice {
    const state = this.#preview[kind]
    if (!this.#preview.wasUnplugged(kind)) return state
    return state === 'ok' ? 'replaced' : state === 'missing' ? 'unplugged' : state
  }

  /** Camera, microphone and connection have a result, good or bad. */
  get #isKnown(): boolean {
    const { camera, microphone } = this.#found
    return camera !== 'unknown' && microphone !== 'unknown' && !this.#connection.isPending
  }

  /** What is said of devices that were unplugged. */
  #unpluggedText(): string {
    return (['camera', 'microphone'] as const)
      .filter((kind) => this.#preview.wasUnplugged(kind))
      .map((kind) => deviceText(this.#t, kind, this.#found, true))
      .join(' ')
  }

  /** With the speakers only where one can be chosen, and with the one that was chosen. */
  get #choices(): readonly VideoDevice[] {
    const { devices } = this.#preview
    const { speaker } = rememberedDevices(devices)
    return devices.flatMap((device) => {
      if (device.kind !== 'speaker') return [device]
      return canChooseSpeaker() ? [{ ...device, inUse: device.id === speaker }] : []
    })
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed)
    const news = this.running ? this.#plugged.look(this.#preview.devices, this.#unpluggedText()) : ''
    if (news !== '') this.announce(news)
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    if (!this.#isKnown && canCall()) return
    const { camera, microphone, speaker, connection, network } = this.#found
    const result: DeviceCheck = {
      camera: reportedStatus[camera],
      microphone: reportedStatus[microphone],
      ...{ speaker, connection },
      ...(network && { network }),
      supported: canCall(),
    }
    this.#record.report(result, result.supported && isOk(this.#found), this.client, this.visitId)
  }

  #finish = (): void => {
    this.finished = this.#found
    this.#stop()
    this.#preview.close()
    void moveFocus(this, '#heading')
  }

  #play = (): void => {
    void playOnSpeaker(rememberedDevices(this.#preview.devices).speaker)
    this.played = true
  }

  #choose(kind: DeviceKind, id: string): void {
    this.#plugged.hasNew = false
    if (kind !== 'speaker') return void this.#preview.choose(kind, id)
    rememberDevice(kind, id)
    // Another speaker may be silent.
    this.speaker = 'skipped'
    this.#play()
    this.requestUpdate()
  }

  #chip(): TemplateResult {
    const t = this.#t
    const found = this.#found
    if (!this.running && !this.finished) return html`<span class="chip none">${t('notChecked')}</span>`
    if (!this.#isKnown) return html`<span class="chip">${t('checking')}</span>`
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
              ${playing(cameraStream)}
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
        devices: this.#choices,
        played: this.played,
        onPlay: this.#play,
        onHeard: (yes: boolean) => (this.speaker = yes ? 'ok' : 'failed'),
        onChoose: (kind: DeviceKind, id: string) => this.#choose(kind, id),
      }
      return html`${this.#plugged.hasNew ? html`<p class="banner" role="status">${t('newDevice')}</p>` : nothing}
        <div class="checks pictured">
          ${this.#picture()} ${checkResults(t, this.#found, this.#connection.view(t), actions)}
        </div>
        <div class="row wrap">
          <button class="btn primary finish" type="button" @click=${this.#finish}>${t('finish')}</button>
          <button class="btn" type="button" @click=${() => this.check()}>${t('again')}</button>
        </div>`
    }
    const { finished } = this
    return html`${finished ? checkResults(t, finished, this.#connection.view(t), null) : html`<p class="muted">${t('intro')}</p>`}
      <div class="row wrap">
        <button class="btn begin ${finished ? '' : 'primary'}" type="button" @click=${() => this.check()}>
          ${t(finished ? 'again' : 'start')}
        </button>
      </div>`
  }

  protected override render(): unknown {
    const { problem } = this.#record
    return html`<section class="card pad stack" aria-labelledby="heading">
      <div class="row between wrap">
        <h2 id="heading" tabindex="-1">${this.#t('heading')}</h2>
        ${this.#chip()}
      </div>
      ${this.#body()} ${problem ? problemView(this, problem, { texts: this.#t, retry: this.#record.again }) : nothing}
    </section>`
  }
}
