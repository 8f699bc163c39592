import { operation } from '../../../platform/contracts/operation.ts'
import type { VisitsContext } from '../ports.ts'
import { readVisitAndSeats } from '../store/visit-and-seats.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const getVisit = operation<VisitsContext>()('getVisit', {
  gather: async ({ path }, ports, context) =>
    gatherVisit(ports, context, await readVisitAndSeats(context.db, context, path.visitId)),
  read: async (_, { visit, seats, practitioner, isLicensed }, { caller }) => ({
    status: 200,
    body: presentVisit(visit, seats, practitioner, isLicensed, caller),
  }),
})
