import { Problem, type FaultyProperty, type ProblemCode } from '../../platform/problems/problem.ts'
import { instant } from './kernel/model/instant.ts'
import type { Misfit, OutOfTime } from './kernel/model/start-bounds.ts'

/** Start times that can be held instead. Epoch milliseconds. */
type Nearest = readonly number[]

const refusal = (code: ProblemCode, detail: string, nearest: Nearest = [], reason?: string): Problem =>
  new Problem(409, code, detail, {
    nearest: nearest.map((start) => instant(start)),
    ...(reason === undefined ? {} : { reason }),
  })

export const slotTaken = (nearest?: Nearest): Problem =>
  refusal('slot_taken', 'Someone else has just taken this time. Choose another one.', nearest)

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
    'This time cannot be booked. Search again and choose one of the times offered.',
    { reason },
  )

export const notLicensed = (): Problem =>
  new Problem(
    409,
    'not_licensed',
    'This practitioner may not treat patients in the state where the patient will be. Choose another practitioner.',
  )

export const ageOutOfRange = (): Problem =>
  new Problem(409, 'age_out_of_range', 'This type of visit is for another age group. Choose another type of visit.')

export const tooManyHolds = (): Problem =>
  new Problem(
    409,
    'too_many_holds',
    'Too many times are being kept for you. Book or release one, or wait a few minutes.',
  )

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
  new Problem(409, 'hold_expired', 'The hold of this time has expired. Choose a time again.')

export const renewalsUsedUp = (): Problem =>
  new Problem(409, 'renewals_used_up', 'This time cannot be kept any longer. Book it now, or choose a time again.')

export const tooLateToChange = (): Problem =>
  new Problem(409, 'too_late_to_change', 'It is too late to change this appointment here. Call the clinic.')

export const notChangeable = (status: string): Problem =>
  new Problem(
    409,
    'not_changeable',
    'This appointment has begun, is over or has been cancelled, and can no longer be changed.',
    {
      reason: status,
    },
  )

export const versionConflict = (): Problem =>
  new Problem(409, 'version_conflict', 'It has changed since you opened it. Read it again and repeat your change.')

const overlap = (detail: string, pointer: string, message: string): Problem =>
  new Problem(409, 'windows_overlap', detail, { errors: [{ pointer, code: 'windows_overlap', message }] })

/** @param day - The weekday or the date. */
export const windowsOverlap = (pointer: string, day: string): Problem =>
  overlap(
    `Two windows on ${day} overlap. Correct them.`,
    pointer,
    `Must begin after the window before it on ${day} has ended.`,
  )

export const windowReversed = (pointer: string, day: string): Problem =>
  overlap(
    `A window on ${day} ends before it begins. Correct it; a night shift is a window on each of the two days.`,
    pointer,
    `Must end after it begins, on ${day}.`,
  )

export const exceptionRepeated = (pointer: string, date: string): Problem =>
  overlap(`There are two exceptions for ${date}. Write its windows in one.`, pointer, `Must not be ${date} again.`)

/** @param days - What the earlier range covers. */
export const alreadyClosed = (pointer: string, days: string): Problem =>
  overlap(
    `This overlaps what is entered already: ${days}. Change or remove one of them.`,
    pointer,
    `Must not overlap ${days}.`,
  )

export const oneChangeOnly = (): Problem =>
  invalidRequest([
    {
      pointer: '',
      code: 'one_of',
      message: 'Must have exactly one of availability, timeOff, closures, practitioner and visitType.',
    },
  ])

export const tooMuchTimeOff = (most: number): Problem =>
  new Problem(
    409,
    'too_much_time_off',
    `A practitioner has at most ${most} entries of time off. Remove some, or enter one longer range.`,
  )

export const appointmentsAffected = (affected: number): Problem =>
  new Problem(
    409,
    'appointments_affected',
    `This affects ${affected} booked ${affected === 1 ? 'appointment' : 'appointments'}, more than you have seen. Preview the change, then send it again with this number.`,
    {
      affected,
      errors: [
        {
          pointer: '/affected',
          code: 'appointments_affected',
          message: `Must be at least ${affected}, once you have seen them.`,
        },
      ],
    },
  )

export const tooManyToCancel = (affected: number, most: number): Problem =>
  new Problem(
    409,
    'too_many_to_cancel',
    `${affected} appointments are booked in this range, and at most ${most} are cancelled at once. Add time off for a shorter range, or without cancelling.`,
    { affected },
  )

export const unknownZone = (): Problem =>
  new Problem(409, 'unknown_zone', 'The time zone is not known. Use a name such as America/New_York.', {
    errors: [{ pointer: '/zone', code: 'unknown_zone', message: 'Must be an IANA time zone.' }],
  })

export const codeTaken = (): Problem =>
  new Problem(409, 'code_taken', 'Another visit type of your organization has this code. Choose another one.')

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

export const outsideHours = (nearest?: Nearest): Problem =>
  refusal('outside_hours', 'No visit can begin at this time. Choose one of the times offered.', nearest)

/** The problem for a start that the rules do not allow, and the nearest starts that they do. */
export const problemOfRefusal = (reason: Misfit | OutOfTime | 'no-availability', nearest?: Nearest): Problem => {
  switch (reason) {
    case 'patient-busy':
      return patientBusy(nearest)
    case 'notice':
      return refusal('notice_too_short', 'This time is too soon to book. Choose a later one.', nearest)
    case 'horizon':
      return refusal('beyond_horizon', 'This time is too far ahead to book yet. Choose an earlier one.', nearest)
    case 'no-availability':
      return outsideHours(nearest)
    default:
      return problemOfMisfit(reason, nearest)
  }
}

export const unknownReference = (pointer: string, message: string): Problem =>
  invalidRequest([{ pointer, code: 'unknown', message }])
