import type { SignalChannel } from './driver.ts'
import type { PeerSignal } from './peer/signals.ts'

/** A signal without the properties that every signal has. */
type OutgoingSignal<Signal = PeerSignal> = Signal extends PeerSignal ? Omit<Signal, 'v' | 'session'> : never

/** Sends signals of one stay in the room: each contains the id of the stay. */
export class PeerSignaling {
  readonly session: string = crypto.randomUUID()
  readonly #signals: SignalChannel

  constructor(signals: SignalChannel) {
    this.#signals = signals
  }

  /** @param to - Seat id; null for everyone. */
  send(to: string | null, signal: OutgoingSignal): void {
    this.#signals.send(to, { v: 1, session: this.session, ...signal })
  }
}
