import type { ClaimGender, Day, PersonName } from './claim.ts'

/** What a 270 (005010X279A1) asks: is this person covered on this day. */
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
  /** EQ01; 98 professional visit in the office, 30 the plan as a whole. Default both. */
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
  /** Of co-insurance: hundredths of a percent, so that 20 % is 2000. */
  readonly basisPoints: number | null
  readonly network: 'in' | 'out' | 'any' | null
}

/** What a payer allows after its refusal (AAA04): C, P and R, X, W, N, S, Y. */
export type FollowUp =
  | 'correct-and-resubmit'
  | 'resubmit'
  | 'resubmit-in-10-days'
  | 'resubmit-in-30-days'
  | 'do-not-resubmit'
  | 'inquiry-initiated'
  | 'response-follows'

export interface Rejection {
  /** AAA03, e.g. 72 invalid member id, 75 not found, 42 the payer cannot answer now. */
  readonly code: string
  /** Null when the payer did not say. */
  readonly followUp: FollowUp | null
}

/** What a 271 answers. `unknown` with a rejection of the member is a definite answer; with another, or none, it says nothing of the person. */
export interface EligibilityResponse {
  readonly status: EligibilityStatus
  /** Each once, in the payer's order. */
  readonly rejections: readonly Rejection[]
  /** The payer looked for the person and does not know them. */
  readonly memberUnknown: boolean
  /** The payer says to ask again later (AAA04 P or R; reason 42 or 80 where it is left out), and nothing forbids it: not an answer about the person. */
  readonly retry: boolean
  readonly planName: string | null
  /** Present when the payer corrects it. */
  readonly memberId: string | null
  readonly coveredFrom: Day | null
  readonly coveredTo: Day | null
  readonly benefits: readonly Benefit[]
  /** In network, for an office visit, when the payer said so. */
  readonly copayCents: number | null
  /** The patient's part of an office visit in network, in hundredths of a percent: 20 % is 2000. */
  readonly coinsuranceBasisPoints: number | null
  readonly deductibleCents: number | null
  readonly deductibleRemainingCents: number | null
}
