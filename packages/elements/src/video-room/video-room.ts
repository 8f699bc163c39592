import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit'
import type { Organization, Visit, VisitClient } from '@visitkit/sdk'
import { emit } from '../core/emit.ts'
import { moveFocus } from '../core/focus.ts'
import {
  iconDevices,
  iconMicrophone,
  iconMicrophoneOff,
  iconPhone,
  iconShare,
  iconVideo,
  iconVideoOff,
} from '../core/icons.ts'
import { Loader } from '../core/loader.ts'
import { toProblem } from '../core/problem.ts'
import { problemView } from '../core/problem-view.ts'
import { bannerStyles } from '../core/styles/banner.ts'
import { buttonStyles } from '../core/styles/button.ts'
import { cardStyles } from '../core/styles/card.ts'
import { dialogStyles } from '../core/styles/dialog.ts'
import { fieldStyles } from '../core/styles/field.ts'
import { skeletonStyles } from '../core/styles/skeleton.ts'
import { VisitElement } from '../core/visit-element.ts'
import { LocalPreview } from '../media/local-preview.ts'
import { VideoError, type VideoDevice, type VideoParticipant } from '../video/driver.ts'
import { Call } from './call.ts'
import { devicesDialog, emergencyDialog, endDialog, type Outcome } from './dialogs.ts'
import { prejoinView } from './prejoin.ts'
import { stageView } from './stage.ts'
import { videoRoomMessages } from './video-room.messages.ts'
import { videoRoomStyles } from './video-room.styles.ts'

declare global {
  interface HTMLElementEventMap {
    'visit-joined': CustomEvent<{ visitId: string; seatId: string }>
    'visit-left': CustomEvent<{ visitId: string }>
    'visit-ended': CustomEvent<{ visitId: string }>
  }
}

type OpenDialog = 'end' | 'emergency' | 'devices' | null

/**
 * The room of one visit: a look in the mirror, then the call. Works with every video vendor that the organization may use.
 *
 * @slot aside - The page's own content beside the video, e.g. the chart.
 * @fires visit-joined - {CustomEvent<{visitId, seatId}>} The person is in the room.
 * @fires visit-left - {CustomEvent<{visitId}>} The person left; the visit goes on.
 * @fires visit-ended - {CustomEvent<{visitId}>} The visit has ended for everyone.
 * @csspart stage - The dark surface with the pictures.
 * @csspart remote-video - Each other person's picture.
 * @csspart self - The person's own picture.
 * @csspart controls - The bar of buttons.
 * @cssproperty --visit-stage-background - Colour of the stage.
 */
export class VisitVideoRoom extends VisitElement {
  static override styles: CSSResultGroup = [
    VisitElement.styles,
    bannerStyles,
    buttonStyles,
    cardStyles,
    dialogStyles,
    fieldStyles,
    skeletonStyles,
    videoRoomStyles,
  ]
  static override properties: PropertyDeclarations = {
    visitId: { attribute: 'visit-id' },
    autojoin: { type: Boolean },
    openDialog: { state: true, attribute: false },
    left: { state: true, attribute: false },
    devices: { state: true, attribute: false },
  }
  static override restartOn = ['visitId']

  /** Which visit. */
  declare visitId: string
  /** Goes straight in, without the look in the mirror. For clinicians who have just pressed Admit. */
  declare autojoin: boolean
  declare private openDialog: OpenDialog
  declare private left: boolean
  declare private devices: readonly VideoDevice[]

  #t = this.language.bundle(videoRoomMessages)
  #visit = new Loader<Visit>(this)
  #joining = new Loader<string>(this)
  #ending = new Loader<null>(this)
  #call = new Call(this)
  #preview = new LocalPreview(this)
  #organization: Organization | null = null
  #isPractitioner = false
  #wantMicrophone = true
  #wantCamera = true
  #known = new Set<string>()

  constructor() {
    super()
    this.visitId = ''
    this.autojoin = false
    this.openDialog = null
    this.left = false
    this.devices = []
  }

  protected override start(client: VisitClient, signal: AbortSignal): void {
    const { visitId } = this
    if (!visitId) return
    void this.#visit.run(async () => {
      const [visit, me, organization] = await Promise.all([
        client.visits.get(visitId, { signal }),
        this.connection?.me(),
        this.connection?.organization(),
      ])
      this.#organization = organization ?? null
      this.#isPractitioner = me?.practitionerId === visit.practitioner.id
      client
        .watch((reading) => client.visits.get(visitId, reading), {
          on: ['visit.changed', 'seat.changed'],
          ids: { visitId },
          signal,
        })
        .subscribe((changed) => this.#changed(changed))
      if (visit.status === 'ended') return visit
      if (this.autojoin) queueMicrotask(() => void this.#join())
      else await this.#preview.openCamera()
      return visit
    })
  }

  protected override wipe(): void {
    // A live call is never dropped because a session idles out: pictures and sound stay until the person leaves.
    if (this.#call.state !== 'joined') this.#visit.reset()
    this.openDialog = null
  }

  #changed(visit: Visit): void {
    const wasOpen = this.#visit.value && this.#visit.value.status !== 'ended'
    this.#visit.set(visit)
    if (visit.status !== 'ended' || !wasOpen) return
    void this.#call.leave()
    this.#preview.close()
    emit(this, 'visit-ended', { visitId: visit.id })
  }

  async #join(): Promise<void> {
    const { client } = this
    if (!client || this.#joining.busy) return
    const seatId = await this.#joining.run(async () => {
      this.#preview.close()
      try {
        const seat = await this.#call.join(
          client,
          this.visitId,
          { microphone: this.#wantMicrophone, camera: this.#wantCamera },
          this.connection?.videoOptions ?? {},
        )
        return seat.id
      } catch (error) {
        throw error instanceof VideoError ? { ...toProblem(null), code: 'video_failed' } : error
      }
    })
    if (!seatId) return
    this.left = false
    emit(this, 'visit-joined', { visitId: this.visitId, seatId })
    await moveFocus(this, '.stage')
  }

  async #leave(): Promise<void> {
    await this.#call.leave()
    this.left = true
    emit(this, 'visit-left', { visitId: this.visitId })
    await moveFocus(this, 'h2')
  }

  #end(outcome: Outcome): void {
    const { client } = this
    if (!client) return
    void this.#ending.run(async () => {
      this.#changed(await client.visits.end(this.visitId, { outcome }))
      return null
    })
  }

  async #showDevices(): Promise<void> {
    this.devices = (await this.#call.driver?.devices()) ?? []
    this.openDialog = 'devices'
  }

  #keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || this.openDialog) return
    if (event.key === 'm') void this.#toggleMicrophone()
    if (event.key === 'v') void this.#toggleCamera()
  }

  #toggleMicrophone(): Promise<void> {
    return this.#call.act((driver) => driver.setMicrophone(!driver.local.microphoneOn))
  }

  #toggleCamera(): Promise<void> {
    return this.#call.act((driver) => driver.setCamera(!driver.local.cameraOn))
  }

  #nameOf = (participant: VideoParticipant): string => {
    const visit = this.#visit.value
    const role =
      visit?.participants.find(({ seatId }) => seatId === participant.id)?.role ?? participant.role ?? 'patient'
    if (role === 'practitioner' && visit) return visit.practitioner.displayName
    return this.#t.maybe(`role_${role}`) ?? ''
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed)
    const dialog = this.renderRoot.querySelector('dialog')
    if (dialog && !dialog.open) dialog.showModal()
    const present = new Set(this.#call.others.map(({ id }) => id))
    for (const participant of this.#call.others)
      if (!this.#known.has(participant.id))
        this.announce(this.#t('joinedAnnounce', { name: this.#nameOf(participant) }))
    this.#known = present
  }

  #controls(): TemplateResult {
    const t = this.#t
    const { local } = this.#call.driver ?? {}
    const canShare = typeof navigator.mediaDevices?.getDisplayMedia === 'function'
    return html`<div class="controls" part="controls" role="toolbar" aria-label=${t('controls')}>
      <button
        class="btn"
        type="button"
        aria-keyshortcuts="m"
        aria-pressed=${local?.microphoneOn === false}
        @click=${() => this.#toggleMicrophone()}
      >
        ${local?.microphoneOn ? iconMicrophone : iconMicrophoneOff}<span class="word"
          >${t(local?.microphoneOn ? 'mute' : 'unmute')}</span
        >
      </button>
      <button
        class="btn"
        type="button"
        aria-keyshortcuts="v"
        aria-pressed=${local?.cameraOn === false}
        @click=${() => this.#toggleCamera()}
      >
        ${local?.cameraOn ? iconVideo : iconVideoOff}<span class="word"
          >${t(local?.cameraOn ? 'cameraTurnOff' : 'cameraTurnOn')}</span
        >
      </button>
      ${
        canShare
          ? html`<button
              class="btn"
              type="button"
              @click=${() => this.#call.act((driver) => (driver.local.sharing ? driver.stopShare() : driver.startShare()))}
            >
              ${iconShare}<span class="word">${t(local?.sharing ? 'stopShare' : 'share')}</span>
            </button>`
          : nothing
      }
      <button class="btn" type="button" @click=${() => this.#showDevices()}>
        ${iconDevices}<span class="word">${t('devices')}</span>
      </button>
      ${
        this.#isPractitioner
          ? html`<button class="btn keep call-help" type="button" @click=${() => (this.openDialog = 'emergency')}>
              <span class="word">${t('emergency')}</span>
            </button>`
          : nothing
      }
      <button
        class="btn keep leave ${this.#isPractitioner ? '' : 'danger'}"
        type="button"
        @click=${() => this.#leave()}
      >
        ${this.#isPractitioner ? nothing : iconPhone}<span class="word">${t('leave')}</span>
      </button>
      ${
        this.#isPractitioner
          ? html`<button class="btn danger keep end-visit" type="button" @click=${() => (this.openDialog = 'end')}>
              <span class="word">${t('end')}</span>
            </button>`
          : nothing
      }
    </div>`
  }

  #inRoom(visit: Visit): TemplateResult {
    const t = this.#t
    const { driver, others, trouble, state } = this.#call
    const quality = driver?.quality ?? 'unknown'
    const awaited = this.#isPractitioner
      ? t('waitingForPatient')
      : t('waitingFor', { name: visit.practitioner.displayName })
    const troubleText = trouble
      ? (t.maybe(`trouble_${trouble}`) ?? t('trouble_connection_failed'))
      : quality === 'bad'
        ? t('qualityHelp')
        : ''
    return html`<div class="room">
      <div role="group" class="stage" part="stage" tabindex="-1" aria-label=${t('stage')} @keydown=${this.#keys}>
        <div class="state">
          ${state === 'reconnecting' ? html`<span role="status">${t('reconnecting')}</span>` : nothing}
          ${quality === 'unknown' ? nothing : html`<span>${t(`quality_${quality}`)}</span>`}
          ${visit.recording ? nothing : html`<span>${t('notRecorded')}</span>`}
        </div>
        ${stageView({
          t,
          others,
          local: driver?.local ?? null,
          nameOf: this.#nameOf,
          alone: html`<p><b>${awaited}</b></p>
            <p class="muted small">${t('waitingText')}</p>`,
        })}
        ${troubleText ? html`<p class="trouble" role="status">${troubleText}</p>` : nothing} ${this.#controls()}
      </div>
      <slot name="aside"></slot>
    </div>`
  }

  #dialog(visit: Visit): TemplateResult | typeof nothing {
    const t = this.#t
    const close = (): void => void (this.openDialog = null)
    if (this.openDialog === 'end') return endDialog(t, (outcome) => this.#end(outcome), close)
    if (this.openDialog === 'emergency') return emergencyDialog(t, visit, this.#organization, close)
    if (this.openDialog === 'devices')
      return devicesDialog(
        t,
        this.devices,
        (kind, id) => void this.#call.act((driver) => driver.useDevice(kind, id)),
        close,
      )
    return nothing
  }

  protected override render(): unknown {
    const t = this.#t
    const { now } = this.#visit
    if (now.state === 'failed') return problemView(this, now.problem, { texts: t, retry: () => this.startAgain() })
    if (now.state !== 'ready')
      return html`<div class="card pad stack" aria-busy="true">
        <p class="unseen">${t('loading')}</p>
        <span class="bone title half"></span><span class="bone target"></span>
      </div>`
    const visit = now.value
    if (visit.status === 'ended')
      return html`<div class="card pad tight">
        <h2 tabindex="-1">${t('endedHeading')}</h2>
        <p class="muted">${t('endedText')}</p>
      </div>`
    if (this.#call.driver && this.#joining.now.state === 'ready')
      return html`${this.#ending.problem ? problemView(this, this.#ending.problem, { texts: t }) : nothing}${this.#inRoom(visit)}${this.#dialog(visit)}`
    return html`<div class="stack">
      ${this.#joining.problem ? problemView(this, this.#joining.problem, { texts: t, retry: () => void this.#join() }) : nothing}
      ${prejoinView({
        t,
        preview: this.#preview,
        microphone: this.#wantMicrophone,
        camera: this.#wantCamera,
        busy: this.#joining.busy,
        again: this.left,
        onMicrophone: () => {
          this.#wantMicrophone = !this.#wantMicrophone
          this.requestUpdate()
        },
        onCamera: () => {
          this.#wantCamera = !this.#wantCamera
          if (this.#wantCamera) void this.#preview.openCamera()
          else this.#preview.closeCamera()
        },
        onJoin: () => void this.#join(),
      })}
    </div>`
  }
}
