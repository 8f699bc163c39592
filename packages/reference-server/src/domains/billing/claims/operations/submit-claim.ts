import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { revalidateClaim } from '../workflows/revalidate-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse, versionConflict } from '../../problems.ts'
import { requireChangeableClaim } from '../workflows/revise-claim.ts'
import { noOtherSuccessor, readClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'
import { readCoverage } from '../../coverages/store/coverages.ts'
import { findVisitAccount, restrictionAsGathered } from '../../accounts/store/visit-accounts.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { sendClaim } from '../workflows/send-claim.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { requireSendingTerms } from '../workflows/require-sending-terms.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const submitClaim = operation<BillingContext>()('submitClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requireChangeableClaim(claim)
    const access = ports.clearinghouse.of(context.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const { visitId, rootId, followsId } = claim
    const [terms, coverage, isReplaced, visitAccount] = await Promise.all([
      readTerms(context.db),
      claim.coverageId === null ? null : readCoverage(context.db, context, claim.coverageId),
      hasOtherSuccessor(context.db, claim),
      findVisitAccount(context.db, visitId),
    ])
    const asked = { visitId, rootId, followsId, coverage: { found: coverage }, account: visitAccount }
    const [sources, surroundings] = await Promise.all([
      gatherClaimSources(ports, context, terms, asked),
      gatherClaimContext(ports, context, claim, { terms, coverage }),
    ])
    const { account } = access
    const sending = requireSendingTerms({ account, policy: ports.policy, lastControlNumber: terms.lastControlNumber })
    return { claim, sources, isReplaced, surroundings, sending, pack: ports.pack }
  },
  decide: ({ body }, { claim: before, sources, isReplaced, surroundings, sending, pack }, context) => {
    if (before.version !== body.version) throw versionConflict()
    const checked = revalidateClaim(before, sources, isReplaced, pack, context)
    const { claim, writes, ...sent } = sendClaim(context, before, checked, sending)
    const conditions = [...noOtherSuccessor(before), restrictionAsGathered(before.visitId, sources.restricted)]
    return {
      ...sent,
      writes: [...conditions, ...writes],
      answer: { status: 200, body: presentClaim(claim, surroundings) },
    }
  },
})
