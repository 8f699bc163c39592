import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import { listDevices } from '../video/list-devices.ts'
import { LoudnessMeter } from './loudness-meter.ts'

export type DeviceState = 'unknown' | 'ok' | 'blocked' | 'missing' | 'busy' | 'off'
type CaptureKind = Exclude<DeviceKind, 'speaker'>

/** Why a device cannot be opened, from the browser's error names (Media Capture and Streams, section 10). */
const stateOf = (error: unknown): DeviceState => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'missing'
}

/** One device, open or closed. */
class OpenedDevice {
  state: DeviceState = 'unknown'
  stream: MediaStream | null = null
  /** Counts attempts: a stream that arrives after another attempt or after closing is closed at once. */
  attempt = 0

  close(): void {
    this.attempt++
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    if (this.state === 'ok') this.state = 'off'
    this.stream = null
  }
}

/**
 * The person's own camera and microphone, before others see or hear them. They are opened separately, so that a missing camera does not
 * hide a working microphone. Disconnecting the element closes everything.
 */
export class LocalPreview implements ReactiveController {
  /** The devices to choose from; empty until the person has allowed a device. */
  devices: readonly VideoDevice[] = []

  readonly #host: ReactiveControllerHost
  readonly #opened = { camera: new OpenedDevice(), microphone: new OpenedDevice() }
  readonly #meter = new LoudnessMeter(() => this.#host.requestUpdate())

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  get camera(): DeviceState {
    return this.#opened.camera.state
  }

  get microphone(): DeviceState {
    return this.#opened.microphone.state
  }

  get cameraStream(): MediaStream | null {
    return this.#opened.camera.stream
  }

  /** Current level, 0 to 1. */
  get level(): number {
    return this.#meter.level
  }

  /** The highest level so far, which shows that the microphone works. */
  get peak(): number {
    return this.#meter.peak
  }

  hostConnected(): void {
    addEventListener('pageshow', this.#comeBack)
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#comeBack)
    this.close()
  }

  /** A page that the browser kept, and shows again, has lost its devices without an event. */
  #comeBack = ({ persisted }: PageTransitionEvent): void => {
    if (!persisted) return
    for (const kind of ['camera', 'microphone'] as const) {
      const track = this.#opened[kind].stream?.getTracks()[0]
      if (track?.readyState !== 'ended') continue
      const { deviceId } = track.getSettings()
      void (kind === 'camera' ? this.openCamera(deviceId) : this.openMicrophone(deviceId))
    }
  }

  async openCamera(deviceId?: string): Promise<void> {
    await this.#open('camera', deviceId)
  }

  async openMicrophone(deviceId?: string): Promise<void> {
    const stream = await this.#open('microphone', deviceId)
    if (stream) this.#meter.listen(stream)
  }

  closeCamera(): void {
    this.#opened.camera.close()
    this.#host.requestUpdate()
  }

  /** Closes every device. */
  close(): void {
    this.#meter.stop()
    this.#opened.microphone.close()
    this.closeCamera()
  }

  /** Returns the stream, unless it failed or is no longer needed. */
  async #open(kind: CaptureKind, deviceId?: string): Promise<MediaStream | null> {
    const opened = this.#opened[kind]
    if (kind === 'microphone') this.#meter.stop()
    opened.close()
    const { attempt } = opened
    const device = deviceId === undefined ? {} : { deviceId: { exact: deviceId } }
    try {
      const stream = await requestMedia(
        kind === 'camera' ? { video: { width: { ideal: 1280 }, ...device } } : { audio: device },
      )
      if (attempt !== opened.attempt) {
        for (const track of stream.getTracks()) track.stop()
        return null
      }
      opened.stream = stream
      opened.state = 'ok'
      // Unplugged, or taken by the system.
      stream.getTracks()[0]?.addEventListener('ended', () => attempt === opened.attempt && this.#lost(opened))
      return stream
    } catch (error) {
      if (attempt === opened.attempt) opened.state = stateOf(error)
      return null
    } finally {
      await this.#list()
    }
  }

  #lost(opened: OpenedDevice): void {
    opened.close()
    opened.state = 'missing'
    this.#host.requestUpdate()
  }

  async #list(): Promise<void> {
    const streams = Object.values(this.#opened).map(({ stream }) => stream)
    const ids = streams.map((stream) => stream?.getTracks()[0]?.getSettings().deviceId)
    this.devices = await listDevices(new Set(ids.filter((id) => id !== undefined)))
    this.#host.requestUpdate()
  }
}

const requestMedia = (constraints: MediaStreamConstraints): Promise<MediaStream> => {
  // Absent outside of secure contexts and in very old browsers.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) return Promise.reject(new DOMException('', 'NotFoundError'))
  return devices.getUserMedia(constraints)
}
