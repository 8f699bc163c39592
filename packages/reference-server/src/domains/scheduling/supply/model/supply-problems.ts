import { Problem } from '../../../../platform/problems/problem.ts'
import { refusedProperties } from '../../kernel/model/refused-properties.ts'
import { invalidRequest } from '../../problems.ts'

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
      message: 'Must have exactly one of availability, timeOff, closures, practitioner, visitType and resource.',
    },
  ])

export const tooMuchTimeOff = (most: number): Problem =>
  new Problem(
    409,
    'too_much_time_off',
    `A practitioner has at most ${most} entries of time off. Remove some, or enter one longer range.`,
    { about: refusedProperties.too_much_time_off },
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
    { affected, about: refusedProperties.too_many_to_cancel },
  )

export const unknownZone = (): Problem =>
  new Problem(409, 'unknown_zone', 'The time zone is not known. Use a name such as America/New_York.', {
    errors: [{ pointer: '/zone', code: 'unknown_zone', message: 'Must be an IANA time zone.' }],
  })

export const codeTaken = (): Problem =>
  new Problem(409, 'code_taken', 'Another visit type of your organization has this code. Choose another one.', {
    about: refusedProperties.code_taken,
  })
