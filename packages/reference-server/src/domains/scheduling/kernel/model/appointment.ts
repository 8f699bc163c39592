import type { components } from '@visitkit/contract'
import type { Reach } from '../../../../platform/contracts/access.ts'
import { notChangeable, slotUnavailable, tooLateToChange } from '../../problems.ts'
import { requireHeld, type Hold } from './hold.ts'
import type { SchedulingPolicy } from './scheduling-policy.ts'
import type { Sensitivity, VisitSensitivity } from './sensitivity.ts'
import type { SupportReason } from './support.ts'

type Schemas = components['schemas']
export type AppointmentStatus = Schemas['AppointmentStatus']
export type CancellationReason = Schemas['CancellationReason']
/** Why an appointment does not take place: cancelled, or declined before it was booked. */
export type EndReason = CancellationReason | Schemas['DeclineReason'] | 'not-answered'

/** A booked time. FHIR: Appointment. */
export interface Appointment {
  readonly id: string
  readonly patientId: string
  readonly practitionerId: string
  readonly visitTypeId: string
  /** The row of `scheduling.busy` that reserves the time. */
  readonly busyId: string
  readonly start: Date
  readonly end: Date
  readonly status: AppointmentStatus
  readonly cancellationReason: EndReason | null
  /**
   * Incremented when the time changes or the appointment is cancelled: a calendar accepts the file with the higher number (RFC 5545,
   * 3.8.7.4).
   */
  readonly sequence: number
  /** Incremented by every change. */
  readonly version: number
  readonly updatedAt: Date
  /** Where the patient will be, as checked against the license. Null for appointments from before it was stored. */
  readonly stateCode: string | null
  /** Null for appointments from before it was stored. */
  readonly bookedAt: Date | null
  /** What did not support it when it was booked or moved, and was accepted then: it is never flagged for that. */
  readonly acceptedReasons: readonly SupportReason[]
  /** What does not support it any more. Kept current while it is booked. */
  readonly unsupportedReasons: readonly SupportReason[]
  /** Staff lifted the rules of booking for this time. The reason is in its encrypted details. */
  readonly overridden: boolean
  /** The rows of `scheduling.busy` of resources and further practitioners. */
  readonly claims: readonly string[]
  /** Whose time they are, in the same order. */
  readonly claimOwners: readonly string[]
  /** The series that it was booked with. */
  readonly seriesId: string | null
  /** When a requested one is declined; null for all others. */
  readonly answerBy: Date | null
  readonly sensitivity: VisitSensitivity | null
  readonly consentedByMinor: boolean
}

/** Who requests a change. The notice of the visit type applies to patients and proxies, not to staff. */
export interface ChangeTerms {
  readonly bound: boolean
  readonly cancellationNoticeMinutes: number
  /** Time after booking in which a mistake can be undone. */
  readonly graceMinutes: number
}

export const changeTerms = (
  { cancellationNoticeMinutes }: { readonly cancellationNoticeMinutes: number },
  { changeGraceMinutes }: SchedulingPolicy,
  reach: Reach,
): ChangeTerms => ({ bound: reach === 'own', cancellationNoticeMinutes, graceMinutes: changeGraceMinutes })

/**
 * The latest moment at which a patient can still cancel or reschedule, inclusive: before the notice, or just after booking. The start, if the
 * clinic does not support the appointment any more.
 */
export const changeableUntil = (
  { start, bookedAt, unsupportedReasons }: Pick<Appointment, 'start' | 'bookedAt' | 'unsupportedReasons'>,
  { cancellationNoticeMinutes, graceMinutes }: Omit<ChangeTerms, 'bound'>,
): Date => {
  if (unsupportedReasons.length > 0) return start
  const beforeNotice = start.getTime() - cancellationNoticeMinutes * 60_000
  const afterBooking = bookedAt === null ? -Infinity : bookedAt.getTime() + graceMinutes * 60_000
  return new Date(Math.max(beforeNotice, Math.min(afterBooking, start.getTime())))
}

export const bookAppointment = (
  id: string,
  hold: Hold,
  patient: { readonly id: string; readonly state: string },
  sensitivity: Sensitivity,
  now: Date,
  acceptedReasons: readonly SupportReason[] = [],
): Appointment => {
  requireHeld(hold, now)
  if (hold.appointmentId !== null) throw slotUnavailable('held_to_reschedule')
  // Age and license were checked for the patient of the hold.
  if (hold.patientId !== null && hold.patientId !== patient.id) throw slotUnavailable('held_for_another_patient')
  return {
    id,
    patientId: patient.id,
    practitionerId: hold.practitionerId,
    visitTypeId: hold.visitTypeId,
    busyId: hold.id,
    start: hold.start,
    end: hold.end,
    status: 'booked',
    cancellationReason: null,
    sequence: 0,
    version: 1,
    updatedAt: now,
    stateCode: hold.stateCode ?? patient.state,
    bookedAt: now,
    acceptedReasons,
    unsupportedReasons: [],
    overridden: hold.overridden,
    claims: hold.claims,
    claimOwners: hold.claimOwners,
    seriesId: null,
    answerBy: null,
    ...sensitivity,
  }
}

/** Refuses a change of an appointment that is not booked any more, or too late. */
export const requireChangeable = (appointment: Appointment, terms: ChangeTerms, now: Date): void => {
  if (appointment.status !== 'booked') throw notChangeable(appointment.status)
  if (terms.bound && now > changeableUntil(appointment, terms)) throw tooLateToChange()
}

/** Reschedules to a held time of the same visit type. The practitioner may change. */
export const rescheduleAppointment = (
  appointment: Appointment,
  hold: Hold,
  terms: ChangeTerms,
  now: Date,
  acceptedReasons: readonly SupportReason[] = [],
): Appointment => {
  requireChangeable(appointment, terms, now)
  requireHeld(hold, now)
  if (hold.appointmentId !== null && hold.appointmentId !== appointment.id)
    throw slotUnavailable('held_for_another_appointment')
  if (hold.visitTypeId !== appointment.visitTypeId) throw slotUnavailable('held_for_another_visit_type')
  if (hold.patientId !== null && hold.patientId !== appointment.patientId)
    throw slotUnavailable('held_for_another_patient')
  return {
    ...appointment,
    practitionerId: hold.practitionerId,
    busyId: hold.id,
    claims: hold.claims,
    claimOwners: hold.claimOwners,
    start: hold.start,
    end: hold.end,
    stateCode: hold.stateCode ?? appointment.stateCode,
    acceptedReasons,
    unsupportedReasons: [],
    overridden: hold.overridden,
    sequence: appointment.sequence + 1,
    version: appointment.version + 1,
    updatedAt: now,
  }
}

/** A request can be withdrawn until it is answered, whatever the notice. */
export const cancelAppointment = (
  appointment: Appointment,
  reason: CancellationReason,
  terms: ChangeTerms,
  now: Date,
): Appointment & { readonly cancellationReason: CancellationReason } => {
  if (appointment.status !== 'requested') requireChangeable(appointment, terms, now)
  return cancelBooked(appointment, reason, now)
}

/** The patient can say why until the visit is over. The reason itself is encrypted with the details. */
export const changeReason = (appointment: Appointment, now: Date): Appointment => {
  if (appointment.status === 'completed' || appointment.status === 'cancelled') throw notChangeable(appointment.status)
  return { ...appointment, version: appointment.version + 1, updatedAt: now }
}

/** Cancels an appointment without asking for terms: the clinic itself does. */
export const cancelBooked = (
  appointment: Appointment,
  reason: CancellationReason,
  now: Date,
): Appointment & { readonly cancellationReason: CancellationReason } => ({
  ...appointment,
  status: 'cancelled',
  cancellationReason: reason,
  answerBy: null,
  sequence: appointment.sequence + 1,
  version: appointment.version + 1,
  updatedAt: now,
})

const stage: Readonly<Record<AppointmentStatus, number>> = {
  // Only an answer of the clinic moves it.
  requested: 4,
  booked: 0,
  'checked-in': 1,
  'in-progress': 2,
  completed: 3,
  // A patient who was marked as missing and then seen was not missing.
  'no-show': 0,
  cancelled: 4,
}

/**
 * The statuses from which a visit event moves an appointment on. Events may arrive late, twice or in another order, so the status only
 * moves forward.
 */
export const statusesBefore = (status: 'checked-in' | 'in-progress' | 'completed'): AppointmentStatus[] =>
  (Object.keys(stage) as AppointmentStatus[]).filter((each) => stage[each] < stage[status])

/** The appointment as missed if it is booked, has been over for `graceMinutes`, and no one checked in. Null otherwise. */
export const missAppointment = (appointment: Appointment, graceMinutes: number, now: Date): Appointment | null =>
  appointment.status === 'booked' && now.getTime() >= appointment.end.getTime() + graceMinutes * 60_000
    ? { ...appointment, status: 'no-show', version: appointment.version + 1, updatedAt: now }
    : null
