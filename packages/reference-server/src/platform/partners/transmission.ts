import type { WriteContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'

/** What a domain wants a partner to have: stored in the transaction of the fact that it tells, sent after the commit. */
export interface NewTransmission {
  /** Which handler sends it, e.g. `order`. */
  readonly kind: string
  /** What it is about. Two transmissions about one subject leave in the order in which they were stored. */
  readonly subjectId: string
  /** Whose information it carries: the payload is sealed under this patient's key and the disclosure is audited. */
  readonly patientId: string | null
  /** JSON. Removed once the transmission is over; what was sent is the domain's to keep. */
  readonly payload: unknown
  /** Not sent before this moment. Default: at once. */
  readonly notBefore?: Date
  /** Given up at this moment. Default: 72 hours after it may first be sent. */
  readonly expiresAt?: Date
}

export interface Transmission {
  /** Never changes over retries: the id under which the partner recognizes a repeat (message control id, idempotency key). */
  readonly id: string
  readonly organizationId: string
  readonly kind: string
  readonly subjectId: string
  readonly patientId: string | null
  /** From 1. More than 1: the partner may have it already. */
  readonly attempt: number
  readonly payload: unknown
  readonly createdAt: Date
}

/** How a transmission ended: the partner's definite answer, or time ran out, in which case it may or may not have arrived. */
export type TransmissionOutcome<Answer> =
  { readonly response: Answer } | { readonly expired: true; readonly lastFault: string }

export interface TransmissionHandler<Answer> {
  readonly kind: string
  /**
   * Runs outside any transaction. Resolves with what the partner definitely said, accepted or refused. Throws (PartnerUnavailable with
   * a code, or anything) when that is unknown or temporary: sent again later under the same id. `signal` ends the attempt in time.
   */
  readonly send: (transmission: Transmission, signal: AbortSignal) => Promise<Answer>
  /** Runs in the one transaction that marks the transmission as over. Throwing rolls back; it is sent again, a few times. */
  readonly settle: (
    context: WriteContext,
    transmission: Transmission,
    outcome: TransmissionOutcome<Answer>,
  ) => Promise<void>
  /** How the disclosure is audited, besides action `export` and the patient. Purpose: `HOPERAT` unless said. */
  readonly audit: Pick<AccessRow, 'entity' | 'because'> & { readonly purpose?: AccessRow['purpose'] }
  /** Whether anything left with this answer; when not, the opening is audited (`execute`) and no disclosure. Default: always. */
  readonly disclosed?: (response: Answer) => boolean
  /** Most under way at once, over all organizations; one organization has at most half. Default 16. */
  readonly concurrency?: number
}

/** The handler as the sender sees it: every `TransmissionHandler<Answer>` is one. */
export interface BoundTransmissionHandler extends Omit<TransmissionHandler<unknown>, 'settle' | 'disclosed'> {
  readonly disclosed?: (response: never) => boolean
  readonly settle: (
    context: WriteContext,
    transmission: Transmission,
    outcome: TransmissionOutcome<never>,
  ) => Promise<void>
}
