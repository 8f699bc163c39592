import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { closeVisit } from '../workflows/close-visit.ts'
import { ownersOf } from '../model/visit.ts'
import { readVisit } from '../store/visits.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const endVisit = operation<VisitsContext>()('endVisit', {
  gather: async ({ path }, ports, reading) => {
    const atHand = await gatherVisit(ports, reading, path.visitId)
    reading.access.requireOwner(ownersOf(atHand.visit))
    return atHand
  },
  keep: async ({ path, body }, { practitioner, isLicensed }, keeping) => {
    const before = await readVisit(keeping.tx, keeping, path.visitId, 'lock')
    const { visit, seats } = await closeVisit(keeping, before, body.outcome)
    return { status: 200, body: answerOfVisit(visit, seats, practitioner, isLicensed) }
  },
})
