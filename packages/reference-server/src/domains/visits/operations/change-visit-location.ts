import { operation } from '../../../platform/contracts/operation.ts'
import { visitChanged } from '../events.ts'
import { moveTo } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { takeStep } from '../workflows/take-step.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'
import { statementOf } from '../workflows/statement-of.ts'

export const changeVisitLocation = operation<VisitsContext>()('changeVisitLocation', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherVisit(ports, reading, path.visitId)
    return { ...atHand, acting: await ports.directory.actingFor(reading, atHand.visit.patientId, 'visit') }
  },
  keep: async ({ body }, { visit, practitioner, isLicensed, acting }, keeping) => {
    const statement = statementOf(body, acting, keeping)
    const moved = await takeStep(keeping, visit, (before) => moveTo(before, statement, { isLicensed }))
    await keeping.emit(visitChanged(moved.visit))
    return { status: 200, body: answerOfVisit(moved.visit, moved.seats, practitioner, isLicensed) }
  },
})
