import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { noteDevices } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { takeStep } from '../workflows/take-step.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const recordDeviceCheck = operation<VisitsContext>()('recordDeviceCheck', {
  gather: ({ path }, ports, reading) => gatherVisit(ports, reading, path.visitId),
  keep: async ({ body }, { visit, practitioner, isLicensed }, keeping) => {
    const checked = await takeStep(keeping, visit, (before) => noteDevices(before, body))
    await keeping.emit(visitChanged(checked.visit))
    return { status: 200, body: answerOfVisit(checked.visit, checked.seats, practitioner, isLicensed) }
  },
})
