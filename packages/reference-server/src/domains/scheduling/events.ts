import type { NewEvent } from '../../platform/seams.ts'
import type { Appointment } from './model/appointment.ts'
import type { Hold } from './model/hold.ts'

/** What this domain tells. Ids, codes, times and versions; the payloads are documented in README.md. */

const appointmentData = (appointment: Appointment) => ({
  appointmentId: appointment.id,
  patientId: appointment.patientId,
  practitionerId: appointment.practitionerId,
  visitTypeId: appointment.visitTypeId,
  start: appointment.start.toISOString(),
  end: appointment.end.toISOString(),
  status: appointment.status,
  version: appointment.version,
})

const holdData = (hold: Hold) => ({
  holdId: hold.id,
  practitionerId: hold.practitionerId,
  visitTypeId: hold.visitTypeId,
  start: hold.start.toISOString(),
  end: hold.end.toISOString(),
})

export const appointmentBooked = (appointment: Appointment): NewEvent => ({
  type: 'scheduling.appointment-booked',
  data: appointmentData(appointment),
})

export const appointmentRescheduled = (before: Appointment, after: Appointment): NewEvent => ({
  type: 'scheduling.appointment-rescheduled',
  data: {
    ...appointmentData(after),
    previousStart: before.start.toISOString(),
    previousPractitionerId: before.practitionerId,
  },
})

export const appointmentCancelled = (appointment: Appointment): NewEvent => ({
  type: 'scheduling.appointment-cancelled',
  data: { ...appointmentData(appointment), reason: appointment.cancellationReason },
})

/** Checked in, under way or completed, as the visit told. */
export const appointmentProgressed = (appointment: Appointment): NewEvent => ({
  type: 'scheduling.appointment-progressed',
  data: appointmentData(appointment),
})

export const appointmentMissed = (appointment: Appointment): NewEvent => ({
  type: 'scheduling.appointment-missed',
  data: appointmentData(appointment),
})

/** Something that the visit needs has fallen away; the appointment stands. */
export const appointmentFlagged = (
  appointment: Pick<Appointment, 'id' | 'patientId' | 'practitionerId'>,
  reason: 'consent-revoked',
  purpose: string,
): NewEvent => ({
  type: 'scheduling.appointment-flagged',
  data: {
    appointmentId: appointment.id,
    patientId: appointment.patientId,
    practitionerId: appointment.practitionerId,
    reason,
    purpose,
  },
})

export const holdPlaced = (hold: Hold): NewEvent => ({ type: 'scheduling.hold-placed', data: holdData(hold) })
export const holdReleased = (hold: Hold): NewEvent => ({ type: 'scheduling.hold-released', data: holdData(hold) })

export const availabilityChanged = (practitionerId: string, version: number): NewEvent => ({
  type: 'scheduling.availability-changed',
  data: { practitionerId, version },
})

export const visitTypeCreated = (type: { readonly id: string; readonly specialty: string }): NewEvent => ({
  type: 'scheduling.visit-type-created',
  data: { visitTypeId: type.id, specialty: type.specialty },
})
