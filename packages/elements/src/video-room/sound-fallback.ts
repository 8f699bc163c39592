import type { Quality, VideoDriver } from '../video/driver.ts'

/** Milliseconds of a poor connection after which the camera is turned off, and of a good one after which it is offered again. */
export const fallbackTimes = { off: 10_000, offer: 10_000 }

/**
 * Keeps the sound when the connection is too poor for a picture: turns the camera off, and offers it again when the connection is good. Never
 * turns it on by itself. A person who turns it on again is not contradicted until the connection has been good.
 */
export class SoundFallback {
  /** `sound`: the camera was turned off for the sound. `offer`: the connection is good again. */
  state: 'picture' | 'sound' | 'offer' = 'picture'
  readonly #draw: () => void
  #timer: ReturnType<typeof setTimeout> | undefined
  #insists = false

  constructor(draw: () => void) {
    this.#draw = draw
  }

  /** @returns Ends it. */
  follow(driver: VideoDriver): () => void {
    const stops = [
      driver.on('connection-quality', (quality) => this.#rated(driver, quality)),
      driver.on('local-changed', ({ cameraOn }) => {
        if (!cameraOn || this.state === 'picture') return
        this.#insists = this.state === 'sound'
        this.#become('picture')
      }),
    ]
    return () => {
      stops.forEach((stop) => stop())
      clearTimeout(this.#timer)
      this.state = 'picture'
      this.#insists = false
    }
  }

  #rated(driver: VideoDriver, quality: Quality): void {
    clearTimeout(this.#timer)
    if (quality === 'good') this.#insists = false
    if (quality === 'bad' && this.state === 'offer') this.#become('sound')
    if (quality === 'bad' && this.state === 'picture' && !this.#insists)
      this.#timer = setTimeout(() => void this.#turnOff(driver), fallbackTimes.off)
    if (quality === 'good' && this.state === 'sound')
      this.#timer = setTimeout(() => this.#become('offer'), fallbackTimes.offer)
  }

  async #turnOff(driver: VideoDriver): Promise<void> {
    if (!driver.local.cameraOn) return
    await driver.setCamera(false).then(
      () => this.#become('sound'),
      // The driver has reported it.
      () => undefined,
    )
  }

  #become(state: SoundFallback['state']): void {
    this.state = state
    this.#draw()
  }
}
