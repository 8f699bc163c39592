import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { endVisitWithSeats } from '../workflows/end-visit-with-seats.ts'
import { ownersOf } from '../model/visit.ts'
import { readVisit } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const endVisit = operation<VisitsContext>()('endVisit', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherVisit(ports, context, path.visitId)
    context.access.requireOwner(ownersOf(loaded.visit))
    return loaded
  },
  keep: async ({ path, body }, { practitioner, isLicensed }, context) => {
    const before = await readVisit(context.tx, context, path.visitId, 'for-update')
    const { visit, seats } = await endVisitWithSeats(context, before, body.outcome)
    return { status: 200, body: presentVisit(visit, seats, practitioner, isLicensed) }
  },
})
