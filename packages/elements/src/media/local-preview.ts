import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DeviceKind, VideoDevice } from '../video/driver.ts'
import { listDevices } from '../video/list-devices.ts'
import { cameraSize } from './camera-size.ts'
import { LoudnessMeter } from './loudness-meter.ts'
import { rememberDevice, rememberedDevices } from './remembered-devices.ts'

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
  /** The person asked for it, and has not closed it. */
  isWanted = false
  isOpening = false
  /** The id of the one that was unplugged, until it or a chosen one is open. Another one may be open in its place. */
  unplugged: string | null = null
  /** Counts attempts: a stream that arrives after another attempt or after closing is closed at once. */
  attempt = 0

  close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop()
    this.letGo()
  }

  /** The stream stays open. */
  letGo(): void {
    this.attempt++
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

  /** Whether the one that was opened is gone. Another one may be open in its place. */
  wasUnplugged(kind: CaptureKind): boolean {
    return this.#opened[kind].unplugged !== null
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
    // Absent in pages without TLS.
    navigator.mediaDevices?.addEventListener('devicechange', this.#devicesChanged)
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#comeBack)
    navigator.mediaDevices?.removeEventListener('devicechange', this.#devicesChanged)
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

  #devicesChanged = (): void => void this.#openMissing()

  /** One was plugged in or unplugged. What is wanted and missing is opened. */
  async #openMissing(): Promise<void> {
    if (!Object.values(this.#opened).some(({ isWanted }) => isWanted)) return
    await this.#list()
    const isBack = (kind: CaptureKind): boolean =>
      this.#opened[kind].isWanted &&
      !this.#opened[kind].isOpening &&
      this.#opened[kind].state === 'missing' &&
      this.devices.some((device) => device.kind === kind)
    if (isBack('camera')) await this.#open('camera')
    if (isBack('microphone')) await this.#open('microphone')
  }

  /** The person chooses one, which this browser remembers. */
  async choose(kind: CaptureKind, id: string): Promise<void> {
    rememberDevice(kind, id)
    await (kind === 'camera' ? this.openCamera(id) : this.openMicrophone(id))
  }

  /** @param deviceId - This one only. Without it, the one that was chosen before, or another. */
  async openCamera(deviceId?: string): Promise<void> {
    this.#opened.camera.unplugged = null
    await this.#open('camera', deviceId)
  }

  async openMicrophone(deviceId?: string): Promise<void> {
    this.#opened.microphone.unplugged = null
    await this.#open('microphone', deviceId)
  }

  closeCamera(): void {
    this.#opened.camera.isWanted = false
    this.#opened.camera.close()
    this.#host.requestUpdate()
  }

  /** Gives the open camera to the caller, who closes it. Null when it is not open. */
  giveCamera(): MediaStreamTrack | null {
    const [track] = this.#opened.camera.stream?.getVideoTracks() ?? []
    this.#opened.camera.isWanted = false
    this.#opened.camera.letGo()
    this.#host.requestUpdate()
    return track ?? null
  }

  /** Closes every device. */
  close(): void {
    this.#meter.stop()
    this.#opened.microphone.isWanted = false
    this.#opened.microphone.close()
    this.closeCamera()
  }

  async #open(kind: CaptureKind, deviceId?: string): Promise<void> {
    const opened = this.#opened[kind]
    if (kind === 'microphone') this.#meter.stop()
    opened.close()
    opened.isWanted = opened.isOpening = true
    const { attempt } = opened
    try {
      const stream = await (deviceId === undefined ? requestRemembered(kind) : requestDevice(kind, deviceId))
      if (attempt !== opened.attempt) {
        for (const track of stream.getTracks()) track.stop()
        return
      }
      opened.stream = stream
      opened.state = 'ok'
      const id = idOf(stream)
      if (id === opened.unplugged) opened.unplugged = null
      // Unplugged, or taken by the system.
      stream.getTracks()[0]?.addEventListener('ended', () => attempt === opened.attempt && this.#lost(opened, id))
      if (kind === 'microphone') this.#meter.listen(stream)
    } catch (error) {
      if (attempt === opened.attempt) opened.state = stateOf(error)
    } finally {
      if (attempt === opened.attempt) opened.isOpening = false
      await this.#list()
    }
  }

  #lost(opened: OpenedDevice, id: string): void {
    opened.close()
    opened.state = 'missing'
    opened.unplugged = id
    this.#host.requestUpdate()
    void this.#openMissing()
  }

  async #list(): Promise<void> {
    const streams = Object.values(this.#opened).map(({ stream }) => stream)
    this.devices = await listDevices(new Set(streams.flatMap((stream) => (stream ? [idOf(stream)] : []))))
    this.#host.requestUpdate()
  }
}

const idOf = (stream: MediaStream): string => stream.getTracks()[0]?.getSettings().deviceId ?? ''

/** The one that was chosen in this browser before; if it is gone, another one. */
const requestRemembered = async (kind: CaptureKind): Promise<MediaStream> => {
  const remembered = rememberedDevices()[kind]
  if (remembered === undefined) return requestDevice(kind)
  return requestDevice(kind, remembered).catch((error: unknown) => {
    if (stateOf(error) === 'missing') return requestDevice(kind)
    throw error
  })
}

const requestDevice = (kind: CaptureKind, id?: string): Promise<MediaStream> => {
  const device = id === undefined ? {} : { deviceId: { exact: id } }
  return requestMedia(kind === 'camera' ? { video: { ...cameraSize, ...device } } : { audio: device })
}

const requestMedia = (constraints: MediaStreamConstraints): Promise<MediaStream> => {
  // Absent outside of secure contexts and in very old browsers.
  const devices = navigator.mediaDevices as MediaDevices | undefined
  if (!devices?.getUserMedia) return Promise.reject(new DOMException('', 'NotFoundError'))
  return devices.getUserMedia(constraints)
}
