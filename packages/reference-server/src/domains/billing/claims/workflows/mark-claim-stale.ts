import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { updateClaim } from '../store/claims.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'

export interface SourceVersions {
  readonly noteVersion?: number
  readonly visitVersion?: number
}

/** Whether a claim was made from an older version of its sources and is not marked as stale yet. */
export const outdatesClaim = (claim: ClaimFacts, { noteVersion, visitVersion }: SourceVersions): boolean =>
  !claim.stale &&
  claim.state !== 'voided' &&
  ((noteVersion !== undefined && noteVersion > claim.noteVersion) ||
    (visitVersion !== undefined && visitVersion > claim.visitVersion))

/**
 * The visit or its note has changed since the claim was made. The claim is stale until a person refreshes or corrects it: a sent claim is
 * never changed automatically, and a stale claim is not sent.
 */
export const markClaimStale = async (context: WriteContext, visitId: string, seen: SourceVersions): Promise<void> => {
  const before = await findLatestClaimByVisit(context.tx, visitId, 'for-update')
  if (before === null || !outdatesClaim(before, seen)) return
  const after = { ...before, stale: true, changedAt: context.now, version: before.version + 1 }
  await updateClaim(context, before, after)
  await context.emit(claimChanged(after))
}
