import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { locationOf, moveTo } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { replaceVisit } from '../store/visits.ts'
import { gatherConsentsOf } from '../workflows/gather-consents.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { reportedLocation } from '../workflows/reported-location.ts'

export const changeVisitLocation = operation<VisitsContext>()('changeVisitLocation', {
  gather: async ({ path, body }, ports, context) => {
    const loaded = await gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId))
    return { ...loaded, consents: await gatherConsentsOf(ports, context, loaded.visit, { state: body.location.state }) }
  },
  decide: ({ body }, { visit, seats, acting, practitioner, isLicensed, consents }, context) => {
    const moved = moveTo(visit, reportedLocation(body, acting, context, locationOf(visit)), { consents, isLicensed })
    return {
      writes: [replaceVisit(moved, visit)],
      events: [visitChanged(moved)],
      answer: { status: 200, body: presentVisit(moved, seats, practitioner, isLicensed, context.caller) },
    }
  },
})
