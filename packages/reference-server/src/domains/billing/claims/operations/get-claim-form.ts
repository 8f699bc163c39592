import { operation } from '../../../../platform/contracts/operation.ts'
import { requirePayerDisclosureAllowed } from '../workflows/require-payer-disclosure-allowed.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { revalidateClaim } from '../workflows/revalidate-claim.ts'
import { cms1500 } from '../model/cms-1500.ts'
import type { BillingContext } from '../../ports.ts'
import { claimBlocked } from '../../problems.ts'
import { isChangeable } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readTerms } from '../../fees/store/terms.ts'

/**
 * A form goes to a payer like an 837P, so an unsent claim is printed only if it could be sent. The form of a sent claim repeats what was
 * sent, as an appeal requires. Nothing is printed of a visit that must not be disclosed to a payer.
 */
export const getClaimForm = operation<BillingContext>()('getClaimForm', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    if (!isChangeable(claim)) return { claim, sources: null }
    const { visitId, rootId, followsId, coverageId } = claim
    const asked = { visitId, rootId, followsId, coverage: { id: coverageId } }
    return { claim, sources: await gatherClaimSources(ports, context, await readTerms(context.db), asked) }
  },
  read: async (_, { claim, sources }, context, { pack }) => {
    const { db } = context
    if (sources === null) await requirePayerDisclosureAllowed(db, claim)
    const { id, patientId, details } =
      sources === null ? claim : await revalidateClaim(db, claim, sources, pack, context)
    if (details.clearinghouseClaim === null) throw claimBlocked(details.findings)
    const boxes = cms1500(details.clearinghouseClaim, { planName: details.clearinghouseClaim.payer.name })
    return { status: 200, body: { claimId: id, patientId, boxes: [...boxes] } }
  },
})
