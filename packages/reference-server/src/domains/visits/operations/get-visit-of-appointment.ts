import { operation } from '../../../platform/contracts/operation.ts'
import { notFound } from '../../../platform/problems/problem.ts'
import { treatingPractitioner } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { seatsOf } from '../store/seats.ts'
import { findVisitOfAppointment } from '../store/visits.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'

export const getVisitOfAppointment = operation<VisitsContext>()('getVisitOfAppointment', {
  gather: async ({ path }, ports, reading) => {
    const visit = await findVisitOfAppointment(reading.db, reading, path.appointmentId)
    if (visit === null) throw notFound('not checked in')
    await ports.directory.actingFor(reading, visit.patientId, 'visit')
    return { visit, ...(await gatherPractitioner(ports, reading, treatingPractitioner(visit))) }
  },
  read: async (_, { visit, practitioner, isLicensed }, { db }) => ({
    status: 200,
    body: answerOfVisit(visit, await seatsOf(db, visit.id), practitioner, isLicensed),
  }),
})
