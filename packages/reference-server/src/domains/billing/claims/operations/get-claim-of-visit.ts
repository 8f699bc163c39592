import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaimByVisit } from '../store/related-claims.ts'
import { findNextPayer } from '../store/next-payers.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const getClaimOfVisit = operation<BillingContext>()('getClaimOfVisit', {
  read: async ({ path }, _, context, ports) => {
    const claim = await readClaimByVisit(context.db, context, path.visitId)
    const [surroundings, nextPayer] = await Promise.all([
      gatherClaimContext(ports, context, claim),
      findNextPayer(context.db, claim),
    ])
    return { status: 200, body: presentClaim(claim, { ...surroundings, nextPayer }) }
  },
})
