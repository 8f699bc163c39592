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

/** Whether it is still here: no payer has it, and it went no other way. A void says what its original said. */
export const isChangeable = ({ state, frequency }: Pick<ClaimRecord, 'state' | 'frequency'>): boolean =>
  changeableStates.has(state) && frequency !== 'void'

/** Throws `claim_sent` for one that is not. */
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

/** The claim as its draft and its sources make it now; nothing is kept yet. */
export const reviseClaim = (
  before: ClaimRecord,
  draft: ClaimDraft,
  sources: ClaimSources,
  pack: BillingPack,
  { now, caller }: Pick<WriteContext, 'now' | 'caller'>,
  stale: boolean,
): ClaimRecord => {
  const { noteVersion, visitVersion, ...assembled } = assembleClaim(sources, draft, pack, now)
  // A claim that is still stale was not made from what the note says now.
  const made = stale ? {} : { noteVersion, visitVersion }
  const next: ClaimRecord = { ...before, ...assembled, ...made, stale }
  const by = caller.kind === 'system' ? 'server' : 'member'
  return assembled.state === before.state
    ? { ...next, changedAt: now, version: before.version + 1 }
    : withStep(next, assembled.state, { by }, now)
}

/** Keeps a revised claim whose row is locked, and brings the account in step. A correction charges nothing until the payer has it; what follows a void is charged as a first claim is. */
export const updateRevisedClaim = async (
  context: WriteContext,
  before: ClaimRecord,
  after: ClaimRecord,
  sources: ClaimSources,
): Promise<void> => {
  await requireNotRestrictedSince(context.tx, sources)
  // One that came back while another took its place is history.
  if (before.followsId !== null && (await hasOtherSuccessor(context.tx, before))) throw claimSent()
  await updateClaim(context, before, after)
  if (sources.follows === null || sources.follows.frequency === 'void') {
    const movements = movementsOfChange(before, after)
    await moveMoney(context, after.patientId, [{ visitId: after.visitId, paymentId: null, movements }])
  }
  await context.emit(claimChanged(after))
}
