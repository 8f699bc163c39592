import type { Keeping } from '../../platform/seams.ts'
import { claimTold } from './events.ts'
import { latestClaimOfVisit, updateClaim } from './store/claims.ts'

/**
 * The visit or its note said something else after the claim was made. The claim says so until somebody refreshes or corrects it: what was
 * sent is never changed behind the desk's back, and what was not sent is not sent as it is.
 */
export const markStale = async (
  keeping: Keeping,
  visitId: string,
  seen: { readonly noteVersion?: number; readonly visitVersion?: number },
): Promise<void> => {
  const before = await latestClaimOfVisit(keeping.tx, visitId, 'lock')
  if (before === null || before.stale || before.state === 'voided') return
  const isNews =
    (seen.noteVersion !== undefined && seen.noteVersion > before.noteVersion) ||
    (seen.visitVersion !== undefined && seen.visitVersion > before.visitVersion)
  if (!isNews) return
  const after = { ...before, stale: true, changedAt: keeping.now, version: before.version + 1 }
  await updateClaim(keeping, before, after)
  await keeping.emit(claimTold(after))
}
