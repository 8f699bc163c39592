import type { Appointment, CancellationReason, VisitClient } from '@visitkit/sdk'
import { IdempotencyKeys } from '../core/idempotency-keys.ts'
import { Loader } from '../core/loader.ts'
import type { VisitElement } from '../core/visit-element.ts'

/** The reasons that a patient can give. */
export type PatientReason = Exclude<CancellationReason, 'practitioner-unavailable'>

/** Cancels an appointment, without rendering. */
export class CancelFlow {
  readonly cancelling: Loader<Appointment>
  reason: PatientReason | null = null
  /** Whether the person pressed the button without a reason. */
  isReasonMissing = false
  readonly #keys = new IdempotencyKeys()

  constructor(host: VisitElement) {
    this.cancelling = new Loader(host)
  }

  async cancel(client: VisitClient, { id }: Appointment): Promise<Appointment | undefined> {
    const { reason } = this
    this.isReasonMissing = reason === null
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
