import type { ClaimStatus } from './acknowledgment.ts'
import type { Claim, Day } from './claim.ts'
import type { RemittedPatient } from './remittance.ts'

/** The content of a 276 (005010X212): where is this claim? */
export interface StatusQuestion {
  /** As it was sent. */
  readonly claim: Pick<Claim, 'controlNumber' | 'payer' | 'billingProvider' | 'subscriber' | 'dependent' | 'lines'>
  /** The payer's own number of the claim, if it is known. */
  readonly payerClaimNumber: string | null
}

/** What a 277 (005010X212) says about one claim. Nothing of it is a decision or a payment: those are in the 835. */
export interface StatusAnswer {
  /** TRN02 of the question. */
  readonly trace: string
  readonly payerId: string | null
  /** NM1*1P. */
  readonly providerNpi: string | null
  readonly patient: RemittedPatient | null
  /** REF*EJ: the control number of the sent claim. */
  readonly controlNumber: string | null
  readonly payerClaimNumber: string | null
  /** In the payer's order. */
  readonly statuses: readonly ClaimStatus[]
  readonly effectiveOn: Day | null
  readonly chargeCents: number | null
  readonly paidCents: number | null
  readonly decidedOn: Day | null
  readonly paymentNumber: string | null
}
