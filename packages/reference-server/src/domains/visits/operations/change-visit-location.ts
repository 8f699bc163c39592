import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { moveTo } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { takeStep } from '../workflows/take-step.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { reportedLocation } from '../workflows/reported-location.ts'

export const changeVisitLocation = operation<VisitsContext>()('changeVisitLocation', {
  gather: async ({ path }, ports, context) => {
    const loaded = await gatherVisit(ports, context, path.visitId)
    return { ...loaded, acting: await ports.directory.actingFor(context, loaded.visit.patientId, 'visit') }
  },
  keep: async ({ body }, { visit, practitioner, isLicensed, acting }, context) => {
    const reported = reportedLocation(body, acting, context)
    const moved = await takeStep(context, visit, (before) => moveTo(before, reported, { isLicensed }))
    await context.emit(visitChanged(moved.visit))
    return { status: 200, body: presentVisit(moved.visit, moved.seats, practitioner, isLicensed) }
  },
})
