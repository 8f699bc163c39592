import type { DailyCall } from '@daily-co/daily-js'
import {
  VideoError,
  type DeviceKind,
  type LocalMedia,
  type MediaChoice,
  type Quality,
  type VideoDriver,
  type VideoEvents,
  type VideoParticipant,
  type VideoSeat,
  type VideoState,
  type VideoStats,
} from '../driver.ts'
import type { CaptionText } from '../caption.ts'
import { DriverStatus } from '../driver-status.ts'
import { listDevices } from '../list-devices.ts'
import { DailyCaptions } from './daily-captions.ts'
import { dailyCameraError, dailyFatalError } from './daily-errors.ts'
import { dailyQuality } from './daily-participant.ts'
import { DailyPeople } from './daily-people.ts'
import { readStats } from './daily-stats.ts'
import { discardCall } from './discard-call.ts'
import { enterRoom } from './enter-room.ts'
import { loadDaily } from './load-daily.ts'
import { sendCommand } from './send-command.ts'
import { trustCallMachine } from './trust-call-machine.ts'

export interface DailyDriverOptions {
  /** A folder with Daily's bundles, instead of Daily's own URLs (`bundlePathOverride`). */
  readonly bundlePath?: string
}

/**
 * Adapts Daily's call object to our interface.
 *
 * The required content security policy is in docs/guides/video-daily.md. No code is evaluated (`avoidEval`).
 */
class DailyDriver implements VideoDriver {
  readonly name = 'daily'
  readonly #bundlePath: string | undefined
  readonly #status = new DriverStatus()
  readonly #people = new DailyPeople(this.#status)
  readonly #captions = new DailyCaptions(this.#status, (sessionId) => this.#people.seatOf(sessionId))
  #call: DailyCall | null = null
  #speaker: string | null = null
  #stops: (() => void)[] = []

  constructor({ bundlePath }: DailyDriverOptions) {
    this.#bundlePath = bundlePath
  }

  get state(): VideoState {
    return this.#status.state
  }
  get quality(): Quality {
    return this.#status.quality
  }
  get local(): LocalMedia {
    return this.#people.local
  }
  get participants(): ReadonlyMap<string, VideoParticipant> {
    return this.#people.participants
  }
  on<Name extends keyof VideoEvents>(name: Name, listener: (detail: VideoEvents[Name]) => void): () => void {
    return this.#status.events.on(name, listener)
  }

  async join(seat: VideoSeat, media: MediaChoice): Promise<void> {
    // Daily's library opens the devices itself, and some browsers give a camera to one consumer only.
    media.cameraTrack?.stop()
    if (this.#call || this.#status.state === 'connecting')
      throw new VideoError('not_allowed', 'already in a room: leave first')
    if (Date.parse(seat.expiresAt) <= Date.now()) throw new VideoError('seat_expired', 'the seat has expired')
    if (seat.roomUrl === undefined || seat.token === undefined)
      throw new VideoError('seat_refused', 'the seat has no room or no token')
    this.#status.setState('connecting')
    this.#people.roles = new Map(seat.seats.map(({ id, role }) => [id, role]))
    this.#captions.mayStart = seat.mayStartMachineCaptions === true
    try {
      const daily = await loadDaily()
      if (!this.#isJoining()) return
      trustCallMachine(this.#bundlePath)
      const call = daily.createCallObject({
        dailyConfig: {
          avoidEval: true,
          ...(this.#bundlePath === undefined ? {} : { bundlePathOverride: this.#bundlePath }),
        },
        // A call object that could not be destroyed (discard-call.ts) must not keep the person out.
        allowMultipleCallInstances: true,
        subscribeToTracksAutomatically: true,
        startAudioOff: !media.microphone,
        startVideoOff: !media.camera,
        ...(media.microphoneId === undefined ? {} : { audioSource: media.microphoneId }),
        ...(media.cameraId === undefined ? {} : { videoSource: media.cameraId }),
      })
      this.#call = call
      this.#listen(call)
      await enterRoom(call, { url: seat.roomUrl, token: seat.token }, this.#joiningEnds())
    } catch (reason) {
      const error =
        reason instanceof VideoError ? reason : new VideoError('connection_failed', 'joining failed', reason)
      await this.#close('failed')
      this.#status.events.emit('error', error)
      throw error
    }
  }

  async leave(): Promise<void> {
    if (this.#status.state === 'idle' || this.#status.state === 'left' || this.#status.state === 'failed') return
    await this.#close('left')
  }

  async setMicrophone(on: boolean): Promise<void> {
    if (this.local.microphoneOn === on) return
    await this.#do(
      (call) => void call.setLocalAudio(on),
      () => this.local.microphoneOn === on,
    )
  }
  async setCamera(on: boolean): Promise<void> {
    if (this.local.cameraOn === on) return
    await this.#do(
      (call) => void call.setLocalVideo(on),
      () => this.local.cameraOn === on,
    )
  }
  async startShare(): Promise<void> {
    if (this.local.sharing) return
    if (!navigator.mediaDevices?.getDisplayMedia)
      throw this.#status.reportError(new VideoError('unsupported', 'this browser cannot share a screen'))
    await this.#do(
      (call) => call.startScreenShare(),
      () => this.local.sharing,
    )
  }
  async stopShare(): Promise<void> {
    if (!this.local.sharing) return
    await this.#do(
      (call) => call.stopScreenShare(),
      () => !this.local.sharing,
    )
  }

  async reopen(): Promise<void> {
    if (!this.local.isInterrupted) return
    const [audioDeviceId, videoDeviceId] = [this.#people.deviceInUse('microphone'), this.#people.deviceInUse('camera')]
    await this.#do(
      (call) =>
        void call.setInputDevicesAsync({
          ...(audioDeviceId !== undefined && { audioDeviceId }),
          ...(videoDeviceId !== undefined && { videoDeviceId }),
        }),
      () => !this.local.isInterrupted,
    )
  }

  devices() {
    const ids = [this.#people.deviceInUse('microphone'), this.#people.deviceInUse('camera'), this.#speaker ?? undefined]
    return listDevices(new Set(ids.filter((id) => id !== undefined)))
  }

  async useDevice(kind: DeviceKind, id: string): Promise<void> {
    if (kind === 'speaker') this.#speaker = id
    else {
      const setting = kind === 'microphone' ? { audioDeviceId: id } : { videoDeviceId: id }
      await this.#do(
        (call) => void call.setInputDevicesAsync(setting),
        () => this.#people.deviceInUse(kind) === id,
      )
    }
    this.#status.events.emit('devices-changed', await this.devices())
  }

  async stats(): Promise<VideoStats> {
    return readStats(await this.#call?.getNetworkStats())
  }

  sendCaption(caption: CaptionText): void {
    this.#captions.send(this.#call, caption)
  }

  async setMachineCaptions(on: boolean, language: string): Promise<void> {
    this.#captions.requireAllowed()
    await this.#do(
      (call) => (on ? call.startTranscription({ language }) : call.stopTranscription()),
      () => this.#captions.isRunning === on,
    )
  }

  #listen(call: DailyCall): void {
    call
      .on('joined-meeting', ({ participants }) => {
        for (const participant of Object.values(participants)) this.#people.update(participant)
        this.#status.setState('joined')
      })
      .on('participant-joined', ({ participant }) => this.#people.update(participant))
      .on('participant-updated', ({ participant }) => this.#people.update(participant))
      .on('participant-left', ({ participant }) => this.#people.remove(participant.session_id))
      .on('network-quality-change', ({ networkState }) => this.#status.setQuality(dailyQuality(networkState)))
      .on('network-connection', ({ event }) => {
        if (this.#status.state === 'joined' && event === 'interrupted') this.#status.setState('reconnecting')
        else if (this.#status.state === 'reconnecting' && event === 'connected') this.#status.setState('joined')
      })
      .on('camera-error', ({ error }) => void this.#status.reportError(dailyCameraError(error.type)))
      .on(
        'local-screen-share-canceled',
        () => void this.#status.reportError(new VideoError('permission_denied', 'no screen was chosen')),
      )
      .on('nonfatal-error', ({ type }) => {
        if (type === 'screen-share-error')
          this.#status.reportError(new VideoError('not_allowed', 'daily: screen-share-error'))
      })
      .on('error', ({ error }) => {
        // While joining, `join()` rejects with the same error.
        if (this.#status.state === 'connecting') return
        void this.#close('failed').then(() => this.#status.events.emit('error', dailyFatalError(error?.type)))
      })
      .on('left-meeting', () => {
        // Our own leave fires this event too, when the call object is already released.
        if (this.#call === call) void this.#close('left')
      })
    this.#captions.follow(call, () => this.#people.localChanged())
    const devicesChanged = (): void =>
      void this.devices().then((devices) => this.#status.events.emit('devices-changed', devices))
    navigator.mediaDevices?.addEventListener('devicechange', devicesChanged)
    this.#stops = [() => navigator.mediaDevices?.removeEventListener('devicechange', devicesChanged)]
  }

  #isJoining(): boolean {
    return this.#status.state === 'connecting'
  }

  #joiningEnds(): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.#status.events.on('state', (state) => {
        if (state === 'connecting') return
        stop()
        resolve()
      })
    })
  }

  async #do(act: (call: DailyCall) => void, done: () => boolean): Promise<void> {
    const call = this.#call
    if (!call || this.#status.state === 'connecting') throw new VideoError('not_allowed', 'not in a room')
    await sendCommand(this.#status, () => act(call), done)
  }

  async #close(state: 'left' | 'failed'): Promise<void> {
    const call = this.#call
    this.#call = null
    this.#captions.end()
    for (const stop of this.#stops.splice(0)) stop()
    if (call) await discardCall(call)
    this.#people.clear()
    this.#status.setQuality('unknown')
    this.#status.setState(state)
  }
}

export const createDailyDriver = (options: DailyDriverOptions = {}): VideoDriver => new DailyDriver(options)
