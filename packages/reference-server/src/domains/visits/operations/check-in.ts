import { operation } from '../../../platform/contracts/operation.ts'
import { queueMoved, visitChanged, visitCheckedIn } from '../events.ts'
import { checkIn as decide } from '../model/check-in.ts'
import { moveTo, type Safeguards, type Visit } from '../model/visit.ts'
import type { VisitsContext } from '../ports.ts'
import { notCheckinable } from '../problems.ts'
import { seatsOf } from '../store/seats.ts'
import { keepVisit } from '../store/visit-and-seats.ts'
import { findVisitOfAppointment, updateVisit, visitInsertion } from '../store/visits.ts'
import { answerOfVisit } from '../presenters/answer-of-visit.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'
import { isSameStatement, statementOf } from '../workflows/statement-of.ts'

export const checkIn = operation<VisitsContext>()('checkIn', {
  gather: async ({ path }, ports, reading) => {
    const appointment = await ports.scheduling.appointment(reading, path.appointmentId)
    const acting = await ports.directory.actingFor(reading, appointment.patientId, 'visit')
    const { type } = appointment
    const [treating, consents, intakes, { videoVendor }] = await Promise.all([
      gatherPractitioner(ports, reading, appointment.practitionerId),
      ports.consent.current(reading, appointment.patientId, type.requiredConsents),
      ports.intake.statusesOf(reading, [{ appointmentId: appointment.id, questionnaires: type.questionnaires }]),
      ports.directory.organization(reading),
    ])
    const intake = intakes.get(appointment.id)?.status ?? 'open'
    return { appointment, acting, ...treating, consents, intake, videoVendor, policy: ports.policy }
  },
  keep: async (
    { body },
    { appointment, acting, practitioner, isLicensed, consents, intake, videoVendor, policy },
    keeping,
  ) => {
    const { tx, now, newId, emit } = keeping
    const safeguards: Safeguards = { consents, isLicensed }
    const statement = statementOf(body, acting, keeping)

    /** A second check-in, on another screen or after a lost answer, finds the visit and says anew where the patient is. */
    const again = async (before: Visit): Promise<Visit> => {
      if (before.status === 'ended') throw notCheckinable()
      if (isSameStatement(before, statement)) return before
      const after = moveTo(before, statement, safeguards)
      await updateVisit(tx, keeping, before, after)
      await emit(visitChanged(after))
      return after
    }
    const first = async (): Promise<Visit> => {
      const request = {
        id: newId(),
        appointment,
        statement,
        safeguards,
        intake,
        vendor: videoVendor,
        policy,
        now,
      }
      const visit = decide(request)
      const kept = await keepVisit(tx, await visitInsertion(tx, keeping, visit), visit)
      if (kept === null) {
        const other = await findVisitOfAppointment(tx, keeping, appointment.id, 'lock')
        if (other === null) throw notCheckinable()
        return again(other)
      }
      await emit(visitCheckedIn(visit))
      await emit(queueMoved(visit.practitionerId, kept.waiting))
      return visit
    }

    const known = await findVisitOfAppointment(tx, keeping, appointment.id, 'lock')
    const visit = known ? await again(known) : await first()
    keeping.access.touch(visit.patientId)
    const seats = known ? await seatsOf(tx, visit.id) : []
    return {
      status: 201,
      headers: { location: `/v1/visits/${visit.id}` },
      body: answerOfVisit(visit, seats, practitioner, isLicensed),
    }
  },
})
