import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { updateClaim } from '../store/claims.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'

export interface SourceVersions {
  readonly noteVersion?: number
  readonly visitVersion?: number
}

/** Whether a claim was made from less than what is seen now, and does not say so yet. */
export const outdatesClaim = (claim: ClaimFacts, { noteVersion, visitVersion }: SourceVersions): boolean =>
  !claim.stale &&
  claim.state !== 'voided' &&
  ((noteVersion !== undefined && noteVersion > claim.noteVersion) ||
    (visitVersion !== undefined && visitVersion > claim.visitVersion))

/**
 * The visit or its note said something else after the claim was made. The claim says so until somebody refreshes or corrects it: what was
 * sent is never changed behind the desk's back, and what was not sent is not sent as it is.
 */
export const markClaimStale = async (context: WriteContext, visitId: string, seen: SourceVersions): Promise<void> => {
  const before = await findLatestClaimByVisit(context.tx, visitId, 'for-update')
  if (before === null || !outdatesClaim(before, seen)) return
  const after = { ...before, stale: true, changedAt: context.now, version: before.version + 1 }
  await updateClaim(context, before, after)
  await context.emit(claimChanged(after))
}
