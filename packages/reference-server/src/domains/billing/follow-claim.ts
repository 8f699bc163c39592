import type { Keeping } from '../../platform/seams.ts'
import { claimTold } from './events.ts'
import { stateAfter, withStep, type ClaimNews } from './model/claim-life.ts'
import type { ClaimFacts, ClaimStep } from './model/claim-record.ts'
import { updateClaim } from './store/claims.ts'

/**
 * Takes a claim whose row is locked to where the news leads it, and tells. Answers the claim as it is then; unchanged when the news are
 * none, such as a 999 that comes after the payer's own word.
 */
export const followClaim = async <C extends ClaimFacts>(
  keeping: Keeping,
  before: C,
  news: ClaimNews,
  said: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
  more: Partial<Pick<ClaimFacts, 'payerClaimNumber' | 'paidCents' | 'patientCents'>> = {},
): Promise<C> => {
  const state = stateAfter(before.state, news)
  const isMore =
    (more.payerClaimNumber !== undefined && more.payerClaimNumber !== before.payerClaimNumber) ||
    (more.paidCents !== undefined && more.paidCents !== before.paidCents) ||
    (more.patientCents !== undefined && more.patientCents !== before.patientCents)
  if (state === null && !isMore) return before
  const known = { ...before, ...more }
  const after =
    state === null
      ? { ...known, changedAt: keeping.now, version: before.version + 1 }
      : withStep(known, state, said, keeping.now)
  await updateClaim(keeping, before, after)
  await keeping.emit(claimTold(after))
  return after
}
