import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { recordDevices } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { takeStep } from '../workflows/take-step.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const recordDeviceCheck = operation<VisitsContext>()('recordDeviceCheck', {
  gather: ({ path }, ports, context) => gatherVisit(ports, context, path.visitId),
  keep: async ({ body }, { visit, practitioner, isLicensed }, context) => {
    const checked = await takeStep(context, visit, (before) => recordDevices(before, body))
    await context.emit(visitChanged(checked.visit))
    return { status: 200, body: presentVisit(checked.visit, checked.seats, practitioner, isLicensed) }
  },
})
