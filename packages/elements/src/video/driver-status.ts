import type { Quality, VideoError, VideoEvents, VideoState } from './driver.ts'
import { Emitter } from './emitter.ts'

/** A driver's state, quality and events. State and quality are emitted only when they change. */
export class DriverStatus {
  readonly events = new Emitter<VideoEvents>()
  state: VideoState = 'idle'
  quality: Quality = 'unknown'

  /** In the room, also while reconnecting. */
  get isIn(): boolean {
    return this.state === 'joined' || this.state === 'reconnecting'
  }

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

  /** Emits a failure and returns it, to be thrown. */
  reportError(error: VideoError): VideoError {
    this.events.emit('error', error)
    return error
  }
}
