import type { ReactiveControllerHost } from 'lit'
import { LocalPreview } from '../media/local-preview.ts'
import { rememberedDevices } from '../media/remembered-devices.ts'
import type { DeviceKind, MediaChoice, VideoDevice } from '../video/driver.ts'
import { listDevices } from '../video/list-devices.ts'

/** The preview before joining: the devices with which the person enters, and the picture. */
export class SelfPreview {
  readonly preview: LocalPreview
  microphone = true
  camera = true
  #host: ReactiveControllerHost
  #ids: { cameraId?: string; microphoneId?: string } = {}
  /** Also without a preview: who joins with "Admit" has none. Empty until the browser has allowed devices to this page. */
  #connected: readonly VideoDevice[] = []

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    this.preview = new LocalPreview(host)
    void listDevices(new Set()).then((devices) => (this.#connected = devices))
  }

  get #choice(): MediaChoice {
    const { camera, microphone } = rememberedDevices([...this.#connected, ...this.preview.devices])
    return {
      ...{ microphone: this.microphone, camera: this.camera },
      ...(camera !== undefined && { cameraId: camera }),
      ...(microphone !== undefined && { microphoneId: microphone }),
      ...this.#ids,
    }
  }

  /** The devices with which to join, and the open camera: the caller closes it. */
  handOver(): MediaChoice {
    const choice = this.#choice
    const cameraTrack = this.preview.giveCamera()
    this.close()
    if (!cameraTrack) return choice
    const { deviceId } = cameraTrack.getSettings()
    if (choice.camera && (choice.cameraId ?? deviceId) === deviceId) return { ...choice, cameraTrack }
    cameraTrack.stop()
    return choice
  }

  /** Opens the camera, unless the person wants to join without it. */
  async open(): Promise<void> {
    if (this.camera) await this.preview.openCamera(this.#ids.cameraId)
  }

  /** Closes the camera. */
  close(): void {
    this.preview.close()
  }

  choose(kind: DeviceKind, id: string): void {
    if (kind === 'speaker') return
    this.#ids = { ...this.#ids, [`${kind}Id`]: id }
    if (kind === 'camera') void this.open()
  }

  toggleMicrophone = (): void => {
    this.microphone = !this.microphone
    this.#host.requestUpdate()
  }

  toggleCamera = (): void => {
    this.camera = !this.camera
    if (this.camera) void this.open()
    else this.preview.closeCamera()
    this.#host.requestUpdate()
  }
}
