import { ReadyConnection } from './ready-connection.ts'
import type { SeatLink } from './seat-link.ts'

/**
 * What is made on the way into the room, so that the others are reached at once: open devices and a connection while a seat is taken, and an
 * offer to one who has a seat already, which the greeting brings along.
 */
export class WayIn {
  #devices: Promise<void> | null = null
  #ready: ReadyConnection | null = null
  #early: SeatLink | null = null

  get hasBegun(): boolean {
    return this.#devices !== null
  }

  /** The devices are opening. */
  begin(devices: Promise<void>): void {
    this.#devices = devices
    this.#ready = ReadyConnection.make()
  }

  /** The first connection that makes an offer uses it. */
  takeReady(): ReadyConnection | null {
    const ready = this.#ready
    this.#ready = null
    return ready
  }

  /** There is a seat. Resolves once the devices are open, or cannot be opened. */
  async finish(early: SeatLink | null): Promise<void> {
    this.#early = early
    this.takeReady()?.close()
    await this.#devices
  }

  offered(): Promise<void> | undefined {
    return this.#early?.offered()
  }

  /** What a greeting to everyone brings along. */
  get greeting() {
    const { id, offer } = this.#early ?? {}
    return id && offer ? { offer: { to: id, description: offer } } : {}
  }

  /** The connection to this seat, if there is one already. */
  take(id: string): SeatLink | null {
    if (this.#early?.id !== id) return null
    const early = this.#early
    this.#early = null
    return early
  }

  /** The devices have changed. */
  sync(): void {
    this.#early?.link.sync()
  }

  /** No one has heard the offer, and its paths get old. */
  dropOffer(): void {
    this.#early?.link.close()
    this.#early = null
  }

  end(): void {
    this.#devices = null
    this.takeReady()?.close()
    this.dropOffer()
  }
}
