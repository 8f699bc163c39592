import type { Write } from './write.ts'

/** A message of a domain to a partner: stored with the fact, sent after the commit. */
export interface NewTransmission {
  /** The handler that sends it, e.g. `order`. */
  readonly kind: string
  /** The subject. Two transmissions with the same subject are sent in the order in which they were stored. */
  readonly subjectId: string
  /** The patient whose information it carries: the payload is encrypted under the patient's key and the disclosure is audited. */
  readonly patientId: string | null
  /** The visit of which it says something; null if it is about none. A visit about substance use is sent by the patient's consent only. */
  readonly visitId: string | null
  /** JSON. Deleted once the transmission is over; the domain stores what was sent. */
  readonly payload: unknown
  /** Not sent before this time. Default: at once. */
  readonly notBefore?: Date
  /** Given up at this time. Default: 72 hours after `notBefore`. */
  readonly expiresAt?: Date
}

/** Part of a change. `id` is a new one; the partner recognizes a repeat by it. */
export interface EnqueuedTransmission extends NewTransmission {
  readonly id: string
  /**
   * No earlier transmission about its subject waits. It may then be stored as claimed by the process that stores it, which sends it without
   * a claim and without reading it.
   */
  readonly isFirst?: true
  /** For `send` in that process: what was decided with it, so that it need not be read. Not stored. */
  readonly known?: unknown
}

/** Stores transmissions as part of a change, and has them sent after its commit. */
export interface TransmissionQueue {
  /**
   * Throws if one of them would disclose a visit about substance use without the patient's consent, so that the person who asks for it
   * learns it at once. The sender asks again.
   */
  requirePermitted(
    domain: string,
    organizationId: string,
    transmissions: readonly EnqueuedTransmission[],
    now: Date,
  ): Promise<void>
  insert(domain: string, transmission: EnqueuedTransmission, now: Date): Write
  /** Called after the commit. */
  wake(domain: string, organizationId: string, transmission: EnqueuedTransmission, now: Date): void
}
