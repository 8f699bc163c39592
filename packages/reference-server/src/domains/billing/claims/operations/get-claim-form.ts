import { partTwoRefused } from '../../../../platform/sensitive/part-two-refused.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import { requirePayerDisclosureAllowed } from '../workflows/require-payer-disclosure-allowed.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { revalidateClaim } from '../workflows/revalidate-claim.ts'
import { cms1500 } from '../model/cms-1500.ts'
import type { BillingContext } from '../../ports.ts'
import { claimBlocked } from '../../problems.ts'
import { isChangeable } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'
import { findVisitAccount } from '../../accounts/store/visit-accounts.ts'
import { readTerms } from '../../fees/store/terms.ts'

/**
 * A form goes to a payer like an 837P, so an unsent claim is printed only if it could be sent. The form of a sent claim repeats what was
 * sent, as an appeal requires. Nothing is printed of a visit that must not be disclosed to a payer.
 */
export const getClaimForm = operation<BillingContext>()('getClaimForm', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    if (!isChangeable(claim)) {
      const account = await findVisitAccount(context.db, claim.visitId)
      requirePayerDisclosureAllowed(claim, account?.restricted ?? false)
      return claim
    }
    const { visitId, rootId, followsId, coverageId } = claim
    const asked = { visitId, rootId, followsId, coverage: { id: coverageId } }
    const [terms, isReplaced] = await Promise.all([readTerms(context.db), hasOtherSuccessor(context.db, claim)])
    const sources = await gatherClaimSources(ports, context, terms, asked)
    return revalidateClaim(claim, sources, isReplaced, ports.pack, context)
  },
  read: async (_, { id, patientId, visitId, details }, { caller, now }, { partTwo }) => {
    if (details.clearinghouseClaim === null) throw claimBlocked(details.findings)
    const asked = { recipient: 'health-plans', purpose: 'payment', information: 'bills' } as const
    const answer = await partTwo.ask(caller.organizationId, { patientId, visitId }, asked, now)
    if (answer.outcome === 'refused') throw partTwoRefused(answer.code)
    const notice = answer.outcome === 'permitted' ? answer.statement.shortNotice.slice(0, -1) : null
    const boxes = cms1500(details.clearinghouseClaim, { planName: details.clearinghouseClaim.payer.name, notice })
    return { status: 200, body: { claimId: id, patientId, boxes: [...boxes] } }
  },
})
