import type { ClaimFacts } from '../../kernel/model/claim-record.ts'

type Named = Pick<ClaimFacts, 'id' | 'followsId' | 'frequency' | 'payerClaimNumber'>

/**
 * Whose decision a reversal (CLP02 22) takes back, of the chain of the claim in whose name it comes (CLP01). It repeats the number under which
 * the payer decided (CLP07), and some payers say it in the name of the correction or of the void that brought it about; so that number finds the
 * claim, where a claim of the chain has it. Where none has, the name holds; a void's own name stands for what it voids.
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
