import { decidedStates, type ClaimRecord } from '../../kernel/model/claim-record.ts'
import { claimNotAdjudicated } from '../../problems.ts'

/** Requires a claim that the payer has adjudicated under a known payer claim number, and that was not replaced or voided. */
export const requirePayerClaimNumber = ({ state, frequency, payerClaimNumber }: ClaimRecord): string => {
  if (!decidedStates.has(state) || frequency === 'void' || payerClaimNumber === null) throw claimNotAdjudicated()
  return payerClaimNumber
}
