import type { DecideContext } from '../../../../platform/contracts/context.ts'
import { movementsOfChange } from './capture-charges.ts'
import { claimChanged } from '../../events.ts'
import { assembleClaim, type ClaimDraft } from '../model/assemble-claim.ts'
import type { BillingPack } from '../../kernel/model/billing-pack.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import { changeableStates, type ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { ClaimSources } from '../model/claim-sources.ts'
import { claimSent } from '../../problems.ts'
import { restrictionAsGathered } from '../../accounts/store/visit-accounts.ts'
import { moveMoney, type MoneyMoved } from '../../accounts/workflows/move-money.ts'
import { noOtherSuccessor, replaceClaim } from '../store/claims.ts'

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
  { now, caller }: Pick<DecideContext, 'now' | 'caller'>,
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
 * The change that stores a revised claim, and updates the account. A correction is charged once the payer has it; a claim after a void is
 * charged like a first claim. Conditional: the claim, its place in the chain and what the patient asked about disclosure are as gathered.
 */
export const changeToRevised = (
  context: DecideContext,
  before: ClaimRecord,
  after: ClaimRecord,
  { follows, restricted }: Pick<ClaimSources, 'follows' | 'restricted'>,
): MoneyMoved => {
  const isCharged = follows === null || follows.frequency === 'void'
  const movements = isCharged ? movementsOfChange(before, after) : []
  const money = moveMoney(context, after.patientId, [{ visitId: after.visitId, paymentId: null, movements }])
  return {
    writes: [
      ...noOtherSuccessor(before),
      restrictionAsGathered(after.visitId, restricted),
      ...replaceClaim(context, after, before),
      ...money.writes,
    ],
    events: [...money.events, claimChanged(after)],
  }
}
