import { operation } from '../../../platform/http/operation.ts'
import { visitTold } from '../events.ts'
import { moveTo } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { readVisit, updateVisit } from '../store/visits.ts'
import { answerOfVisit } from './answer-of-visit.ts'
import { gatherVisit } from './gather-visit.ts'
import { statementOf } from './statement-of.ts'

export const changeVisitLocation = operation<VisitsContext>()('changeVisitLocation', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherVisit(ports, reading, path.visitId)
    return { ...atHand, acting: await ports.directory.actingFor(reading, atHand.visit.patientId, 'visit') }
  },
  keep: async ({ path, body }, { practitioner, isLicensed, acting }, keeping) => {
    const before = await readVisit(keeping.tx, keeping, path.visitId, 'lock')
    const after = moveTo(before, statementOf(body, acting, keeping), { isLicensed })
    await updateVisit(keeping.tx, keeping, before, after)
    await keeping.emit(visitTold('changed', after))
    const seats = await seatsOf(keeping.tx, after.id)
    return { status: 200, body: answerOfVisit(after, seats, practitioner, isLicensed) }
  },
})
