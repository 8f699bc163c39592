import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { treatingPractitioner } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { listSeatsByVisit } from '../store/seats.ts'
import { findVisitByAppointment } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const getVisitOfAppointment = operation<VisitsContext>()('getVisitOfAppointment', {
  gather: async ({ path }, ports, context) => {
    const visit = await findVisitByAppointment(context.db, context, path.appointmentId)
    if (visit === null) throw notFound('not checked in')
    await ports.directory.actingFor(context, visit.patientId, 'visit')
    return { visit, ...(await gatherPractitioner(ports, context, treatingPractitioner(visit))) }
  },
  read: async (_, { visit, practitioner, isLicensed }, { db }) => ({
    status: 200,
    body: presentVisit(visit, await listSeatsByVisit(db, visit.id), practitioner, isLicensed),
  }),
})
