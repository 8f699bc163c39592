import { intakeMissing, checkInNotAllowed, emergencyContactMissing, tooEarly, tooLate } from '../problems.ts'
import {
  consentUses,
  requireSafeguards,
  type ConsentPurpose,
  type ReportedLocation,
  type Modality,
  type Safeguards,
  type VideoVendor,
  type Visit,
} from './visit.ts'
import type { VisitsPolicy } from './visits-policy.ts'

/** The properties of the appointment and its visit type that check-in needs. */
export interface AppointmentAtCheckIn {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly status: 'requested' | 'booked' | 'checked-in' | 'in-progress' | 'completed' | 'cancelled' | 'no-show'
  readonly start: Date
  readonly end: Date
  readonly checkInFrom: Date
  readonly type: {
    readonly code: string
    readonly specialty: string
    readonly name: Visit['details']['visitTypeName']
    readonly modality: Modality
    readonly requiredConsents: readonly ConsentPurpose[]
    readonly licenseRequired: boolean
    readonly questionnaires: readonly string[]
  }
}

export interface CheckInRequest {
  readonly id: string
  readonly appointment: AppointmentAtCheckIn
  readonly reported: ReportedLocation
  readonly safeguards: Safeguards
  readonly intake: 'done' | 'open' | 'not-required'
  readonly vendor: VideoVendor
  readonly policy: VisitsPolicy
  readonly now: Date
}

/**
 * Adds the patient to the queue. Throws `check_in_not_allowed`, `too_early`, `too_late`, `not_licensed` (in the state where the patient is
 * now, wherever they were when they booked), `consent_missing`, `intake_missing` or `emergency_contact_missing`. If several apply, the one that is hardest to resolve
 * comes first.
 */
export const checkIn = (request: CheckInRequest): Visit => {
  const { appointment, reported, safeguards, intake, policy, now } = request
  const visit = visitAtCheckIn(request)
  requireSafeguards(appointment.type, reported.location.state, safeguards)
  if (intake === 'open' && policy.intakeBeforeCheckIn === 'required') throw intakeMissing()
  requireEmergencyContact(reported)
  return { ...visit, consentsUsed: consentUses(appointment.type, safeguards, 'check-in', now) }
}

/** Whom to call in an emergency, or why the patient names no one: it is asked at every check-in. */
export const requireEmergencyContact = ({ emergencyContact, noEmergencyContact }: ReportedLocation): void => {
  if (!emergencyContact && !noEmergencyContact) throw emergencyContactMissing()
}

/** The visit of an appointment at which a patient may check in now, before consents, license and intake are looked at. */
export const visitAtCheckIn = (request: Omit<CheckInRequest, 'safeguards' | 'intake'>): Visit => {
  const { id, appointment, reported, vendor, policy, now } = request
  // A job sets `no-show` for a patient who is late; this patient has arrived.
  if (!['booked', 'checked-in', 'no-show'].includes(appointment.status)) throw checkInNotAllowed()
  if (appointment.type.modality === 'in-person') throw checkInNotAllowed()
  if (now < appointment.checkInFrom) throw tooEarly()
  if (now.getTime() > appointment.end.getTime() + policy.checkInClosesAfterEndMinutes * 60_000) throw tooLate()
  return {
    id,
    appointmentId: appointment.id,
    patientId: appointment.patientId,
    practitionerId: appointment.practitionerId,
    seenBy: null,
    status: 'waiting',
    modality: appointment.type.modality,
    vendor,
    appointmentStart: appointment.start,
    appointmentEnd: appointment.end,
    requiredConsents: appointment.type.requiredConsents,
    licenseRequired: appointment.type.licenseRequired,
    questionnaires: appointment.type.questionnaires,
    details: {
      visitTypeName: appointment.type.name,
      visitType: { code: appointment.type.code, specialty: appointment.type.specialty },
      locations: [reported],
    },
    stoppedFor: [],
    consentsUsed: [],
    emergencyReason: null,
    emergencyRefusedId: null,
    recordingRequestId: null,
    recordingAskedAt: null,
    recordingSeatId: null,
    deviceCheck: null,
    room: null,
    checkedInAt: now,
    admittedAt: null,
    startedAt: null,
    endedAt: null,
    outcome: null,
    version: 1,
    seatsVersion: 0,
  }
}
