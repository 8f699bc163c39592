import type { SignalChannel } from '../driver.ts'
import type { PeerSignal } from './signals.ts'

/** A signal without what every signal carries. */
type Said<Signal = PeerSignal> = Signal extends PeerSignal ? Omit<Signal, 'v' | 'session'> : never

/** What one stay in the room says to the others: every signal names the stay that it comes from. */
export class PeerVoice {
  readonly session: string = crypto.randomUUID()
  readonly #signals: SignalChannel

  constructor(signals: SignalChannel) {
    this.#signals = signals
  }

  /** @param to seat id; null for everybody. */
  say(to: string | null, said: Said): void {
    this.#signals.send(to, { v: 1, session: this.session, ...said })
  }
}
