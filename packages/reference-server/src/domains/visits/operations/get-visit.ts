import { operation } from '../../../platform/http/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { openVisit } from '../store/visits.ts'
import { answerOfVisit } from './answer-of-visit.ts'
import { gatherVisit } from './gather-visit.ts'

export const getVisit = operation<VisitsContext>()('getVisit', {
  gather: ({ path }, ports, reading) => gatherVisit(ports, reading, path.visitId),
  read: async (_, { visit: stored, practitioner, isLicensed }, reading) => {
    const [visit, seats] = await Promise.all([openVisit(reading.db, reading, stored), seatsOf(reading.db, stored.id)])
    return { status: 200, body: answerOfVisit(visit, seats, practitioner, isLicensed) }
  },
})
