import { Problem, type FaultyProperty } from '../../platform/problems/problem.ts'
import { instant } from './kernel/model/instant.ts'
import { refusedProperties } from './kernel/model/refused-properties.ts'
import type { LimitReason } from './kernel/model/booking-limits.ts'
import type { StartRefusal } from './kernel/model/find-free.ts'
import type { Misfit } from './kernel/model/start-bounds.ts'

/** Start times that can be held instead. Epoch milliseconds. */
type Nearest = readonly number[]

const refusal = (
  code: keyof typeof refusedProperties,
  detail: string,
  nearest: Nearest = [],
  reason?: string,
): Problem =>
  new Problem(409, code, detail, {
    about: refusedProperties[code],
    nearest: nearest.map((start) => instant(start)),
    ...(reason === undefined ? {} : { reason }),
  })

/** Of two records of one person, this is not the one that is used. */
export const requireCurrentRecord = ({ replacedBy }: { readonly replacedBy?: string | undefined }): void => {
  if (replacedBy !== undefined)
    throw new Problem(
      409,
      'record_replaced',
      'This record was replaced by another one of the same person. Use that one (`replacedBy` of the patient).',
    )
}

export const callToBook = (): Problem =>
  refusal('call_to_book', 'This type of visit is booked and moved by telephone. Call the clinic.')

export const notRequested = (status: string): Problem =>
  refusal('not_requested', 'This request has been answered or withdrawn. Read the appointment again.', [], status)

export const slotTaken = (nearest?: Nearest): Problem =>
  refusal('slot_taken', 'Someone else has just taken this time. Choose another one.', nearest)

const missingResources = {
  room: 'no room is',
  interpreter: 'no interpreter is',
  equipment: 'the equipment is not',
  practitioner: 'no second clinician is',
} as const

/** `resourceId`: the one that was named. */
export const resourcesTaken = (
  missing: keyof typeof missingResources,
  nearest: Nearest = [],
  resourceId?: string,
): Problem =>
  new Problem(
    409,
    'resources_taken',
    resourceId === undefined
      ? `A practitioner is free at this time, but ${missingResources[missing]}. Choose another time.`
      : 'A practitioner is free at this time, but what you named is not. Choose another one, leave it open, or choose another time.',
    { about: refusedProperties.resources_taken, nearest: nearest.map((start) => instant(start)), reason: missing },
  )

/** Each fault names an occurrence by its place in the request. */
export const occurrencesUnavailable = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(
    409,
    'occurrences_unavailable',
    'Some of these visits no longer work, and none was booked. Replace them or leave them out.',
    { errors },
  )

export const heldByYou = (nearest?: Nearest): Problem =>
  refusal(
    'held_by_you',
    'You are holding this time for another person, or two times that overlap it. Release them, or choose another time.',
    nearest,
  )

export const patientBusy = (nearest?: Nearest): Problem =>
  refusal(
    'patient_busy',
    'The patient has another visit at this time. Choose another time, or change that visit.',
    nearest,
  )

export const slotUnavailable = (reason: string): Problem =>
  new Problem(
    409,
    'slot_unavailable',
    reason === 'visit_type_retired'
      ? 'This type of visit is not offered any more. Choose another one.'
      : reason === 'not_on_demand'
        ? 'This type of visit needs an appointment. Choose a time, or another type of visit.'
        : 'This time cannot be booked. Search again and choose one of the times offered.',
    { about: refusedProperties.slot_unavailable, reason },
  )

export const notLicensed = (): Problem =>
  refusal(
    'not_licensed',
    'This practitioner may not treat patients in the state where the patient will be. Choose another practitioner.',
  )

export const ageOutOfRange = (): Problem =>
  refusal('age_out_of_range', 'This type of visit is for another age group. Choose another type of visit.')

const minorConsentRefusals = {
  'not-sensitive':
    'This type of visit is of no kind to which a minor may consent without a parent. Leave out `minorConsentsAlone`, or choose another type of visit.',
  'not-a-minor': 'The patient is not a minor, and has no parent to leave out. Leave out `minorConsentsAlone`.',
  law: 'The law of the state where the patient will be does not let them consent to this care without a parent. Leave out `minorConsentsAlone`, so that a parent can see the visit, or correct the state.',
} as const

/** What staff said of a minor is not so by the law. Nothing is booked: parents would see a visit that was promised to be hidden from them. */
export const minorConsentNotAllowed = (reason: keyof typeof minorConsentRefusals): Problem =>
  new Problem(409, 'minor_consent_not_allowed', minorConsentRefusals[reason], {
    reason,
    about: refusedProperties.minor_consent_not_allowed,
  })

export const minorConsentIsForStaff = (): Problem =>
  invalidRequest([
    {
      pointer: '/minorConsentsAlone',
      code: 'staff_only',
      message: 'Must be left out: only staff say it. A minor consents alone by booking.',
    },
  ])

export const tooManyHolds = (): Problem =>
  refusal('too_many_holds', 'Too many times are being kept for you. Book or release one, or wait a few minutes.')

export const alreadyBooked = (): Problem =>
  refusal('already_booked', 'This time is booked already. See the list of appointments.')
export const tooManyAppointments = (reason: 'per_patient' | 'per_visit_type', limit: number): Problem => {
  const subject = reason === 'per_patient' ? 'appointments' : 'appointments of this type'
  return new Problem(
    409,
    'too_many_appointments',
    `The patient has ${limit} ${subject} ahead, and cannot book more. Cancel one that is not needed, or call the clinic.`,
    {
      reason,
      errors: [
        {
          pointer: '/patientId',
          code: 'too_many_appointments',
          message: `Must be a patient with fewer than ${limit} ${subject} ahead.`,
        },
      ],
    },
  )
}

export const holdExpired = (): Problem =>
  refusal('hold_expired', 'The hold of this time has expired. Choose a time again.')

export const renewalsUsedUp = (): Problem =>
  refusal('renewals_used_up', 'This time cannot be kept any longer. Book it now, or choose a time again.')

export const tooLateToChange = (): Problem =>
  refusal('too_late_to_change', 'It is too late to change this appointment here. Call the clinic.')

export const interpreterNotMissing = (): Problem =>
  refusal('interpreter_not_missing', 'This visit has an interpreter, or needs none. Call the clinic if that is wrong.')

export const captionerNotMissing = (): Problem =>
  refusal('captioner_not_missing', 'This visit needs no captions. Call the clinic if that is wrong.')

export const notChangeable = (status: string): Problem =>
  new Problem(
    409,
    'not_changeable',
    status === 'requested'
      ? 'The clinic has not answered this request yet. Cancel it, and request another time.'
      : 'This appointment has begun, is over or has been cancelled, and can no longer be changed. Choose another one.',
    { about: refusedProperties.not_changeable, reason: status },
  )

export const versionConflict = (): Problem =>
  refusal('version_conflict', 'It has changed since you opened it. Read it again and repeat your change.')

export const windowTooLong = (days: number): Problem =>
  new Problem(400, 'window_too_long', `Search at most ${days} days at a time.`, {
    errors: [
      { pointer: 'query:to', code: 'window_too_long', message: `Must be after from and at most ${days} days later.` },
    ],
  })

export const invalidRequest = (errors: readonly FaultyProperty[]): Problem =>
  new Problem(400, 'invalid_request', 'Some properties are not as they should be.', { errors })

/** The problem for a practitioner who may not see the patient, and the nearest starts of others. */
export const problemOfMisfit = (reason: Misfit, nearest?: Nearest): Problem => {
  switch (reason) {
    case 'not-licensed':
      return notLicensed()
    case 'age':
      return ageOutOfRange()
    case 'language':
      return refusal(
        'language_not_spoken',
        'This practitioner does not speak the language. Choose another practitioner, or an interpreter.',
        nearest,
      )
    case 'inactive':
    case 'specialty':
      return refusal(
        'slot_unavailable',
        'This time cannot be booked. Search again and choose one of the times offered.',
        nearest,
        reason,
      )
  }
}

export const noPlaceLeft = (reason: LimitReason, nearest?: Nearest): Problem =>
  reason === 'daily-limit'
    ? refusal('day_full', 'The practitioner has no more visits on this day. Choose another day.', nearest)
    : refusal('week_full', 'The practitioner has no more visits in this week. Choose another week.', nearest)

export const outsideHours = (nearest?: Nearest): Problem =>
  refusal('outside_hours', 'No visit can begin at this time. Choose one of the times offered.', nearest)

/** The problem for a start that the rules do not allow, and the nearest starts that they do. */
export const problemOfRefusal = (reason: StartRefusal, nearest?: Nearest): Problem => {
  switch (reason) {
    case 'patient-busy':
      return patientBusy(nearest)
    case 'notice':
      return refusal('notice_too_short', 'This time is too soon to book. Choose a later one.', nearest)
    case 'horizon':
      return refusal('beyond_horizon', 'This time is too far ahead to book yet. Choose an earlier one.', nearest)
    case 'daily-limit':
    case 'weekly-limit':
      return noPlaceLeft(reason, nearest)
    case 'no-availability':
      return outsideHours(nearest)
    default:
      return problemOfMisfit(reason, nearest)
  }
}

export const unknownReference = (pointer: string, message: string): Problem =>
  invalidRequest([{ pointer, code: 'unknown', message }])
