import { operation } from '../../../platform/http/operation.ts'
import { assertPayerMayHear } from '../assert-payer-may-hear.ts'
import { gatherClaimSources } from '../gather-claim-sources.ts'
import type { Finding } from '../model/finding.ts'
import type { BillingContext } from '../ports.ts'
import { claimBlocked, claimSent, noClearinghouse, versionConflict } from '../problems.ts'
import { assertChangeable, draftOf, revised } from '../revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'
import { readCoverage } from '../store/coverages.ts'
import { readTerms } from '../store/terms.ts'
import { sendClaim } from '../submit-claim.ts'
import { answerOfClaim, gatherSurroundings } from './answer-of-claim.ts'

const stale: Finding = {
  code: 'claim-stale',
  pointer: '/lines',
  severity: 'blocks',
  message: 'The visit or its note said something else since this claim was made.',
  remedy: 'Take the visit into the claim again, look at it, then send it.',
}

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
  /** Looked at once more at the moment of sending: a licence, a consent or a restriction may have changed since the desk did. */
  keep: async ({ body }, { claim: before, sources, surroundings, account, pack, policy }, keeping) => {
    if (before.version !== body.version) throw versionConflict()
    if (before.followsId !== null && (await hasOtherSuccessor(keeping.tx, before))) throw claimSent()
    await assertPayerMayHear(keeping.tx, before)
    if (before.stale) throw claimBlocked([stale])
    const checked = revised(before, draftOf(before), sources, pack, keeping, false)
    const blocking = checked.details.findings.filter(({ severity }) => severity === 'blocks')
    if (blocking.length > 0) throw claimBlocked(blocking)
    const sent = await sendClaim(keeping, before, checked, { account, policy })
    return { status: 200, body: answerOfClaim(sent, surroundings) }
  },
})
