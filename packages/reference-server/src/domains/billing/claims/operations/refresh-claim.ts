import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import { draftFromNote } from '../model/assemble-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { claimSent } from '../../problems.ts'
import { requireChangeableClaim, draftOf, changeToRevised, reviseClaim } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'

export const refreshClaim = operation<BillingContext>()('refreshClaim', {
  gather: async ({ path }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requireChangeableClaim(claim)
    const [terms, isReplaced] = await Promise.all([readTerms(context.db), hasOtherSuccessor(context.db, claim)])
    const sources = await gatherClaimSources(ports, context, terms, {
      visitId: claim.visitId,
      rootId: claim.rootId,
      followsId: claim.followsId,
      coverage: claim.coverageId === null ? 'by-day' : { id: claim.coverageId },
    })
    const surroundings = await gatherClaimContext(ports, context, {
      patientId: claim.patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { claim, sources, isReplaced, surroundings, pack: ports.pack }
  },
  decide: (_, { claim: before, sources, isReplaced, surroundings, pack }, context) => {
    if (isReplaced) throw claimSent()
    const draft = { ...draftOf(before), ...draftFromNote(sources, pack) }
    const after = reviseClaim(before, draft, sources, pack, context, false)
    const answer = { status: 200, body: presentClaim(after, surroundings) } as const
    return { ...changeToRevised(context, before, after, sources), answer }
  },
})
