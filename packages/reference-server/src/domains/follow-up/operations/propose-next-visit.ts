import { operation } from '../../../platform/contracts/operation.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import { nextVisitChanged } from '../events.ts'
import { proposeNext, reminderOf } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest, unknownVisitType } from '../problems.ts'
import { findSummary, replaceSummaryFacts, writeSummary } from '../store/summaries.ts'
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
    const [before, extras] = await Promise.all([
      findSummary(context.db, context, draft.visitId),
      gatherExtras(ports, context, draft),
    ])
    return { draft, before, extras, policy: ports.policy }
  },
  decide: ({ body }, { draft, before, extras, policy }, { now }) => {
    const proposed = proposeNext(before ?? draft, {
      visitTypeId: body.visitTypeId,
      practitionerId: body.practitionerId ?? null,
      earliest: body.earliest,
      latest: body.latest,
      appointmentId: null,
    })
    const after = { ...proposed, remindAt: reminderOf(proposed, policy, now) }
    return {
      writes: [before === null ? writeSummary(after, null) : replaceSummaryFacts(after, before)],
      events: [nextVisitChanged(after)],
      answer: { status: 200, body: presentSummary(after, extras) },
    }
  },
})
