import { operation } from '../../../platform/contracts/operation.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import { nextVisitChanged } from '../events.ts'
import { proposeNext, reminderOf } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest, unknownVisitType } from '../problems.ts'
import { lockSummary, updateSummaryStatement, insertSummaryStatement } from '../store/summaries.ts'
import { presentSummary } from '../presenters/present-summary.ts'
import { gatherExtras } from '../workflows/gather-summary.ts'

/** Also allowed during the visit: the summary then begins as a draft. */
export const proposeNextVisit = operation<FollowUpContext>()('proposeNextVisit', {
  gather: async ({ path, body }, ports, context) => {
    if (body.latest < body.earliest)
      throw invalidRequest([{ pointer: '/latest', code: 'out_of_order', message: 'Must not be before earliest.' }])
    const { visit, draft } = await gatherDraft(ports, context, path.visitId)
    context.access.requireOwner([visit.seenBy ?? visit.practitionerId, visit.practitionerId])
    const types = await ports.scheduling.visitTypes(context)
    if (!types.some(({ id, active }) => active && id === body.visitTypeId)) throw unknownVisitType()
    if (body.practitionerId !== undefined) {
      const known = await ports.directory.practitionerSummaries(context, [body.practitionerId])
      if (!known.has(body.practitionerId))
        throw invalidRequest([{ pointer: '/practitionerId', code: 'unknown', message: 'Must be a practitioner.' }])
    }
    return { draft, extras: await gatherExtras(ports, context, draft), policy: ports.policy }
  },
  keep: async ({ body }, { draft, extras, policy }, context) => {
    const { tx, now, emit, defer } = context
    await (await insertSummaryStatement(tx, context, draft)).execute()
    const before = (await lockSummary(tx, context, draft.visitId)) ?? draft
    const proposed = proposeNext(before, {
      visitTypeId: body.visitTypeId,
      practitionerId: body.practitionerId ?? null,
      earliest: body.earliest,
      latest: body.latest,
      appointmentId: null,
    })
    const after = { ...proposed, remindAt: reminderOf(proposed, policy, now) }
    defer(await updateSummaryStatement(tx, context, after))
    await emit(nextVisitChanged(after))
    return { status: 200, body: presentSummary(after, extras) }
  },
})
