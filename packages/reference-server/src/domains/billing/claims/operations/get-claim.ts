import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaim } from '../store/claims.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'

export const getClaim = operation<BillingContext>()('getClaim', {
  read: async ({ path }, _, reading, ports) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    return { status: 200, body: answerOfClaim(claim, await gatherSurroundings(ports, reading, claim)) }
  },
})
