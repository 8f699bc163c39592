import { html, type TemplateResult } from 'lit'
import type { Visit, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { LazyPart } from '../core/lazy-part.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { SpokenDecisionPart } from '../spoken-decision/spoken-decision-part.ts'

/** In the room, for staff: what the patient says of a consent that the visit lacks. */
export class SpokenInRoom {
  readonly #host: VisitElement
  readonly #part: LazyPart<SpokenDecisionPart>
  #isOpen = false

  constructor(host: VisitElement, client: () => VisitClient | null) {
    this.#host = host
    const closed = (): void => this.#close()
    this.#part = new LazyPart(host, async () => {
      const module = await import('../spoken-decision/spoken-decision-part.ts')
      return new module.SpokenDecisionPart(host, { client, recorded: () => undefined, closed })
    })
  }

  clear(): void {
    this.#isOpen = false
    this.#part.value?.clear()
  }

  #close(): void {
    this.clear()
    this.#host.requestUpdate()
    void moveFocus(this.#host, '#record-spoken')
  }

  async #open({ appointmentId, location }: Visit): Promise<void> {
    this.#isOpen = true
    const part = await this.#part.fetch()
    // Its name comes with the appointment.
    part?.open({ appointmentId, name: '', state: location?.state ?? '' })
  }

  render(visit: Visit, label: string): TemplateResult {
    const { now } = this.#part
    if (now.state === 'failed') return problemView(this.#host, now.problem, { retry: () => void this.#open(visit) })
    if (this.#isOpen && now.state === 'ready') return html`${now.value.view()}`
    return html`<div>
      <button class="btn" id="record-spoken" type="button" @click=${() => void this.#open(visit)}>${label}</button>
    </div>`
  }
}
