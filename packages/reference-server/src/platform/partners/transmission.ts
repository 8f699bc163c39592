import type { Change } from '../contracts/change.ts'
import type { ReadContext } from '../contracts/context.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import type { PartTwoDisclosure, PartTwoStatement } from '../contracts/part-two.ts'

export interface Transmission {
  /** Never changes over retries: the partner recognizes a repeat by it (message control id, idempotency key). */
  readonly id: string
  readonly organizationId: string
  readonly kind: string
  readonly subjectId: string
  readonly patientId: string | null
  /** The visit of which it says something. */
  readonly visitId: string | null
  /** From 1. If greater than 1, the partner may already have it. */
  readonly attempt: number
  readonly payload: unknown
  readonly createdAt: Date
  /** Only in the process that stored it, at its first attempt. */
  readonly known?: unknown
}

/**
 * How a transmission ended: with the partner's definite response, or by expiry, in which case it may or may not have arrived. One that may
 * not be sent (42 CFR part 2) ends like one that expired, at once, with its code as the fault.
 */
export type TransmissionOutcome<Answer> =
  { readonly response: Answer } | { readonly expired: true; readonly lastFault: string }

/**
 * How a kind of message stands to 42 CFR part 2. `none`: it says nothing of a visit to anyone who is not the patient or works for the
 * organization; `why` says how.
 */
export type PartTwoDeclaration =
  | { readonly discloses: 'none'; readonly why: string }
  | {
      readonly discloses: (payload: unknown) => PartTwoDisclosure
      /**
       * The payload with the notice and the scope of the consent (2.32). Null if they do not fit. `no-place`: the format has none, and nothing
       * of this kind is sent about such a visit, with or without a consent.
       */
      readonly accompany: ((payload: unknown, statement: PartTwoStatement) => unknown) | 'no-place'
    }

export interface TransmissionHandler<Answer> {
  readonly kind: string
  /** Asked before each attempt, and before it is stored for a person. A handler without an answer does not compile. */
  readonly partTwo: PartTwoDeclaration
  /**
   * Runs outside any transaction. Resolves with the partner's definite response, accepted or refused. Throws (PartnerUnavailable with a
   * code, or any error) if the result is unknown or temporary: it is then sent again later under the same id. `signal` aborts the attempt
   * at its timeout.
   */
  readonly send: (transmission: Transmission, signal: AbortSignal) => Promise<Answer>
  /** The change that is stored with the end of the transmission. If it throws, the transmission is sent again, a few times. */
  readonly conclude: Conclude<Answer>
  /** The audit row of the disclosure, in addition to action `export` and the patient. Default purpose: `HOPERAT`. */
  readonly audit: Pick<AccessRow, 'entity' | 'because'> & { readonly purpose?: AccessRow['purpose'] }
  /**
   * Whether anything was disclosed with this response. If not, the decryption is audited (`execute`) instead of a disclosure. Default:
   * always.
   */
  readonly disclosed?: (response: Answer) => boolean
  /** Maximum number under way, over all organizations; one organization has at most half. Default 16. */
  readonly concurrency?: number
}

/** Gathers what the outcome concerns, and decides. Called again, with `isRepeated`, if it has changed in the meantime. */
export type Conclude<Answer> = (
  context: ReadContext,
  transmission: Transmission,
  outcome: TransmissionOutcome<Answer>,
  again: { readonly isRepeated: boolean },
) => Promise<Change<void>>

/** The handler as the sender uses it. Every `TransmissionHandler<Answer>` is assignable to it. */
export interface BoundTransmissionHandler extends Omit<TransmissionHandler<unknown>, 'conclude' | 'disclosed'> {
  readonly disclosed?: (response: never) => boolean
  readonly conclude: Conclude<never>
}
