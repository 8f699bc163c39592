import type { TemplateResult } from 'lit'
import type { LabMessage, UnmatchedResult, VisitClient } from '@visitkit/sdk'
import { moveFocus } from '../core/focus.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { RowActions } from '../core/row-actions.ts'
import { PatientSearch } from '../core/patient-search.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { LabOrdersTranslate } from './order-form.ts'
import { isAssignable, unmatchedList, type Candidate } from './unmatched-list.ts'

/** Results without a match: each is compared with a patient's orders, and then matched or returned. */
export class MatchPanel {
  readonly #host: VisitElement
  readonly #t: LabOrdersTranslate
  readonly #client: () => VisitClient | null
  readonly #acts: RowActions
  readonly #candidates: Loader<Candidate>
  readonly #patients: PatientSearch
  /** What the laboratory sent. Read only on request, because the access is recorded. */
  readonly #messages: Loader<readonly LabMessage[]>
  #compared: string | null = null
  #chosen: string | null = null

  constructor(host: VisitElement, t: LabOrdersTranslate, client: () => VisitClient | null, actions: RowActions) {
    this.#host = host
    this.#t = t
    this.#client = client
    this.#acts = actions
    this.#candidates = new Loader(host)
    this.#messages = new Loader(host)
    this.#patients = new PatientSearch(host, {
      find: (by, signal) => client()?.patients.search(by, { limit: 20 }, { signal }).page(),
      picked: ({ id }) => this.#ordersOf(id),
    })
  }

  reset(): void {
    this.#compared = this.#chosen = null
    this.#candidates.reset()
    this.#messages.reset()
    this.#patients.clear()
  }

  #compare(result: UnmatchedResult): void {
    const { id, patientId } = result
    const isOther = this.#compared !== id
    this.reset()
    if (isOther) this.#compared = id
    if (isOther && patientId && isAssignable(result)) this.#ordersOf(patientId)
    void moveFocus(this.#host, isAssignable(result) ? '#find-patient' : '#settle-hint')
  }

  #ordersOf(patientId: string): void {
    const client = this.#client()
    if (!client) return
    this.#chosen = null
    void this.#candidates.run(async (signal) => {
      const [patient, { items }] = await Promise.all([
        client.patients.get(patientId, { signal }),
        client.labs.ordersOfPatient(patientId, {}, { signal }).page(),
      ])
      return { patient, orders: items }
    })
  }

  async #showMessages({ id }: UnmatchedResult): Promise<void> {
    const client = this.#client()
    if (!client || this.#messages.busy) return
    const read = await this.#messages.run(async (signal) => (await client.labs.unmatchedMessages(id, { signal })).items)
    if (read) await moveFocus(this.#host, '#message')
  }

  async #decide(result: UnmatchedResult, decision: 'match' | 'return'): Promise<void> {
    const { id, response } = result
    const orderId = this.#chosen
    if (decision === 'match' && !orderId) return moveFocus(this.#host, '[name=order]')
    const done = await this.#acts.run<unknown>(id, (client) =>
      decision === 'return' || !orderId
        ? client.labs.returnResult(id)
        : response
          ? client.labs.applyResponse(id, { orderId })
          : client.labs.match(id, { orderId }),
    )
    if (!done) return
    this.reset()
    const returned = isAssignable(result) ? 'returned' : 'settled'
    this.#host.announce(this.#t(decision === 'return' ? returned : response ? 'applied' : 'matched'))
    await moveFocus(this.#host, '#heading')
  }

  render(results: readonly UnmatchedResult[], now: number): TemplateResult {
    const { value, problem } = this.#candidates
    const messages = this.#messages
    return unmatchedList({
      t: this.#t,
      format: this.#host.format,
      now,
      results,
      compared: this.#compared,
      candidate: value,
      patients: this.#patients,
      chosen: this.#chosen,
      busy: this.#acts.busy,
      rowProblem: this.#acts.rowProblem,
      problem: problem ? problemView(this.#host, problem) : null,
      messages: messages.value,
      isReadingMessages: messages.busy,
      messagesProblem: messages.problem ? problemView(this.#host, messages.problem) : null,
      onCompare: (result) => this.#compare(result),
      onChoose: (orderId) => {
        this.#chosen = orderId
        this.#host.requestUpdate()
      },
      onShowMessages: (result) => void this.#showMessages(result),
      onMatch: (result) => void this.#decide(result, 'match'),
      onReturn: (result) => void this.#decide(result, 'return'),
    })
  }
}
