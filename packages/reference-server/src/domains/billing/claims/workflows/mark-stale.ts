import type { Keeping } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { updateClaim } from '../store/claims.ts'
import { latestClaimOfVisit } from '../store/related-claims.ts'

export interface Seen {
  readonly noteVersion?: number
  readonly visitVersion?: number
}

/** Whether a claim was made from less than what is seen now, and does not say so yet. */
export const isNews = (claim: ClaimFacts, { noteVersion, visitVersion }: Seen): boolean =>
  !claim.stale &&
  claim.state !== 'voided' &&
  ((noteVersion !== undefined && noteVersion > claim.noteVersion) ||
    (visitVersion !== undefined && visitVersion > claim.visitVersion))

/**
 * The visit or its note said something else after the claim was made. The claim says so until somebody refreshes or corrects it: what was
 * sent is never changed behind the desk's back, and what was not sent is not sent as it is.
 */
export const markStale = async (keeping: Keeping, visitId: string, seen: Seen): Promise<void> => {
  const before = await latestClaimOfVisit(keeping.tx, visitId, 'lock')
  if (before === null || !isNews(before, seen)) return
  const after = { ...before, stale: true, changedAt: keeping.now, version: before.version + 1 }
  await updateClaim(keeping, before, after)
  await keeping.emit(claimChanged(after))
}
