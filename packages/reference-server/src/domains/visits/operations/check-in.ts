import type { components } from '@visitkit/contract'
import type { Change } from '../../../platform/contracts/change.ts'
import { operation } from '../../../platform/contracts/operation.ts'
import { queueChanged, visitChanged, visitCheckedIn } from '../events.ts'
import { checkIn as enter, requireEmergencyContact } from '../model/check-in.ts'
import type { Seat } from '../model/seat.ts'
import { consentsOf, moveTo, type Safeguards, type Visit } from '../model/visit.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import type { VisitsContext } from '../ports.ts'
import { checkInNotAllowed } from '../problems.ts'
import { findVisitAndQueue } from '../store/visit-and-seats.ts'
import { decryptVisit, insertVisit, replaceVisit } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherConsents } from '../workflows/gather-consents.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'
import { isSameLocation, reportedLocation } from '../workflows/reported-location.ts'

interface Answer {
  readonly status: 201
  readonly headers: Record<string, string>
  readonly body: components['schemas']['Visit']
}

export const checkIn = operation<VisitsContext>()('checkIn', {
  gather: async ({ path, body }, ports, context) => {
    const appointment = await ports.scheduling.appointment(context, path.appointmentId)
    const { id, patientId, practitionerId, type } = appointment
    const acting = await ports.directory.actingFor(context, patientId, 'visit')
    const [{ known, waiting }, treating, consents, intakes, { videoVendor }] = await Promise.all([
      findVisitAndQueue(context.db, context, id, practitionerId),
      gatherPractitioner(ports, context, practitionerId),
      gatherConsents(ports, context, appointment, body.location.state),
      ports.intake.statusesOf(context, [{ appointmentId: id, questionnaires: type.questionnaires }]),
      ports.directory.organization(context),
    ])
    return {
      appointment,
      acting,
      known: known && { visit: await decryptVisit(context.db, context, known.visit), seats: known.seats },
      waiting,
      ...treating,
      consents,
      intake: intakes.get(id)?.status ?? 'open',
      videoVendor,
      policy: ports.policy,
    }
  },

  decide: ({ body }, gathered, context): Change<Answer> => {
    const { appointment, acting, known, waiting, practitioner, isLicensed, consents, intake, videoVendor, policy } =
      gathered
    const { now, newId, access } = context
    const safeguards: Safeguards = { consents, isLicensed }
    const reported = reportedLocation(body, acting, context)
    const answer = (visit: Visit, seats: readonly Seat[]): Answer => ({
      status: 201,
      headers: { location: `/v1/visits/${visit.id}` },
      body: presentVisit(visit, seats, practitioner, isLicensed, context.caller),
    })
    access.touch(appointment.patientId)

    /** A second check-in, on another screen or after a lost response, finds the existing visit and updates the patient's location. */
    const again = (before: Visit, seats: readonly Seat[]): Change<Answer> => {
      if (before.status === 'ended') throw checkInNotAllowed()
      requireEmergencyContact(reported)
      if (isSameLocation(before, reported)) return { answer: answer(before, seats) }
      const after = moveTo(before, reported, safeguards)
      return { writes: [replaceVisit(after, before)], events: [visitChanged(after)], answer: answer(after, seats) }
    }
    if (known !== null) return again(known.visit, known.seats)
    const visit = enter({ id: newId(), appointment, reported, safeguards, intake, vendor: videoVendor, policy, now })
    access.permittedBy(consentsOf(visit, safeguards))
    const { id: visitId, patientId, practitionerId } = visit
    const queue = patientsInQueue([...waiting, { visitId, patientId, practitionerId }], practitionerId)
    return {
      writes: [insertVisit(visit)],
      events: [visitCheckedIn(visit), queueChanged(practitionerId, queue)],
      answer: answer(visit, []),
    }
  },
})
