import type { Write } from '../../../../platform/contracts/write.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { movementsOfChange, newVisitAccount } from '../workflows/capture-charges.ts'
import { accountChanged, claimChanged } from '../../events.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { Movement } from '../../kernel/model/account-ledger.ts'
import { sumsOf } from '../../accounts/model/visit-sums.ts'
import type { BillingContext } from '../../ports.ts'
import { claimSent } from '../../problems.ts'
import { isWithPayer, notWithPayer } from '../store/claim-chains.ts'
import { replaceClaim } from '../store/claims.ts'
import { findClaimByVisit } from '../store/related-claims.ts'
import { readSelfPayer } from '../../kernel/store/payers.ts'
import { findVisitAccount, restrictVisit } from '../../accounts/store/visit-accounts.ts'
import { moveMoneyOf } from '../../accounts/workflows/move-money.ts'

/**
 * From now on, nothing of this visit is disclosed to a payer (45 CFR 164.522(a)(1)(vi)): an existing claim becomes self-pay, and a later
 * one is not sent. Whether the visit is paid in full is shown by the statement; the patient's request applies immediately.
 */
export const chooseSelfPay = operation<BillingContext>()('chooseSelfPay', {
  gather: async ({ path }, { visits, directory }, context) => {
    const visit = await visits.visit(context, path.visitId)
    await directory.actingFor(context, visit.patientId, 'record')
    const { visitId } = visit
    const [practitioner, payer, account, claim, isSent] = await Promise.all([
      directory.practitioner(context, visit.seenBy ?? visit.practitionerId),
      readSelfPayer(context.db),
      findVisitAccount(context.db, visitId),
      findClaimByVisit(context.db, context, visitId),
      isWithPayer(context.db, visitId),
    ])
    return { visit, practitioner, payer, account, claim, isSent }
  },
  decide: (_, { visit, practitioner, payer, account, claim: before, isSent }, context) => {
    const { now, caller } = context
    const { visitId, patientId } = visit
    context.access.touch(patientId)
    // If a correction is not sent yet, the payer still has the claim before it, which may be paid: its whole charge is not the patient's.
    if (isSent) throw claimSent()
    const answer = { status: 200, body: { visitId, patientId, restricted: true } } as const
    /** A claim that is created later sees the request: it depends on the visit's account as well. */
    const restricting = (movements: readonly Movement[]): readonly Write[] => {
      if (account === null)
        return [newVisitAccount(visit, { patient: { id: patientId }, practitioner }, { restricted: true, movements })]
      return account.restricted ? [] : [restrictVisit(visitId, sumsOf(movements))]
    }
    if (before === null || before.state === 'self-pay')
      return { writes: [notWithPayer(visitId), ...restricting([])], events: [accountChanged(patientId)], answer }
    const selfPaid: ClaimRecord = {
      ...before,
      payerId: payer.id,
      coverageId: null,
      blocking: 0,
      details: { ...before.details, findings: [], clearinghouseClaim: null },
    }
    const by = caller.kind === 'system' ? 'server' : 'member'
    const after = withStep(selfPaid, 'self-pay', { by, code: 'restricted' }, now)
    const movements = movementsOfChange(before, after)
    const move = { patientId, visitId, paymentId: null, movements }
    const money = moveMoneyOf(context, [move], account?.restricted ? null : visitId)
    return {
      writes: [
        notWithPayer(visitId),
        ...restricting(movements),
        ...replaceClaim(context, after, before),
        ...money.writes,
      ],
      events: [...money.events, claimChanged(after)],
      answer,
    }
  },
})
