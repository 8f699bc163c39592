import { operation } from '../../../../platform/contracts/operation.ts'
import { movementsOfChange } from '../workflows/capture-charges.ts'
import { accountChanged, claimChanged } from '../../events.ts'
import { withStep } from '../model/claim-lifecycle.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { claimSent } from '../../problems.ts'
import { lockAccount, moveMoney } from '../../accounts/store/accounts.ts'
import { isWithPayer } from '../store/claim-chains.ts'
import { readClaim, updateClaim } from '../store/claims.ts'
import { findLatestClaimByVisit } from '../store/related-claims.ts'
import { readSelfPayer } from '../../kernel/store/payers.ts'
import { insertVisitAccount, restrictVisit } from '../../accounts/store/visit-accounts.ts'

/**
 * From now on, nothing of this visit is disclosed to a payer (45 CFR 164.522(a)(1)(vi)): an existing claim becomes self-pay, and a later
 * one is not sent. Whether the visit is paid in full is shown by the statement; the patient's request applies immediately.
 */
export const chooseSelfPay = operation<BillingContext>()('chooseSelfPay', {
  gather: async ({ path }, { visits, directory }, context) => {
    const visit = await visits.visit(context, path.visitId)
    await directory.actingFor(context, visit.patientId, 'record')
    const practitioner = await directory.practitioner(context, visit.seenBy ?? visit.practitionerId)
    return { visit, practitioner, payer: await readSelfPayer(context.db) }
  },
  keep: async (_, { visit, practitioner, payer }, context) => {
    const { tx, now, caller } = context
    const { visitId, patientId } = visit
    // Lock the claim before the account, in the same order as every operation that moves money.
    await findLatestClaimByVisit(tx, visitId, 'for-update')
    await lockAccount(context, patientId)
    await insertVisitAccount(
      context,
      {
        visitId,
        patientId,
        practitionerId: practitioner.id,
        practitionerName: practitioner.displayName,
        visitAt: visit.startedAt ?? visit.checkedInAt,
      },
      { visitTypeName: visit.visitTypeName },
    )
    await restrictVisit(tx, visitId)
    // If a correction is not sent yet, the payer still has the claim before it, which may be paid: its whole charge is not the patient's.
    if (await isWithPayer(tx, visitId)) throw claimSent()
    // Read again now: the claim may have been created while this transaction waited for the account. A claim that is created later sees the
    // request.
    const known = await findLatestClaimByVisit(tx, visitId, 'for-update')
    if (known !== null && known.state !== 'self-pay') {
      const before = await readClaim(tx, context, known.id, 'for-update')
      const selfPaid: ClaimRecord = {
        ...before,
        payerId: payer.id,
        coverageId: null,
        blocking: 0,
        details: { ...before.details, findings: [], clearinghouseClaim: null },
      }
      const by = caller.kind === 'system' ? 'server' : 'member'
      const after = withStep(selfPaid, 'self-pay', { by, code: 'restricted' }, now)
      await updateClaim(context, before, after)
      await moveMoney(context, patientId, [{ visitId, paymentId: null, movements: movementsOfChange(before, after) }])
      await context.emit(claimChanged(after))
    } else await context.emit(accountChanged(patientId))
    return { status: 200, body: { visitId, patientId, restricted: true } }
  },
})
