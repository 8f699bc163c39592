import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { recordDevices } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { replaceVisit } from '../store/visits.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const recordDeviceCheck = operation<VisitsContext>()('recordDeviceCheck', {
  gather: async ({ path }, ports, context) =>
    gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId)),
  decide: ({ body }, { visit, seats, practitioner, isLicensed }, { caller }) => {
    const checked = recordDevices(visit, body)
    return {
      writes: [replaceVisit(checked, visit)],
      events: [visitChanged(checked)],
      answer: { status: 200, body: presentVisit(checked, seats, practitioner, isLicensed, caller) },
    }
  },
})
