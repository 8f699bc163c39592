import { operation } from '../../../../platform/contracts/operation.ts'
import { assertPayerMayHear } from '../workflows/assert-payer-may-hear.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { lookAtClaimAgain } from '../workflows/look-at-claim-again.ts'
import { cms1500 } from '../model/cms-1500.ts'
import type { BillingContext } from '../../ports.ts'
import { claimBlocked } from '../../problems.ts'
import { isChangeable } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readTerms } from '../../fees/store/terms.ts'

/**
 * A form goes to a payer as an 837P does: of a claim that is still here it is printed exactly when the claim might be sent. Of one that went
 * out it repeats what was sent, as an appeal needs it; nothing at all is printed of a visit that no payer is to hear of.
 */
export const getClaimForm = operation<BillingContext>()('getClaimForm', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    if (!isChangeable(claim)) return { claim, sources: null }
    const { visitId, rootId, followsId, coverageId } = claim
    const asked = { visitId, rootId, followsId, coverage: { id: coverageId } }
    return { claim, sources: await gatherClaimSources(ports, reading, await readTerms(reading.db), asked) }
  },
  read: async (_, { claim, sources }, reading, { pack }) => {
    const { db } = reading
    if (sources === null) await assertPayerMayHear(db, claim)
    const { id, patientId, details } =
      sources === null ? claim : await lookAtClaimAgain(db, claim, sources, pack, reading)
    if (details.wire === null) throw claimBlocked(details.findings)
    const boxes = cms1500(details.wire, { planName: details.wire.payer.name })
    return { status: 200, body: { claimId: id, patientId, boxes: [...boxes] } }
  },
})
