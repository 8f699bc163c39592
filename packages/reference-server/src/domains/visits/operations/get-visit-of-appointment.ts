import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import type { VisitsContext } from '../ports.ts'
import { findVisitOfAppointment } from '../store/visit-and-seats.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherVisit } from '../workflows/gather-visit.ts'

export const getVisitOfAppointment = operation<VisitsContext>()('getVisitOfAppointment', {
  gather: async ({ path }, ports, context) => {
    const stored = await findVisitOfAppointment(context.db, context, path.appointmentId)
    if (stored === null) throw notFound('not checked in')
    return gatherVisit(ports, context, stored)
  },
  read: async (_, { visit, seats, practitioner, isLicensed }, { caller }) => ({
    status: 200,
    body: presentVisit(visit, seats, practitioner, isLicensed, caller),
  }),
})
