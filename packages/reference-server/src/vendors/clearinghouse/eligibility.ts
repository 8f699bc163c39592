import { PartnerUnavailable } from '../../platform/partners/partner-unavailable.ts'
import type { ClaimGender, Day, PersonName } from './claim.ts'

/** The content of a 270 (005010X279A1): is this person covered on this day? */
export interface EligibilityRequest {
  readonly payer: { readonly id: string; readonly name: string }
  readonly provider: { readonly organizationName: string; readonly npi: string }
  readonly subscriber: {
    readonly memberId: string
    readonly name: PersonName
    readonly birthDay: Day
    readonly gender: ClaimGender
  }
  readonly dependent: { readonly name: PersonName; readonly birthDay: Day; readonly gender: ClaimGender } | null
  readonly serviceDay: Day
  /** EQ01; 98 professional visit in the office, 30 health benefit plan coverage. Default: those of the account, or both. */
  readonly serviceTypes?: readonly string[]
}

export type EligibilityStatus = 'active' | 'inactive' | 'unknown'

export interface Benefit {
  /** EB01: A co-insurance, B co-payment, C deductible, G out of pocket... */
  readonly information: string
  /** EB03, e.g. 30, 98. */
  readonly serviceTypes: readonly string[]
  /** EB02: IND, FAM... */
  readonly level: string | null
  /** EB06: 23 calendar year, 27 visit, 29 remaining... */
  readonly period: string | null
  readonly amountCents: number | null
  /** For co-insurance: hundredths of a percent, so 20 % is 2000. */
  readonly basisPoints: number | null
  readonly network: 'in' | 'out' | 'any' | null
}

/** What a payer permits after a rejection (AAA04): C, P and R, X, W, N, S, Y. */
export type FollowUp =
  | 'correct-and-resubmit'
  | 'resubmit'
  | 'resubmit-in-10-days'
  | 'resubmit-in-30-days'
  | 'do-not-resubmit'
  | 'inquiry-initiated'
  | 'response-follows'

export interface Rejection {
  /** AAA03, e.g. 72 invalid member id, 75 not found, 42 unable to respond at the current time. */
  readonly code: string
  /** Null if the payer did not send one. */
  readonly followUp: FollowUp | null
}

/** A person as a 271 names them: what is absent was not stated. */
export interface NamedPerson {
  readonly last: string | null
  readonly first: string | null
  readonly birthDay: Day | null
  /** The payer says that it corrected one of these (INS03 001, INS04 25). */
  readonly isCorrected: boolean
}

/** From whom a 271 is, for whom, and about whom. */
export interface EligibilityOrigin {
  /** ISA06, ISA08 and ISA15. */
  readonly senderId: string
  readonly receiverId: string
  readonly usage: 'production' | 'test'
  /** NM109 of the payer, if it is a payer id (PI), as in the inquiry. */
  readonly payerId: string | null
  readonly providerNpi: string | null
  readonly memberId: string | null
  readonly subscriber: NamedPerson | null
  readonly dependent: NamedPerson | null
}

/** A 271 as it came, and the reader of this server with its version. */
export interface OriginalResponse {
  readonly reader: 'x12-271/1'
  readonly text: string
}

/** A 271 that cannot be read, or that answers another inquiry. */
export class UnusableResponse extends PartnerUnavailable {
  readonly original: OriginalResponse

  constructor(code: 'foreign:271' | 'nonsense:271', original: OriginalResponse, cause: unknown) {
    super(code, { cause })
    this.original = original
  }
}

/**
 * The content of a 271. `unknown` with a rejection of the member is a definite response. With another rejection, or none, it states
 * nothing about the person.
 */
export interface EligibilityResponse {
  /** As it came; absent where it is only read. */
  readonly original?: OriginalResponse
  readonly origin: EligibilityOrigin
  /** It says two things that exclude each other: active and inactive, unknown and covered, or two persons for one inquiry. */
  readonly contradicts: boolean
  readonly status: EligibilityStatus
  /** Without repeats, in the payer's order. */
  readonly rejections: readonly Rejection[]
  /** The payer searched for the person without a match. */
  readonly memberUnknown: boolean
  /**
   * The payer requests another inquiry later (AAA04 P or R; reason 42 or 80 if it is absent), and no rejection forbids it. This is not a
   * response about the person.
   */
  readonly retry: boolean
  readonly planName: string | null
  /** Present if the payer corrects it. */
  readonly memberId: string | null
  readonly coveredFrom: Day | null
  readonly coveredTo: Day | null
  readonly benefits: readonly Benefit[]
  /** In network, for an office visit, if the payer stated it. */
  readonly copayCents: number | null
  /** The patient's co-insurance of an office visit in network, in hundredths of a percent: 20 % is 2000. */
  readonly coinsuranceBasisPoints: number | null
  readonly deductibleCents: number | null
  readonly deductibleRemainingCents: number | null
}
