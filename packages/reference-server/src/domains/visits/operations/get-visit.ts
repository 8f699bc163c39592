import { operation } from '../../../platform/contracts/operation.ts'
import { treatingPractitioner } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { decryptVisit } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const getVisit = operation<VisitsContext>()('getVisit', {
  gather: async ({ path }, ports, context) => {
    const { visit, seats } = await readVisitAndSeats(context.db, context, path.visitId)
    await ports.directory.actingFor(context, visit.patientId, 'visit')
    return { visit, seats, ...(await gatherPractitioner(ports, context, treatingPractitioner(visit))) }
  },
  read: async (_, { visit, seats, practitioner, isLicensed }, context) => {
    const opened = await decryptVisit(context.db, context, visit)
    return { status: 200, body: presentVisit(opened, seats, practitioner, isLicensed) }
  },
})
