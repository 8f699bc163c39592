import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { draftFromNote } from '../model/assemble-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { versionConflict } from '../../problems.ts'
import { requireChangeableClaim, draftOf, updateRevisedClaim, reviseClaim } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const refreshClaim = operation<BillingContext>()('refreshClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requireChangeableClaim(claim)
    const terms = await readTerms(context.db)
    const sources = await gatherClaimSources(ports, context, terms, {
      visitId: claim.visitId,
      rootId: claim.rootId,
      followsId: claim.followsId,
      coverage: claim.coverageId === null ? 'by-day' : { id: claim.coverageId },
    })
    const claimContext = await gatherClaimContext(ports, context, {
      patientId: claim.patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return {
      version: claim.version,
      sources,
      surroundings: claimContext,
      pack: ports.pack,
    }
  },
  keep: async ({ path }, { version, sources, surroundings: claimContext, pack }, context) => {
    const before = await readClaim(context.tx, context, path.claimId, 'for-update')
    if (before.version !== version) throw versionConflict()
    requireChangeableClaim(before)
    const draft = { ...draftOf(before), ...draftFromNote(sources, pack) }
    const after = reviseClaim(before, draft, sources, pack, context, false)
    await updateRevisedClaim(context, before, after, sources)
    return { status: 200, body: presentClaim(after, claimContext) }
  },
})
