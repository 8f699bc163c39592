import type { Appointment, CancellationReason, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** Cancels an appointment, without rendering. */
export class CancelFlow<Reason extends CancellationReason> {
  readonly cancelling: Loader<Appointment>
  reason: Reason | null = null
  /** Whether the person pressed the button without a reason. */
  isReasonMissing = false
  readonly #host: VisitElement
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement) {
    this.#host = host
    this.cancelling = new Loader(host)
  }

  choose(reason: Reason): void {
    this.reason = reason
    this.isReasonMissing = false
    this.#host.requestUpdate()
  }

  async cancel(client: VisitClient, { id }: Appointment): Promise<Appointment | undefined> {
    const { reason } = this
    this.isReasonMissing = reason === null
    this.#host.requestUpdate()
    if (reason === null || this.cancelling.busy) return undefined
    return this.cancelling.run((signal) =>
      client.appointments.cancel(id, { reason }, { signal, ...this.#keys.for(id, reason) }),
    )
  }

  reset(): void {
    this.cancelling.reset()
    this.reason = null
    this.isReasonMissing = false
  }
}
