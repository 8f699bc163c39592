import type { ReactiveControllerHost } from 'lit'
import { LocalPreview } from '../media/local-preview.ts'
import type { DeviceKind, MediaChoice } from '../video/driver.ts'

/** The preview before joining: the devices with which the person enters, and the picture. */
export class SelfPreview {
  readonly preview: LocalPreview
  microphone = true
  camera = true
  #host: ReactiveControllerHost
  #ids: { cameraId?: string; microphoneId?: string } = {}

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    this.preview = new LocalPreview(host)
  }

  get choice(): MediaChoice {
    return { microphone: this.microphone, camera: this.camera, ...this.#ids }
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
