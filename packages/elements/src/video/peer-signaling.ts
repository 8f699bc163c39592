import type { SignalChannel } from './driver.ts'
import type { PeerSignal } from './peer/signals.ts'

/** A signal without what every signal carries. */
type OutgoingSignal<Signal = PeerSignal> = Signal extends PeerSignal ? Omit<Signal, 'v' | 'session'> : never

/** What one stay in the room says to the others: every signal names the stay that it comes from. */
export class PeerSignaling {
  readonly session: string = crypto.randomUUID()
  readonly #signals: SignalChannel

  constructor(signals: SignalChannel) {
    this.#signals = signals
  }

  /** @param to seat id; null for everybody. */
  send(to: string | null, signal: OutgoingSignal): void {
    this.#signals.send(to, { v: 1, session: this.session, ...signal })
  }
}
