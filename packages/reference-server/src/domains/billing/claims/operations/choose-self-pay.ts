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
 * From here on no payer hears of this visit (45 CFR 164.522(a)(1)(vi)): a claim that was made is taken off the way, and one that comes
 * later stays here. Whether it is paid in full is the statement's to say; the wish holds from when it is spoken.
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
    // The claim before the account, as everybody does who moves money.
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
    // Of a correction that lies here the payer has the claim before it, paid perhaps: its charge is not the patient's as a whole.
    if (await isWithPayer(tx, visitId)) throw claimSent()
    // Looked for only now: it may have been made while the account was waited for. Anyone who makes one from here on sees the wish.
    const known = await findLatestClaimByVisit(tx, visitId, 'for-update')
    if (known !== null && known.state !== 'self-pay') {
      const before = await readClaim(tx, context, known.id, 'for-update')
      const selfPaid: ClaimRecord = {
        ...before,
        payerId: payer.id,
        coverageId: null,
        blocking: 0,
        details: { ...before.details, findings: [], wire: null },
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
