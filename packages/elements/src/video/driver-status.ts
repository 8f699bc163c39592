import type { Quality, VideoError, VideoEvents, VideoState } from './driver.ts'
import { Emitter } from './emitter.ts'

/** A driver's state and quality, which are told when they change and only then, and its events. */
export class DriverStatus {
  readonly events = new Emitter<VideoEvents>()
  state: VideoState = 'idle'
  quality: Quality = 'unknown'

  setState(state: VideoState): void {
    if (state === this.state) return
    this.state = state
    this.events.emit('state', state)
  }

  setQuality(quality: Quality): void {
    if (quality === this.quality) return
    this.quality = quality
    this.events.emit('connection-quality', quality)
  }

  /** Tells a failure and hands it back, to be thrown. */
  reportError(error: VideoError): VideoError {
    this.events.emit('error', error)
    return error
  }
}
