import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { revalidateClaim } from '../workflows/revalidate-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { noClearinghouse, versionConflict } from '../../problems.ts'
import { requireChangeableClaim } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readCoverage } from '../../coverages/store/coverages.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { sendClaim } from '../workflows/send-claim.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const submitClaim = operation<BillingContext>()('submitClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requireChangeableClaim(claim)
    const access = ports.clearinghouse.of(context.caller.organizationId)
    if (access === null) throw noClearinghouse()
    const [terms, coverage] = await Promise.all([
      readTerms(context.db),
      claim.coverageId === null ? null : readCoverage(context.db, context, claim.coverageId),
    ])
    const { visitId, rootId, followsId } = claim
    const asked = { visitId, rootId, followsId, coverage: { found: coverage } }
    const [sources, claimContext] = await Promise.all([
      gatherClaimSources(ports, context, terms, asked),
      gatherClaimContext(ports, context, claim, { terms, coverage }),
    ])
    return {
      claim,
      sources,
      surroundings: claimContext,
      account: access.account,
      pack: ports.pack,
      policy: ports.policy,
    }
  },
  keep: async ({ body }, { claim: before, sources, surroundings: claimContext, account, pack, policy }, context) => {
    if (before.version !== body.version) throw versionConflict()
    const checked = await revalidateClaim(context.tx, before, sources, pack, context)
    const sent = await sendClaim(context, before, checked, { account, policy })
    return { status: 200, body: presentClaim(sent, claimContext) }
  },
})
