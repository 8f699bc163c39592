import type { AdjudicatedClaim } from './adjudicate.ts'
import type { SubmittedClaim } from './submitted-claim.ts'

/** A claim that a payer has. */
export interface KnownClaim {
  readonly number: string
  readonly claim: SubmittedClaim
  readonly fingerprint: string
  adjudicated: AdjudicatedClaim | null
}
