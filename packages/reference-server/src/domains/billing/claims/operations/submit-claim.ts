import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { lookAtClaimAgain } from '../workflows/look-at-claim-again.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse, versionConflict } from '../../problems.ts'
import { assertChangeable } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readCoverage } from '../../coverages/store/coverages.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { sendClaim } from '../workflows/send-claim.ts'
import { gatherSurroundings } from '../workflows/gather-surroundings.ts'
import { answerOfClaim } from '../presenters/answer-of-claim.ts'

export const submitClaim = operation<BillingContext>()('submitClaim', {
  gather: async ({ path }, ports, reading) => {
    const claim = await readClaim(reading.db, reading, path.claimId)
    assertChangeable(claim)
    const access = ports.clearinghouse.of(reading.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const [terms, coverage] = await Promise.all([
      readTerms(reading.db),
      claim.coverageId === null ? null : readCoverage(reading.db, reading, claim.coverageId),
    ])
    const { visitId, rootId, followsId } = claim
    const asked = { visitId, rootId, followsId, coverage: { found: coverage } }
    const [sources, surroundings] = await Promise.all([
      gatherClaimSources(ports, reading, terms, asked),
      gatherSurroundings(ports, reading, claim, { terms, coverage }),
    ])
    return { claim, sources, surroundings, account: access.account, pack: ports.pack, policy: ports.policy }
  },
  keep: async ({ body }, { claim: before, sources, surroundings, account, pack, policy }, keeping) => {
    if (before.version !== body.version) throw versionConflict()
    const checked = await lookAtClaimAgain(keeping.tx, before, sources, pack, keeping)
    const sent = await sendClaim(keeping, before, checked, { account, policy })
    return { status: 200, body: answerOfClaim(sent, surroundings) }
  },
})
