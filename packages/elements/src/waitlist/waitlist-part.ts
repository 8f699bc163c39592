import type { VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { JoinFlow, type WaitFor } from './join-flow.ts'
import { joinWaitlist } from './join-waitlist.ts'
import { waitingCards } from './waiting-cards.ts'
import { WaitingList } from './waiting-list.ts'
import { waitlistMessages } from './waitlist.messages.ts'
import type { WaitlistView } from './waitlist-view.ts'

/** The waiting list in booking and appointments. Loaded after the first render: most people find a time. */
export class WaitlistPart {
  readonly #view: WaitlistView
  readonly #join: JoinFlow
  readonly #waiting: WaitingList

  /** @param nameOf - The patient's name, for a person who acts for others. */
  constructor(host: VisitElement, client: VisitClient, nameOf: WaitlistView['nameOf'] = () => undefined) {
    const t = host.language.bundle(waitlistMessages)
    host.language.refresh()
    this.#view = { host, t, client, nameOf }
    this.#join = new JoinFlow(host)
    this.#waiting = new WaitingList(host, t, client)
  }

  /** Follows the places of a patient, or of everyone for whom the person acts, until the signal aborts. */
  follow(patientId: string | undefined, signal: AbortSignal): void {
    this.#waiting.follow(patientId, signal)
  }

  /** The way to wait for a free time, for the visit of the page. */
  join(wanted: WaitFor): unknown {
    return joinWaitlist(this.#view, this.#join, wanted)
  }

  /** The places on the list, and what is offered. @param accepted - Called when an offer has become a visit. */
  cards(accepted: () => void): unknown {
    return waitingCards(this.#view, this.#waiting, accepted)
  }

  clear(): void {
    this.#join.reset()
    this.#waiting.reset()
  }
}
