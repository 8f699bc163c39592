import { operation } from '../../../../platform/contracts/operation.ts'
import type { BillingContext } from '../../ports.ts'
import { readClaimOfVisit } from '../store/related-claims.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'

export const getClaimOfVisit = operation<BillingContext>()('getClaimOfVisit', {
  read: async ({ path }, _, reading, ports) => {
    const claim = await readClaimOfVisit(reading.db, reading, path.visitId)
    return { status: 200, body: answerOfClaim(claim, await gatherSurroundings(ports, reading, claim)) }
  },
})
