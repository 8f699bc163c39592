import type { DriverStatus } from '../driver-status.ts'
import { createMeasure, rateQuality } from './measure-connections.ts'
import type { RemotePeer } from './remote-peer.ts'

const measureIntervalMs = 3000
const arrivalIntervalMs = 1000

interface Effects {
  /** Something of this participant may have changed. */
  readonly refresh: (peer: RemotePeer) => void
  /** Asks whether they are still there. */
  readonly greet: (peer: RemotePeer) => void
  /** Asks them to send their picture again. */
  readonly askForPicture: (peer: RemotePeer) => void
}

/** Follows the connections of a call: whether picture and sound arrive, how good the connections are, and what state the call is in. */
export class PeerMonitor {
  readonly #peers: ReadonlyMap<string, RemotePeer>
  readonly #status: DriverStatus
  readonly #effects: Effects
  #timers: ReturnType<typeof setInterval>[] = []

  constructor(peers: ReadonlyMap<string, RemotePeer>, status: DriverStatus, effects: Effects) {
    this.#peers = peers
    this.#status = status
    this.#effects = effects
  }

  start(): void {
    const measure = createMeasure()
    this.#timers = [
      setInterval(() => void this.#rate(measure), measureIntervalMs),
      setInterval(() => void this.#followMedia(), arrivalIntervalMs),
    ]
  }

  stop(): void {
    for (const timer of this.#timers.splice(0)) clearInterval(timer)
  }

  /** The call is as good as its worst connection. */
  settle(): void {
    if (!this.#status.isIn) return
    const broken = [...this.#peers.values()].some(({ isBroken }) => isBroken)
    this.#status.setState(broken ? 'reconnecting' : 'joined')
  }

  async #followMedia(): Promise<void> {
    await Promise.all(
      [...this.#peers.values()].map(async (peer) => {
        if (await peer.measure()) this.#effects.refresh(peer)
        if (peer.isPictureDue) this.#effects.askForPicture(peer)
      }),
    )
    this.settle()
  }

  async #rate(measure: ReturnType<typeof createMeasure>): Promise<void> {
    const peers = [...this.#peers.values()]
    const stats = await measure(peers.map(({ link }) => link.connection)).catch(() => null)
    if (this.#timers.length === 0) return
    const quality = stats && (this.#status.state === 'reconnecting' ? 'bad' : rateQuality(stats))
    for (const peer of peers) {
      peer.quality = quality ?? peer.quality
      this.#effects.refresh(peer)
      // The response shows that they are there, although no path to them is.
      if (peer.state !== 'connected' && peer.state !== 'away') this.#effects.greet(peer)
    }
    this.settle()
    if (quality) this.#status.setQuality(quality)
  }
}
