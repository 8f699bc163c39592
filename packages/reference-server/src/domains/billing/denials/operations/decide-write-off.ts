import { operation } from '../../../../platform/contracts/operation.ts'
import type { DecideContext } from '../../../../platform/contracts/context.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { findVisitAccount, openAsGathered, type VisitAccount } from '../../accounts/store/visit-accounts.ts'
import { moveMoney, type MoneyMoved } from '../../accounts/workflows/move-money.ts'
import { withStep } from '../../claims/model/claim-lifecycle.ts'
import { noOtherSuccessor, readClaimFacts, replaceClaim } from '../../claims/store/claims.ts'
import { claimChanged, claimWorkChanged, writeOffChanged } from '../../events.ts'
import { writeOff as takeOff } from '../../kernel/model/account-ledger.ts'
import type { ClaimFacts } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { secondPersonNeeded, versionConflict, writeOffNotPossible } from '../../problems.ts'
import { canWriteOff, type WriteOff } from '../../kernel/model/write-off.ts'
import { presentWriteOff } from '../presenters/present-claim-work.ts'
import { hasSuccessor } from '../store/successors.ts'
import { readWriteOff, replaceWriteOff } from '../store/write-offs.ts'
import { gatherNames } from '../workflows/gather-names.ts'

export const decideWriteOff = operation<BillingContext>()('decideWriteOff', {
  gather: async ({ path }, ports, context) => {
    const { db, caller } = context
    const before = await readWriteOff(db, context, path.writeOffId)
    const claim = await readClaimFacts(db, context, before.claimId)
    const [account, isFollowed, names] = await Promise.all([
      findVisitAccount(db, before.visitId),
      hasSuccessor(db, claim),
      gatherNames(ports, context, [before.askedBy, caller.personId]),
    ])
    return { before, claim, account, isFollowed, names }
  },
  decide: ({ body }, { before, claim, account, isFollowed, names }, context) => {
    const { caller, now } = context
    context.access.touch(before.patientId)
    if (before.version !== body.version || before.state !== 'asked') throw versionConflict()
    const state = body.approved ? 'approved' : 'refused'
    const decided: WriteOff = {
      ...before,
      state,
      decidedBy: caller.personId,
      decidedAt: now,
      version: before.version + 1,
    }
    const { writes, events } = body.approved
      ? approval(context, decided, claim, isFollowed ? null : account)
      : { writes: [], events: [] }
    const { claimId, patientId, visitId } = decided
    return {
      writes: [replaceWriteOff(decided, before), ...writes],
      events: [claimWorkChanged({ claimId, patientId, visitId }), writeOffChanged(decided), ...events],
      answer: { status: 200, body: presentWriteOff(decided, names, caller.personId) },
    }
  },
})

/** Money moves only if exactly the amount that was asked for is still open, and no correction or void has been made. */
const approval = (
  context: DecideContext,
  { askedBy, amountCents, patientId, visitId }: WriteOff,
  claim: ClaimFacts,
  account: VisitAccount | null,
): MoneyMoved => {
  if (askedBy === context.caller.personId) throw secondPersonNeeded()
  if (account?.insuranceCents !== amountCents || !canWriteOff(claim, amountCents)) throw writeOffNotPossible()
  const after = withStep(claim, 'written-off', { by: 'member' }, context.now)
  const money = moveMoney(context, patientId, [{ visitId, paymentId: null, movements: takeOff(amountCents) }])
  const conditions: readonly Write[] = [
    ...noOtherSuccessor({ id: claim.id, followsId: claim.id }),
    openAsGathered(account),
  ]
  return {
    writes: [...conditions, ...replaceClaim(context, after, claim), ...money.writes],
    events: [claimChanged(after), ...money.events],
  }
}
