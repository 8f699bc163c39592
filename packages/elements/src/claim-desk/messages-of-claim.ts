import type { ClaimMessage, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { ClaimDeskTranslate } from './claim-states.ts'
import { rawMessages } from './raw-messages.ts'

/** The transmitted messages of one claim, loaded on request. */
export class MessagesOfClaim {
  readonly #host: VisitElement
  readonly #t: ClaimDeskTranslate
  readonly #messages: Loader<readonly ClaimMessage[]>
  #load: ((signal: AbortSignal) => Promise<readonly ClaimMessage[]>) | null = null

  constructor(host: VisitElement, t: ClaimDeskTranslate) {
    this.#host = host
    this.#t = t
    this.#messages = new Loader(host)
  }

  reset(): void {
    this.#messages.reset()
    this.#load = null
  }

  open(client: VisitClient, claimId: string): void {
    this.#load = async (signal) => (await client.claims.messages(claimId, { signal })).items
  }

  #show = async (): Promise<void> => {
    if (!this.#load || this.#messages.busy) return
    if (await this.#messages.run(this.#load)) await moveFocus(this.#host, '#wire-heading')
  }

  render(level: number): unknown {
    const { value, busy, problem } = this.#messages
    return rawMessages({
      t: this.#t,
      format: this.#host.format,
      level,
      messages: value,
      busy,
      problem: problem ? problemView(this.#host, problem, { texts: this.#t }) : null,
      onShow: () => void this.#show(),
    })
  }
}
