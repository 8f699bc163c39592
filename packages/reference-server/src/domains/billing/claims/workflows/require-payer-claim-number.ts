import { decidedStates, type ClaimRecord } from '../../kernel/model/claim-record.ts'
import { claimNotAdjudicated } from '../../problems.ts'

/** Answered, by a payer whose number for it we know, and still what stands for its visit. */
export const requirePayerClaimNumber = ({ state, frequency, payerClaimNumber }: ClaimRecord): string => {
  if (!decidedStates.has(state) || frequency === 'void' || payerClaimNumber === null) throw claimNotAdjudicated()
  return payerClaimNumber
}
