import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { nothingToDo } from '../../../../platform/contracts/reaction.ts'
import { claimChanged } from '../../events.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import { replaceClaim } from '../store/claims.ts'

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
export const markClaimStale = (
  context: Pick<DecideContext, 'access' | 'newId' | 'now'>,
  before: ClaimFacts,
  seen: SourceVersions,
): Change<void> | typeof nothingToDo => {
  if (!outdatesClaim(before, seen)) return nothingToDo
  const after = { ...before, stale: true, changedAt: context.now, version: before.version + 1 }
  return { writes: replaceClaim(context, after, before), events: [claimChanged(after)], answer: undefined }
}
