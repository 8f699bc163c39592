import { operation } from '../../../platform/http/operation.ts'
import { visitTold } from '../events.ts'
import { noteDevices } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { readVisit, updateVisit } from '../store/visits.ts'
import { answerOfVisit } from './answer-of-visit.ts'
import { gatherVisit } from './gather-visit.ts'

export const recordDeviceCheck = operation<VisitsContext>()('recordDeviceCheck', {
  gather: ({ path }, ports, reading) => gatherVisit(ports, reading, path.visitId),
  keep: async ({ path, body }, { practitioner, isLicensed }, keeping) => {
    const before = await readVisit(keeping.tx, keeping, path.visitId, 'lock')
    const after = noteDevices(before, body)
    await updateVisit(keeping.tx, keeping, before, after)
    await keeping.emit(visitTold('changed', after))
    const seats = await seatsOf(keeping.tx, after.id)
    return { status: 200, body: answerOfVisit(after, seats, practitioner, isLicensed) }
  },
})
