import type { ClaimFacts } from '../../kernel/model/claim-record.ts'

type Named = Pick<ClaimFacts, 'id' | 'followsId' | 'frequency' | 'payerClaimNumber'>

/**
 * The claim of the chain whose decision a reversal (CLP02 22) reverses. The reversal repeats the payer's number of that decision (CLP07),
 * but some payers send it under the claim number (CLP01) of the correction or of the void that caused it. So the payer's number finds the
 * claim if one of the chain has it; else CLP01 does, where a void's number stands for the claim that it voids.
 */
export const reversedClaim = <C extends Named>(named: C, payerClaimNumber: string | null, chain: readonly C[]): C => {
  const original = named.frequency === 'void' ? chain.find(({ id }) => id === named.followsId) : undefined
  const meant = original ?? named
  const called = chain.filter(
    (claim) =>
      claim.frequency !== 'void' && claim.payerClaimNumber !== null && claim.payerClaimNumber === payerClaimNumber,
  )
  return called.find(({ id }) => id === meant.id) ?? called.at(-1) ?? meant
}
