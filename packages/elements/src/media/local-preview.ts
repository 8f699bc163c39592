import type { ReactiveController, ReactiveControllerHost } from 'lit'

export type DeviceState = 'unknown' | 'ok' | 'blocked' | 'missing' | 'busy' | 'off'

/** What stands in the way of a device, from the browser's own error names (Media Capture and Streams, section 10). */
const stateOf = (error: unknown): DeviceState => {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'blocked'
  if (name === 'NotReadableError' || name === 'AbortError') return 'busy'
  return 'missing'
}

/** Levels a second: enough for a meter to look alive, little enough for an old phone. */
const levelEvery = 100

/**
 * The person's own camera and microphone before anyone else sees or hears them. The two are opened apart, so that a missing camera
 * does not hide a working microphone. Everything is closed when the element leaves the page.
 */
export class LocalPreview implements ReactiveController {
  camera: DeviceState = 'unknown'
  microphone: DeviceState = 'unknown'
  cameraStream: MediaStream | null = null
  /** Loudness now, 0 to 1. */
  level = 0
  /** The loudest so far: that the microphone has been heard at all. */
  peak = 0

  #host: ReactiveControllerHost
  #microphoneStream: MediaStream | null = null
  #audio: AudioContext | null = null
  #meter: ReturnType<typeof setInterval> | undefined

  constructor(host: ReactiveControllerHost) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.close()
  }

  async openCamera(deviceId?: string): Promise<void> {
    this.closeCamera()
    try {
      const stream = await this.#ask({
        video: deviceId ? { deviceId: { exact: deviceId } } : { width: { ideal: 1280 } },
      })
      this.cameraStream = stream
      this.camera = 'ok'
    } catch (error) {
      this.camera = stateOf(error)
    }
    this.#host.requestUpdate()
  }

  async openMicrophone(deviceId?: string): Promise<void> {
    this.#closeMicrophone()
    try {
      const stream = await this.#ask({ audio: deviceId ? { deviceId: { exact: deviceId } } : true })
      this.#microphoneStream = stream
      this.microphone = 'ok'
      this.#listen(stream)
    } catch (error) {
      this.microphone = stateOf(error)
    }
    this.#host.requestUpdate()
  }

  closeCamera(): void {
    for (const track of this.cameraStream?.getTracks() ?? []) track.stop()
    if (this.camera === 'ok') this.camera = 'off'
    this.cameraStream = null
    this.#host.requestUpdate()
  }

  /** Closes every device: the light goes out. */
  close(): void {
    this.closeCamera()
    this.#closeMicrophone()
  }

  #ask(constraints: MediaStreamConstraints): Promise<MediaStream> {
    // Absent outside of secure contexts and in very old browsers.
    const devices = navigator.mediaDevices as MediaDevices | undefined
    if (!devices?.getUserMedia) return Promise.reject(new DOMException('', 'NotFoundError'))
    return devices.getUserMedia(constraints)
  }

  #closeMicrophone(): void {
    clearInterval(this.#meter)
    for (const track of this.#microphoneStream?.getTracks() ?? []) track.stop()
    void this.#audio?.close()
    if (this.microphone === 'ok') this.microphone = 'off'
    this.#audio = null
    this.#microphoneStream = null
    this.level = 0
  }

  #listen(stream: MediaStream): void {
    this.#audio = new AudioContext()
    const analyser = this.#audio.createAnalyser()
    analyser.fftSize = 512
    this.#audio.createMediaStreamSource(stream).connect(analyser)
    const samples = new Float32Array(analyser.fftSize)
    this.#meter = setInterval(() => {
      analyser.getFloatTimeDomainData(samples)
      let sum = 0
      for (const sample of samples) sum += sample * sample
      // Speech is quiet as a number: the square root of the mean square rarely passes a third.
      this.level = Math.min(1, Math.sqrt(sum / samples.length) * 3)
      this.peak = Math.max(this.peak, this.level)
      this.#host.requestUpdate()
    }, levelEvery)
  }
}
