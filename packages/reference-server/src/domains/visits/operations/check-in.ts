import { operation } from '../../../platform/contracts/operation.ts'
import { queueChanged, visitChanged, visitCheckedIn } from '../events.ts'
import { checkIn as decide } from '../model/check-in.ts'
import { moveTo, type Safeguards, type Visit } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { checkInNotAllowed } from '../problems.ts'
import { listSeatsByVisit } from '../store/seats.ts'
import { writeVisit } from '../store/visit-and-seats.ts'
import { findVisitByAppointment, updateVisit, insertVisitStatement } from '../store/visits.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'
import { isSameLocation, reportedLocation } from '../workflows/reported-location.ts'

export const checkIn = operation<VisitsContext>()('checkIn', {
  gather: async ({ path }, ports, context) => {
    const appointment = await ports.scheduling.appointment(context, path.appointmentId)
    const acting = await ports.directory.actingFor(context, appointment.patientId, 'visit')
    const { type } = appointment
    const [treating, consents, intakes, { videoVendor }] = await Promise.all([
      gatherPractitioner(ports, context, appointment.practitionerId),
      ports.consent.current(context, appointment.patientId, type.requiredConsents),
      ports.intake.statusesOf(context, [{ appointmentId: appointment.id, questionnaires: type.questionnaires }]),
      ports.directory.organization(context),
    ])
    const intake = intakes.get(appointment.id)?.status ?? 'open'
    return { appointment, acting, ...treating, consents, intake, videoVendor, policy: ports.policy }
  },
  keep: async (
    { body },
    { appointment, acting, practitioner, isLicensed, consents, intake, videoVendor, policy },
    context,
  ) => {
    const { tx, now, newId, emit } = context
    const safeguards: Safeguards = { consents, isLicensed }
    const reported = reportedLocation(body, acting, context)

    /** A second check-in, on another screen or after a lost response, finds the existing visit and updates the patient's location. */
    const again = async (before: Visit): Promise<Visit> => {
      if (before.status === 'ended') throw checkInNotAllowed()
      if (isSameLocation(before, reported)) return before
      const after = moveTo(before, reported, safeguards)
      await updateVisit(tx, context, before, after)
      await emit(visitChanged(after))
      return after
    }
    const first = async (): Promise<Visit> => {
      const request = {
        id: newId(),
        appointment,
        reported,
        safeguards,
        intake,
        vendor: videoVendor,
        policy,
        now,
      }
      const visit = decide(request)
      const written = await writeVisit(tx, await insertVisitStatement(tx, context, visit), visit)
      if (written === null) {
        const other = await findVisitByAppointment(tx, context, appointment.id, 'for-update')
        if (other === null) throw checkInNotAllowed()
        return again(other)
      }
      await emit(visitCheckedIn(visit))
      await emit(queueChanged(visit.practitionerId, written.waiting))
      return visit
    }

    const known = await findVisitByAppointment(tx, context, appointment.id, 'for-update')
    const visit = known ? await again(known) : await first()
    context.access.touch(visit.patientId)
    const seats = known ? await listSeatsByVisit(tx, visit.id) : []
    return {
      status: 201,
      headers: { location: `/v1/visits/${visit.id}` },
      body: presentVisit(visit, seats, practitioner, isLicensed),
    }
  },
})
