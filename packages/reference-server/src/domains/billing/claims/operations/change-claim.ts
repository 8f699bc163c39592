import { operation } from '../../../../platform/contracts/operation.ts'
import { gatherClaimSources } from '../workflows/gather-claim-sources.ts'
import type { ClaimDraft } from '../model/assemble-claim.ts'
import type { BillingContext } from '../../ports.ts'
import { claimSent, unknownCode, versionConflict } from '../../problems.ts'
import { requireChangeableClaim, draftOf, changeToRevised, reviseClaim } from '../workflows/revise-claim.ts'
import { readClaim } from '../store/claims.ts'
import { hasOtherSuccessor } from '../store/related-claims.ts'
import { readTerms } from '../../fees/store/terms.ts'
import { gatherClaimContext } from '../workflows/gather-claim-context.ts'
import { presentClaim } from '../presenters/present-claim.ts'
import type { Body } from '../../../../platform/contracts/operation.ts'

export const changeClaim = operation<BillingContext>()('changeClaim', {
  gather: async ({ path, body }, ports, context) => {
    const claim = await readClaim(context.db, context, path.claimId)
    requireChangeableClaim(claim)
    const [terms, isReplaced] = await Promise.all([readTerms(context.db), hasOtherSuccessor(context.db, claim)])
    const sources = await gatherClaimSources(ports, context, terms, {
      visitId: claim.visitId,
      rootId: claim.rootId,
      followsId: claim.followsId,
      coverage: { id: body.coverageId ?? claim.coverageId },
    })
    const surroundings = await gatherClaimContext(ports, context, {
      patientId: claim.patientId,
      practitionerId: sources.note.practitionerId,
      payerId: sources.payer.id,
      coverageId: sources.coverage?.id ?? null,
    })
    return { claim, sources, isReplaced, surroundings, pack: ports.pack }
  },
  decide: ({ body }, { claim: before, sources, isReplaced, surroundings, pack }, context) => {
    if (before.version !== body.version) throw versionConflict()
    if (isReplaced) throw claimSent()
    const draft = changedDraft(draftOf(before), body)
    const after = reviseClaim(before, draft, sources, pack, context, before.stale)
    const answer = { status: 200, body: presentClaim(after, surroundings) } as const
    return { ...changeToRevised(context, before, after, sources), answer }
  },
})

/** The services come from the note: a biller can set prices and pointers of lines, but neither add nor remove lines. */
const changedDraft = (draft: ClaimDraft, body: Body<'changeClaim'>): ClaimDraft => {
  const unknownAt = body.lines?.findIndex(({ number }) => !draft.lines.some((line) => line.number === number)) ?? -1
  if (unknownAt >= 0) throw unknownCode(`/lines/${unknownAt}/number`)
  return {
    ...draft,
    diagnoses: body.diagnosisCodes ?? draft.diagnoses,
    lines: draft.lines.map((line) => ({ ...line, ...body.lines?.find(({ number }) => number === line.number) })),
    priorAuthorization: body.priorAuthorization ?? draft.priorAuthorization,
    deskNote: body.note ?? draft.deskNote,
  }
}
