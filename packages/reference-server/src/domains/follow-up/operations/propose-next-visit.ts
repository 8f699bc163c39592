import { operation } from '../../../platform/contracts/operation.ts'
import { gatherDraft } from '../workflows/gather-draft.ts'
import { nextVisitChanged } from '../events.ts'
import { proposeNext, reminderOf } from '../model/summary.ts'
import type { FollowUpContext } from '../ports.ts'
import { invalidRequest, unknownVisitType } from '../problems.ts'
import { lockSummary, summaryChange, summaryInsertion } from '../store/summaries.ts'
import { describeSummary } from '../presenters/describe-summary.ts'
import { gatherExtras } from '../workflows/gather-summary.ts'

/** Already during the visit: the summary then begins as a draft. */
export const proposeNextVisit = operation<FollowUpContext>()('proposeNextVisit', {
  gather: async ({ path, body }, ports, reading) => {
    if (body.latest < body.earliest)
      throw invalidRequest([{ pointer: '/latest', code: 'out_of_order', message: 'Must not be before earliest.' }])
    const { visit, draft } = await gatherDraft(ports, reading, path.visitId)
    reading.access.requireOwner([visit.seenBy ?? visit.practitionerId, visit.practitionerId])
    const types = await ports.scheduling.visitTypes(reading)
    if (!types.some(({ id, active }) => active && id === body.visitTypeId)) throw unknownVisitType()
    if (body.practitionerId !== undefined) {
      const known = await ports.directory.practitionerSummaries(reading, [body.practitionerId])
      if (!known.has(body.practitionerId))
        throw invalidRequest([{ pointer: '/practitionerId', code: 'unknown', message: 'Must be a practitioner.' }])
    }
    return { draft, extras: await gatherExtras(ports, reading, draft), policy: ports.policy }
  },
  keep: async ({ body }, { draft, extras, policy }, keeping) => {
    const { tx, now, emit, beside } = keeping
    await (await summaryInsertion(tx, keeping, draft)).execute()
    const before = (await lockSummary(tx, keeping, draft.visitId)) ?? draft
    const proposed = proposeNext(before, {
      visitTypeId: body.visitTypeId,
      practitionerId: body.practitionerId ?? null,
      earliest: body.earliest,
      latest: body.latest,
      appointmentId: null,
    })
    const after = { ...proposed, remindAt: reminderOf(proposed, policy, now) }
    beside(await summaryChange(tx, keeping, after))
    await emit(nextVisitChanged(after))
    return { status: 200, body: describeSummary(after, extras) }
  },
})
