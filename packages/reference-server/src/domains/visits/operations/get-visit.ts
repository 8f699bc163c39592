import { operation } from '../../../platform/contracts/operation.ts'
import { treatingPractitioner } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { openVisit } from '../store/visits.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const getVisit = operation<VisitsContext>()('getVisit', {
  gather: async ({ path }, ports, reading) => {
    const { visit, seats } = await readVisitAndSeats(reading.db, reading, path.visitId)
    await ports.directory.actingFor(reading, visit.patientId, 'visit')
    return { visit, seats, ...(await gatherPractitioner(ports, reading, treatingPractitioner(visit))) }
  },
  read: async (_, { visit, seats, practitioner, isLicensed }, reading) => {
    const opened = await openVisit(reading.db, reading, visit)
    return { status: 200, body: answerOfVisit(opened, seats, practitioner, isLicensed) }
  },
})
