import type { Keeping } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import { followed, type ClaimNews } from '../model/claim-life.ts'
import type { ClaimFacts, ClaimStep } from '../../kernel/model/claim-record.ts'
import { updateClaim } from '../store/claims.ts'

/** Takes one claim whose row is locked to where the news leads it, and tells. Nothing when the news are none. */
export const followClaim = async (
  keeping: Keeping,
  before: ClaimFacts,
  news: ClaimNews,
  said: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
): Promise<void> => {
  const after = followed(before, news, said, {}, keeping.now)
  if (after === null) return
  await updateClaim(keeping, before, after)
  await keeping.emit(claimChanged(after))
}
