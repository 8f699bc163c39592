import type { Change } from '../../../../platform/contracts/change.ts'
import { operation } from '../../../../platform/contracts/operation.ts'
import type { ReadContext } from '../../../../platform/contracts/context.ts'
import { requireOneMore } from '../../bookings/model/open-appointments.ts'
import { advanceBookings } from '../../bookings/store/open-appointments.ts'
import { gatherOpenAppointments } from '../../bookings/workflows/gather-open-appointments.ts'
import { requirePatientFits } from '../../bookings/workflows/require-patient-fits.ts'
import { visibleDetails } from '../../bookings/workflows/require-visible-appointment.ts'
import { appointmentBooked, appointmentRescheduled, waitlistOfferEnded } from '../../events.ts'
import {
  bookAppointment,
  changeTerms,
  rescheduleAppointment,
  type Appointment,
} from '../../kernel/model/appointment.ts'
import { missingCaptionerOf } from '../../kernel/model/missing-captioner.ts'
import { missingInterpreterOf, takesInterpreter } from '../../kernel/model/missing-interpreter.ts'
import { appointments, readAppointment, type AppointmentDetails } from '../../kernel/store/appointments.ts'
import { confirmHold } from '../../kernel/store/busy.ts'
import { releaseTimes, removeRows } from '../../kernel/store/claimed-rows.ts'
import type { SchedulingPorts } from '../../ports.ts'
import { acceptOffer, offerAsHold, requireOffered, type OfferedEntry } from '../model/waitlist-entry.ts'
import { readEntry, replaceEntry } from '../store/waitlist-entries.ts'

/** The appointment after the acceptance, and what stores it. */
interface Taken {
  readonly appointment: Appointment
  readonly details: AppointmentDetails
  readonly change: Required<Pick<Change<unknown>, 'writes' | 'events'>>
}

/** Books the offered time, or moves the appointment of the entry to it. */
export const acceptWaitlistOffer = operation<SchedulingPorts>()('acceptWaitlistOffer', {
  gather: async ({ path: { entryId } }, ports, context) => {
    const { directory, slots } = ports
    const entry = await readEntry(context.db, context, entryId)
    await directory.actingFor(context, entry.patientId, 'schedule')
    // A repeated request is answered as before: the decision refuses.
    if (entry.offer === null) return { entry, slots, accept: null }
    const offered = { ...entry, offer: entry.offer }
    const accept = await (entry.appointmentId === null
      ? gatherBooking(ports, context, offered)
      : gatherMove(ports, context, offered, entry.appointmentId))
    return { entry, slots, accept }
  },

  decide: (_, { entry, slots, accept }, { caller, now, newId }) => {
    const before = requireOffered(entry, now)
    if (accept === null) throw new Error('an entry with an offer was gathered with it')
    const { appointment, details, change } = accept.take(newId(), now)
    const after = acceptOffer(before, appointment.id)
    const { busyId, practitionerId } = before.offer
    return {
      writes: [replaceEntry(after, before), confirmHold(busyId, appointment.id), ...change.writes],
      events: [...change.events, waitlistOfferEnded(after, before.offer, 'accepted')],
      committed: () =>
        slots.apply(caller.organizationId, (calendar) => {
          // The period is known since the offer.
          calendar.addBusy({
            id: busyId,
            practitionerId,
            from: appointment.start,
            to: appointment.end,
            expiresAt: null,
            heldBy: null,
          })
          if (accept.moved) removeRows(calendar, accept.moved)
        }),
      answer: { status: 200, body: accept.present(appointment, details) },
    }
  },
})

const gatherBooking = async (ports: SchedulingPorts, context: ReadContext, entry: OfferedEntry) => {
  const hold = offerAsHold(entry)
  const calendar = await ports.slots.calendar(context)
  const [fit, open] = await Promise.all([
    requirePatientFits(ports, context, calendar, hold, entry.patientId),
    gatherOpenAppointments(context, entry.patientId, entry.visitTypeId),
  ])
  // A minor who joined alone has consented, also if another person accepts the offer.
  const consentedByMinor = fit.sensitivity.consentedByMinor || entry.consentedByMinor
  const sensitivity = { ...fit.sensitivity, consentedByMinor }
  const take = (id: string, now: Date): Taken => {
    const appointment = bookAppointment(id, hold, fit.patient, sensitivity, now)
    fit.requireNoOtherVisit()
    if (open) requireOneMore(open, ports.policy.openAppointments, fit.type.code)
    const details = {
      ...(entry.language === null ? {} : { language: entry.language }),
      ...missingInterpreterOf(fit.patient, takesInterpreter(fit.type)),
      ...missingCaptionerOf(fit.patient, fit.type),
    }
    return {
      appointment,
      details,
      change: {
        writes: [
          appointments.insert(appointment, details),
          ...(open ? [advanceBookings(entry.patientId, open.version)] : []),
        ],
        events: [appointmentBooked(appointment)],
      },
    }
  }
  return { take, present: fit.present, moved: null }
}

/** A move does not count as one more appointment. */
const gatherMove = async (ports: SchedulingPorts, context: ReadContext, entry: OfferedEntry, appointmentId: string) => {
  const hold = offerAsHold(entry)
  const calendar = await ports.slots.calendar(context)
  const moved = await readAppointment(context.db, context, appointmentId)
  const [fit, scopesFor] = await Promise.all([
    requirePatientFits(ports, context, calendar, hold, entry.patientId, { moved }),
    ports.directory.scopesFor(context),
  ])
  const details = await visibleDetails(context.db, context, scopesFor, moved)
  const take = (_: string, now: Date): Taken => {
    const terms = changeTerms(fit.type, ports.policy, context.access.reach)
    const appointment = rescheduleAppointment(moved, hold, terms, now)
    fit.requireNoOtherVisit()
    return {
      appointment,
      details,
      change: {
        writes: [appointments.replace(appointment, moved), ...releaseTimes(moved)],
        events: [appointmentRescheduled(moved, appointment)],
      },
    }
  }
  return { take, present: fit.present, moved }
}
