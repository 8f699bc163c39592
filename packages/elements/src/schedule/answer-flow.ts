import type { Appointment, DeclineReason, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** Book it, or why not. */
export type RequestAnswer = 'approve' | DeclineReason

/** Answers a requested visit, without rendering. */
export class AnswerFlow {
  readonly sending: Loader<Appointment>
  answer: RequestAnswer | null = null
  /** Whether the person pressed the button without an answer. */
  isMissing = false
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement) {
    this.#host = host
    this.sending = new Loader(host)
  }

  choose(answer: RequestAnswer): void {
    this.answer = answer
    this.isMissing = false
    this.#host.requestUpdate()
  }

  async send({ appointments }: VisitClient, { id }: Appointment): Promise<Appointment | undefined> {
    const { answer } = this
    this.isMissing = answer === null
    this.#host.requestUpdate()
    if (answer === null || this.sending.busy) return undefined
    return this.sending.run((signal) => {
      const options = { signal, ...this.#keys.for(id, answer) }
      return answer === 'approve'
        ? appointments.approve(id, options)
        : appointments.decline(id, { reason: answer }, options)
    })
  }

  reset(): void {
    this.sending.reset()
    this.answer = null
    this.isMissing = false
  }
}
