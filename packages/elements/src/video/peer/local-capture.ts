import type { DeviceKind, LocalMedia, MediaChoice } from '../driver.ts'
import { mediaError } from '../media-error.ts'
import { streamOf } from '../stream-of.ts'
import { cameraSize } from '../../media/camera-size.ts'
import type { MediaLineTracks } from './ready-connection.ts'
import type { MediaFlags } from './signals.ts'

type Capture = 'microphone' | 'camera'

/** This browser's own microphone, camera and screen. */
export class LocalCapture {
  #microphone: MediaStreamTrack | null = null
  #camera: MediaStreamTrack | null = null
  #screen: MediaStreamTrack | null = null
  #screenAudio: MediaStreamTrack | null = null
  #microphoneOn = false
  #changes = 0
  /** Counts closings: what is opened after one is closed at once. */
  #turn = 0
  #ids: Partial<Record<DeviceKind, string>> = {}
  #streams: { camera: MediaStream | null; audio: MediaStream | null; screen: MediaStream | null } = {
    camera: null,
    audio: null,
    screen: null,
  }
  readonly #onChange: () => void
  readonly #onMissing: (error: unknown) => void

  /**
   * @param onChange - Called when tracks or switches changed.
   * @param onMissing - Called when a device cannot be opened, or was unplugged in use and there is no other one.
   */
  constructor(onChange: () => void, onMissing: (error: unknown) => void) {
    this.#onChange = onChange
    this.#onMissing = onMissing
  }

  get lineTracks(): MediaLineTracks {
    return { audio: this.#microphone, camera: this.#camera, screen: this.#screen, screenAudio: this.#screenAudio }
  }

  get local(): LocalMedia {
    return {
      microphoneOn: this.#microphoneOn,
      cameraOn: this.#camera !== null,
      sharing: this.#screen !== null,
      isInterrupted: this.#interrupted.length > 0,
      camera: this.#streams.camera,
      audio: this.#streams.audio,
      screen: this.#streams.screen,
    }
  }

  /** The media that the others can expect. */
  get flags(): MediaFlags {
    return {
      microphone: this.#microphoneOn,
      camera: this.#camera !== null,
      screen: this.#screen !== null,
      ...(this.#interrupted.length > 0 && { interrupted: true }),
      change: this.#changes,
    }
  }

  /** What is on, and what the system has taken. */
  get #interrupted(): readonly Capture[] {
    const isTaken = (track: MediaStreamTrack | null): boolean => track?.readyState === 'live' && track.muted
    return [
      ...(this.#microphoneOn && isTaken(this.#microphone) ? ['microphone' as const] : []),
      ...(isTaken(this.#camera) ? ['camera' as const] : []),
    ]
  }

  get idsInUse(): ReadonlySet<string> {
    const ids = [this.#microphone, this.#camera].map((track) => track?.getSettings().deviceId)
    return new Set([...ids, this.#ids.speaker].filter((id) => id !== undefined))
  }

  /**
   * Opens what the person joins with: continues with a camera that is open already, and asks for both devices at once, which is one
   * question of the browser. Never rejects: a device that cannot be opened then is asked for alone, and reported to `onMissing`.
   */
  async open({ microphone, camera, microphoneId, cameraId, cameraTrack }: MediaChoice): Promise<void> {
    const turn = this.#turn
    if (microphoneId !== undefined) this.#ids.microphone = microphoneId
    if (cameraId !== undefined) this.#ids.camera = cameraId
    if (cameraTrack?.readyState === 'live') this.#camera = this.#watch('camera', cameraTrack)
    else if (microphone && camera) await this.#openBoth().catch(() => undefined)
    // Nothing more is asked once the person has left.
    if (microphone && turn === this.#turn) await this.setMicrophone(true).catch(this.#onMissing)
    if (camera && turn === this.#turn) await this.setCamera(true).catch(this.#onMissing)
    if (turn === this.#turn) this.#changed()
    else this.close()
  }

  async #openBoth(): Promise<void> {
    const stream = await navigator.mediaDevices.getUserMedia({
      ...this.#constraints('microphone'),
      ...this.#constraints('camera'),
    })
    const [[audio], [video]] = [stream.getAudioTracks(), stream.getVideoTracks()]
    if (audio) this.#microphone = this.#watch('microphone', audio)
    if (video) this.#camera = this.#watch('camera', video)
  }

  /** Off mutes and keeps the microphone open, so that unmuting is instant without a permission prompt. Rejects with a VideoError. */
  async setMicrophone(on: boolean): Promise<void> {
    if (on && this.#microphone?.readyState !== 'live') this.#microphone = await this.#open('microphone')
    if (this.#microphone) this.#microphone.enabled = on
    this.#microphoneOn = on
    this.#changed()
  }

  /** Off closes the camera, so that its indicator light is off. */
  async setCamera(on: boolean): Promise<void> {
    if (on === (this.#camera?.readyState === 'live')) return
    const camera = on ? await this.#open('camera') : null
    this.#camera?.stop()
    this.#camera = camera
    this.#changed()
  }

  async use(kind: DeviceKind, id: string): Promise<void> {
    const before = this.#ids[kind]
    this.#ids[kind] = id
    if (kind === 'speaker') return
    try {
      await this.#replace(kind)
    } catch (error) {
      // The previous device is kept.
      if (before === undefined) delete this.#ids[kind]
      else this.#ids[kind] = before
      throw error
    }
  }

  /** Opens again what the system has taken. Rejects with a VideoError. */
  async reopen(): Promise<void> {
    for (const what of this.#interrupted) await this.#replace(what)
  }

  /**
   * Closes a camera that gives nothing, and opens it: one that stays open anywhere would stay as it is. What the system has taken is left to
   * `reopen`. Never rejects: a failure is reported to `onMissing`.
   */
  async restartCamera(): Promise<void> {
    if (!this.#camera || this.#interrupted.includes('camera')) return
    const turn = this.#turn
    await this.setCamera(false)
    await this.setCamera(true).catch(this.#onMissing)
    if (turn !== this.#turn) this.close()
  }

  async #replace(what: Capture): Promise<void> {
    const current = what === 'microphone' ? this.#microphone : this.#camera
    if (!current) return
    const turn = this.#turn
    const next = await this.#open(what)
    next.enabled = current.enabled
    current.stop()
    if (what === 'microphone') this.#microphone = next
    else this.#camera = next
    if (turn === this.#turn) this.#changed()
    else this.close()
  }

  async share(): Promise<void> {
    if (this.#screen) return
    let stream: MediaStream
    try {
      stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: true })
    } catch (error) {
      throw mediaError(error, 'screen')
    }
    this.#screen = stream.getVideoTracks()[0] ?? null
    this.#screenAudio = stream.getAudioTracks()[0] ?? null
    // Text must stay readable; the frame rate may drop.
    if (this.#screen) this.#screen.contentHint = 'detail'
    // The browser's own "stop sharing".
    this.#screen?.addEventListener('ended', () => this.stopShare())
    this.#changed()
  }

  stopShare(): void {
    if (!this.#screen) return
    this.#screen.stop()
    this.#screenAudio?.stop()
    this.#screen = null
    this.#screenAudio = null
    this.#changed()
  }

  close(): void {
    this.#turn += 1
    for (const track of [this.#microphone, this.#camera, this.#screen, this.#screenAudio]) track?.stop()
    this.#microphone = null
    this.#camera = null
    this.#screen = null
    this.#screenAudio = null
    this.#microphoneOn = false
    this.#changed()
  }

  #changed(): void {
    this.#changes += 1
    this.#streams = {
      camera: streamOf(this.#streams.camera, [this.#camera]),
      audio: streamOf(this.#streams.audio, [this.#microphone]),
      screen: streamOf(this.#streams.screen, [this.#screen, this.#screenAudio]),
    }
    this.#onChange()
  }

  #constraints(what: Capture): MediaStreamConstraints {
    const id = this.#ids[what]
    const device = id === undefined ? {} : { deviceId: { exact: id } }
    return what === 'microphone'
      ? { audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...device } }
      : { video: { ...cameraSize, ...device } }
  }

  async #open(what: Capture): Promise<MediaStreamTrack> {
    try {
      const [track] = (await navigator.mediaDevices.getUserMedia(this.#constraints(what))).getTracks()
      if (!track) throw new DOMException('no track', 'NotFoundError')
      return this.#watch(what, track)
    } catch (error) {
      throw mediaError(error, what)
    }
  }

  #watch(what: Capture, track: MediaStreamTrack): MediaStreamTrack {
    // Unplugged, or taken by the system for good.
    track.addEventListener('ended', () => this.#lost(what, track))
    for (const event of ['mute', 'unmute']) track.addEventListener(event, () => this.#changed())
    return track
  }

  /** The chosen device is gone: another one takes its place, if it was in use. */
  #lost(what: Capture, track: MediaStreamTrack): void {
    const wasMicrophoneOn = this.#microphoneOn
    if (what === 'camera' && this.#camera === track) this.#camera = null
    else if (what === 'microphone' && this.#microphone === track) {
      this.#microphone = null
      this.#microphoneOn = false
    } else return
    delete this.#ids[what]
    this.#changed()
    const again = what === 'camera' ? this.setCamera(true) : wasMicrophoneOn ? this.setMicrophone(true) : undefined
    again?.catch(this.#onMissing)
  }
}
