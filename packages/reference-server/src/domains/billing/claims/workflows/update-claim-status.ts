import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { claimChanged } from '../../events.ts'
import { applyStatusUpdate, type ClaimStatusUpdate } from '../model/claim-lifecycle.ts'
import type { ClaimFacts, ClaimStep } from '../../kernel/model/claim-record.ts'
import { updateClaim } from '../store/claims.ts'

/** Applies a status update to a claim whose row is locked, and emits the event. Does nothing if the update adds nothing. */
export const updateClaimStatus = async (
  context: WriteContext,
  before: ClaimFacts,
  update: ClaimStatusUpdate,
  source: { readonly by: ClaimStep['by']; readonly code?: string | undefined },
): Promise<void> => {
  const after = applyStatusUpdate(before, update, source, {}, context.now)
  if (after === null) return
  await updateClaim(context, before, after)
  await context.emit(claimChanged(after))
}
