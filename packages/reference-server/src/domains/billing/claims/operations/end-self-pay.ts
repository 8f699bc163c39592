import { operation } from '../../../../platform/contracts/operation.ts'
import { accountChanged, claimChanged } from '../../events.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import type { BillingContext } from '../../ports.ts'
import { restrictionRequestMissing } from '../../problems.ts'
import { replaceClaim } from '../store/claims.ts'
import { findClaimByVisit } from '../store/related-claims.ts'
import { endRestriction, findVisitAccount } from '../../accounts/store/visit-accounts.ts'

/**
 * The patient ends what `chooseSelfPay` began (45 CFR 164.522(a)(2)). How they asked is the reason of the audit record, and a step in the
 * history of the claim. The claim itself stays as it is: the clinic refreshes it, or not.
 */
export const endSelfPay = operation<BillingContext>()('endSelfPay', {
  gather: async ({ path }, { visits, directory }, context) => {
    const { visitId, patientId } = await visits.visit(context, path.visitId)
    const acting = await directory.actingFor(context, patientId, 'record')
    const [account, claim] = await Promise.all([
      findVisitAccount(context.db, visitId),
      findClaimByVisit(context.db, context, visitId),
    ])
    return { visitId, patientId, acting, account, claim }
  },
  decide: ({ body }, { visitId, patientId, acting, account, claim: before }, context) => {
    const { now, access } = context
    access.touch(patientId)
    const byStaff = acting.as === 'staff'
    if (byStaff && body.asked === undefined) throw restrictionRequestMissing()
    access.because(byStaff && body.asked ? `restriction-ended-${body.asked}` : 'restriction-ended')
    const answer = { status: 200, body: { visitId, patientId, restricted: false } } as const
    if (account === null || !account.restricted) return { answer }
    const after = before && withStep(before, before.state, { by: 'member', code: 'restriction-ended' }, now)
    return {
      writes: [endRestriction(visitId), ...(after && before ? replaceClaim(context, after, before) : [])],
      events: [accountChanged(patientId), ...(after ? [claimChanged(after)] : [])],
      answer,
    }
  },
})
