import { nothing } from 'lit'
import type { VisitClient } from '@visitkit/sdk'
import { KeptText } from '../../core/kept-text.ts'
import type { VisitElement } from '../../core/visit-element.ts'

/** For whom a visit is booked. */
interface Booking {
  readonly client: VisitClient
  readonly patientId: string
}
type Name = 'reason' | 'overrideReason'

/** The reasons that staff type for a new visit. The server keeps them until the visit is booked. */
export class KeptReasons {
  readonly #booking: () => Booking | null
  readonly #texts: Readonly<Record<Name, KeptText>>

  /** @param filled - A reason that was typed before is in its field again. */
  constructor(host: VisitElement, booking: () => Booking | null, filled: (name: Name, text: string) => void) {
    this.#booking = booking
    this.#texts = {
      reason: new KeptText(host, 'new-visit-reason', (text) => filled('reason', text)),
      overrideReason: new KeptText(host, 'override-reason', (text) => filled('overrideReason', text)),
    }
  }

  /** For the field of why the patient comes. */
  reason(): unknown {
    return this.#of('reason')
  }

  /** For the field of why the visit is booked outside the rules. */
  overrideReason(): unknown {
    return this.#of('overrideReason')
  }

  /** The visit of the patient is booked. */
  async booked(): Promise<void> {
    await Promise.all(Object.values(this.#texts).map((text) => text.sent()))
  }

  reset(): void {
    for (const text of Object.values(this.#texts)) text.reset()
  }

  #of(name: Name): unknown {
    const booking = this.#booking()
    return booking
      ? this.#texts[name].of(booking.client, { about: booking.patientId, patientId: booking.patientId })
      : nothing
  }
}
