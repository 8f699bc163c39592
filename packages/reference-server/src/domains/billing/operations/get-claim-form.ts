import { operation } from '../../../platform/http/operation.ts'
import { assertPayerMayHear } from '../assert-payer-may-hear.ts'
import { cms1500 } from '../model/cms-1500.ts'
import type { BillingContext } from '../ports.ts'
import { claimBlocked } from '../problems.ts'
import { readClaim } from '../store/claims.ts'

/** A form goes to a payer as an 837P does: nothing is printed of a visit that no payer is to hear of. */
export const getClaimForm = operation<BillingContext>()('getClaimForm', {
  read: async ({ path }, _, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    await assertPayerMayHear(reading.db, claim)
    const { id, patientId, details } = claim
    if (details.wire === null) throw claimBlocked(details.findings)
    const boxes = cms1500(details.wire, { planName: details.wire.payer.name })
    return { status: 200, body: { claimId: id, patientId, boxes: [...boxes] } }
  },
})
