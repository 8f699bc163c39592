import { operation } from '../../../../platform/contracts/operation.ts'
import { movementsOfChange } from '../workflows/capture-charges.ts'
import { accountChanged, claimChanged } from '../../events.ts'
import { withStep } from '../model/claim-life.ts'
import type { ClaimRecord } from '../../kernel/model/claim-record.ts'
import type { BillingContext } from '../../ports.ts'
import { claimSent } from '../../problems.ts'
import { lockAccount, moveMoney } from '../../accounts/store/accounts.ts'
import { isWithPayer } from '../store/claim-chains.ts'
import { readClaim, updateClaim } from '../store/claims.ts'
import { latestClaimOfVisit } from '../store/related-claims.ts'
import { selfPayer } from '../../kernel/store/payers.ts'
import { openVisitAccount, restrictVisit } from '../../accounts/store/visit-accounts.ts'

/**
 * From here on no payer hears of this visit (45 CFR 164.522(a)(1)(vi)): a claim that was made is taken off the way, and one that comes
 * later stays here. Whether it is paid in full is the statement's to say; the wish holds from when it is spoken.
 */
export const payMyself = operation<BillingContext>()('payMyself', {
  gather: async ({ path }, { visits, directory }, reading) => {
    const visit = await visits.visit(reading, path.visitId)
    await directory.actingFor(reading, visit.patientId, 'record')
    const practitioner = await directory.practitioner(reading, visit.seenBy ?? visit.practitionerId)
    return { visit, practitioner, payer: await selfPayer(reading.db) }
  },
  keep: async (_, { visit, practitioner, payer }, keeping) => {
    const { tx, now, caller } = keeping
    const { visitId, patientId } = visit
    // The claim before the account, as everybody does who moves money.
    await latestClaimOfVisit(tx, visitId, 'lock')
    await lockAccount(keeping, patientId)
    await openVisitAccount(
      keeping,
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
    // Looked for only now: it may have been made while the account was waited for. Whoever makes one from here on sees the wish.
    const known = await latestClaimOfVisit(tx, visitId, 'lock')
    if (known !== null && known.state !== 'patient-pays') {
      const before = await readClaim(tx, keeping, known.id, 'lock')
      const kept: ClaimRecord = {
        ...before,
        payerId: payer.id,
        coverageId: null,
        blocking: 0,
        details: { ...before.details, findings: [], wire: null },
      }
      const by = caller.kind === 'system' ? 'server' : 'member'
      const after = withStep(kept, 'patient-pays', { by, code: 'restricted' }, now)
      await updateClaim(keeping, before, after)
      await moveMoney(keeping, patientId, [{ visitId, paymentId: null, movements: movementsOfChange(before, after) }])
      await keeping.emit(claimChanged(after))
    } else await keeping.emit(accountChanged(patientId))
    return { status: 200, body: { visitId, patientId, restricted: true } }
  },
})
