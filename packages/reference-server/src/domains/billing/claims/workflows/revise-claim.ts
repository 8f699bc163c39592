import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { requireNotRestrictedSince } from './require-not-restricted-since.ts'
import { movementsOfChange } from './capture-charges.ts'
import { claimChanged } from '../../events.ts'
import { assembleClaim, type ClaimDraft } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import { changeableStates, type ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { claimSent } from '../../problems.ts'
import { moveMoney } from '../../accounts/store/accounts.ts'
import { updateClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'

/** Whether it can be changed: no payer has it, and it was not closed. A void repeats its original and cannot be changed. */
export const isChangeable = ({ state, frequency }: Pick<ClaimRecord, 'state' | 'frequency'>): boolean =>
  changeableStates.has(state) && frequency !== 'void'

/** Throws `claim_sent` if the claim cannot be changed. */
export const requireChangeableClaim = (claim: Pick<ClaimRecord, 'state' | 'frequency'>): void => {
  if (!isChangeable(claim)) throw claimSent()
}

export const draftOf = (claim: ClaimRecord): ClaimDraft => ({
  number: claim.number,
  diagnoses: claim.details.diagnoses,
  lines: claim.details.lines.map((line) => ({ ...line, outcome: null })),
  priorAuthorization: claim.details.priorAuthorization,
  deskNote: claim.details.deskNote,
})

/** The claim from its draft and its sources. Nothing is stored yet. */
export const reviseClaim = (
  before: ClaimRecord,
  draft: ClaimDraft,
  sources: ClaimSources,
  pack: BillingPack,
  { now, caller }: Pick<WriteContext, 'now' | 'caller'>,
  stale: boolean,
): ClaimRecord => {
  const { noteVersion, visitVersion, ...assembled } = assembleClaim(sources, draft, pack, now)
  // A claim that is still stale was not made from the current note.
  const made = stale ? {} : { noteVersion, visitVersion }
  const next: ClaimRecord = { ...before, ...assembled, ...made, stale }
  const by = caller.kind === 'system' ? 'server' : 'member'
  return assembled.state === before.state
    ? { ...next, changedAt: now, version: before.version + 1 }
    : withStep(next, assembled.state, { by }, now)
}

/**
 * Stores a revised claim whose row is locked, and updates the account. A correction is charged once the payer has it; a claim after a void
 * is charged like a first claim.
 */
export const updateRevisedClaim = async (
  context: WriteContext,
  before: ClaimRecord,
  after: ClaimRecord,
  sources: ClaimSources,
): Promise<void> => {
  await requireNotRestrictedSince(context.tx, sources)
  // A rejected claim that another has replaced can no longer be changed.
  if (before.followsId !== null && (await hasOtherSuccessor(context.tx, before))) throw claimSent()
  await updateClaim(context, before, after)
  if (sources.follows === null || sources.follows.frequency === 'void') {
    const movements = movementsOfChange(before, after)
    await moveMoney(context, after.patientId, [{ visitId: after.visitId, paymentId: null, movements }])
  }
  await context.emit(claimChanged(after))
}
