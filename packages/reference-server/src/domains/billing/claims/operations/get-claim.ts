import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaim } from '../store/claims.ts'
import { findNextPayer } from '../store/next-payers.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const getClaim = operation<BillingContext>()('getClaim', {
  read: async ({ path }, _, context, ports) => {
    const claim = await readClaim(context.db, context, path.claimId)
    const [surroundings, nextPayer] = await Promise.all([
      gatherClaimContext(ports, context, claim),
      findNextPayer(context.db, claim),
    ])
    return { status: 200, body: presentClaim(claim, { ...surroundings, nextPayer }) }
  },
})
