import { operation } from '../../../platform/contracts/operation.ts'
import { emergencyAdmissionChanged, queueChanged, visitAdmitted, visitCheckedIn } from '../events.ts'
import { visitAtCheckIn } from '../model/check-in.ts'
import { admitInEmergency as admit, type EmergencyAdmission } from '../model/emergency-admission.ts'
import { consentsOf, ownersOf } from '../model/visit.ts'
import { patientsInQueue } from '../model/waiting-patient.ts'
import type { VisitsContext } from '../ports.ts'
import { checkInRequired } from '../problems.ts'
import { presentVisit } from '../presenters/present-visit.ts'
import { emergencyAdmissions } from '../store/emergency-admissions.ts'
import { findVisitAndQueue } from '../store/visit-and-seats.ts'
import { decryptVisit, insertVisit, replaceVisit } from '../store/visits.ts'
import { gatherConsents } from '../workflows/gather-consents.ts'
import { gatherPractitioner } from '../workflows/gather-visit.ts'
import { reportedLocation } from '../workflows/reported-location.ts'

/**
 * Of a patient who waits, or has not checked in: a person who cannot decide cannot check in either. Nothing but the consent to telehealth
 * treatment is waived. The event brings it to the privacy officers.
 */
export const admitInEmergency = operation<VisitsContext>()('admitInEmergency', {
  gather: async ({ path, body }, ports, context) => {
    const appointment = await ports.scheduling.appointment(context, path.appointmentId)
    const { id, patientId, practitionerId } = appointment
    const acting = await ports.directory.actingFor(context, patientId, 'visit')
    const { known, waiting } = await findVisitAndQueue(context.db, context, id, practitionerId)
    context.access.requireOwner(known === null ? [practitionerId] : ownersOf(known.visit))
    context.access.touch(patientId)
    const visit = known && (await decryptVisit(context.db, context, known.visit))
    const state = visit?.details.locations.at(-1)?.location.state ?? body.checkIn?.location.state
    if (state === undefined) throw checkInRequired()
    // The person who admits also treats, so their license counts.
    const seenBy = context.caller.practitionerId ?? practitionerId
    const [treating, consents, { videoVendor }] = await Promise.all([
      gatherPractitioner(ports, context, seenBy),
      gatherConsents(ports, context, appointment, state, seenBy),
      ports.directory.organization(context),
    ])
    return {
      appointment,
      acting,
      visit,
      seats: known?.seats ?? [],
      waiting,
      ...treating,
      consents,
      videoVendor,
      policy: ports.policy,
    }
  },
  decide: ({ body }, gathered, context) => {
    const {
      appointment,
      acting,
      visit,
      seats,
      waiting,
      practitioner,
      isLicensed,
      consents,
      videoVendor: vendor,
      policy,
    } = gathered
    const { now, newId, caller, access } = context
    access.because(`emergency-${body.reason}`)
    const before =
      visit ??
      visitAtCheckIn({
        id: newId(),
        appointment,
        // Gathered: without a visit there is one.
        reported: reportedLocation(body.checkIn ?? raise(), acting, context),
        vendor,
        policy,
        now,
      })
    const safeguards = { consents, isLicensed }
    const admitted = admit(before, { reason: body.reason, seenBy: practitioner.id, safeguards, now })
    access.permittedBy(consentsOf(admitted, safeguards))
    const admission: EmergencyAdmission = {
      id: newId(),
      visitId: admitted.id,
      patientId: admitted.patientId,
      memberId: caller.personId,
      reason: body.reason,
      refusedBefore: admitted.emergencyRefusedId !== null,
      admittedAt: now,
      reviewBy: new Date(now.getTime() + policy.emergencyReviewDays * 86_400_000),
      escalatedAt: null,
      outcome: null,
      reviewedBy: null,
      reviewedAt: null,
      version: 1,
    }
    const queue = patientsInQueue(waiting, admitted.practitionerId, admitted.id)
    return {
      writes: [
        visit === null ? insertVisit(admitted) : replaceVisit(admitted, visit),
        emergencyAdmissions.insert(admission, { text: body.text.trim() }),
      ],
      events: [
        ...(visit === null ? [visitCheckedIn(before)] : []),
        visitAdmitted(admitted),
        queueChanged(admitted.practitionerId, queue),
        emergencyAdmissionChanged(admission),
      ],
      answer: {
        status: 201,
        headers: { location: `/v1/visits/${admitted.id}` },
        body: presentVisit(admitted, seats, practitioner, isLicensed, caller),
      },
    }
  },
})

const raise = (): never => {
  throw checkInRequired()
}
