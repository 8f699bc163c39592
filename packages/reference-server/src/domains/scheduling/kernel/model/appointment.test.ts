import { describe, expect, test } from 'vitest'
import { Problem } from '../../../../platform/problems/problem.ts'
import {
  bookAppointment,
  cancelAppointment,
  changeableUntil,
  missAppointment,
  rescheduleAppointment,
  statusesBefore,
  type Appointment,
} from './appointment.ts'
import { leaveHold, placeHold, renewHold, type Hold } from './hold.ts'
import { loadSchedulingPolicy } from '../packs/load-policy.ts'

const now = new Date('2026-11-25T12:00:00Z')
const later = (ms: number): Date => new Date(now.getTime() + ms)
const minutes = 60_000

const type = {
  id: 'type',
  specialty: 'cardiology',
  minutes: 30,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  stepMinutes: 15,
  licenseRequired: false,
  minimumNoticeMinutes: 0,
  horizonDays: 30,
}
const request = {
  id: 'hold',
  practitionerId: 'p',
  personId: 'me',
  patientId: null,
  stateCode: null,
  language: null,
  appointmentId: null,
  occupant: 'hold',
  overridden: false,
  start: later(1440 * minutes),
  claims: [],
  claimOwners: [],
  seat: null,
  interpreterLanguage: null,
}
const patient = { id: 'patient', state: 'OH' }
const schedulingPolicy = await loadSchedulingPolicy()
const hold: Hold = placeHold(request, type, schedulingPolicy, now)
const notSensitive = { sensitivity: null, consentedByMinor: false }
const appointment: Appointment = bookAppointment('appointment', hold, patient, notSensitive, now)
const bound = { bound: true, cancellationNoticeMinutes: 240, graceMinutes: 15 }
const staff = { bound: false, cancellationNoticeMinutes: 240, graceMinutes: 15 }

const codeOf = (act: () => unknown): string => {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return 'none'
}

describe('a hold', () => {
  test('can be booked until the moment before it expires', () => {
    expect(codeOf(() => bookAppointment('a', hold, patient, notSensitive, later(5 * minutes - 1)))).toBe('none')
    expect(codeOf(() => bookAppointment('a', hold, patient, notSensitive, later(5 * minutes)))).toBe('hold_expired')
  })

  test('can be booked once, and not after release', () => {
    expect(codeOf(() => bookAppointment('a', { ...hold, state: 'booked' }, patient, notSensitive, now))).toBe(
      'already_booked',
    )
    expect(codeOf(() => bookAppointment('a', { ...hold, state: 'released' }, patient, notSensitive, now))).toBe(
      'hold_expired',
    )
  })

  test('for one patient cannot be booked for another', () => {
    expect(codeOf(() => bookAppointment('a', { ...hold, patientId: 'someone' }, patient, notSensitive, now))).toBe(
      'slot_unavailable',
    )
  })

  test('that was left ends in half a minute, and has its time back when its page is loaded again', () => {
    const left = leaveHold(hold, schedulingPolicy, later(minutes))
    if (left === null) throw new Error('the hold is not left')
    expect(left.expiresAt).toEqual(later(1.5 * minutes))
    expect(leaveHold(left, schedulingPolicy, later(1.2 * minutes))).toBeNull()
    expect(renewHold(left, schedulingPolicy, later(1.2 * minutes))).toEqual(hold)
    expect(codeOf(() => renewHold(left, schedulingPolicy, later(1.5 * minutes)))).toBe('hold_expired')
  })

  test('to reschedule an appointment books nothing else', () => {
    const toMove = { ...hold, appointmentId: 'appointment' }
    expect(codeOf(() => bookAppointment('a', toMove, patient, notSensitive, now))).toBe('slot_unavailable')
    expect(codeOf(() => rescheduleAppointment(appointment, toMove, bound, now))).toBe('none')
    expect(codeOf(() => rescheduleAppointment({ ...appointment, id: 'b' }, toMove, bound, now))).toBe(
      'slot_unavailable',
    )
  })

  test('can be renewed twice, each time from the moment of the request', () => {
    const once = renewHold(hold, schedulingPolicy, later(4 * minutes))
    expect(once.expiresAt).toEqual(later(9 * minutes))
    const twice = renewHold(once, schedulingPolicy, later(8 * minutes))
    expect(codeOf(() => renewHold(twice, schedulingPolicy, later(9 * minutes)))).toBe('renewals_used_up')
    expect(codeOf(() => renewHold(hold, schedulingPolicy, later(5 * minutes)))).toBe('hold_expired')
  })
})

describe('a change', () => {
  test('is allowed to the patient until the exact deadline of the appointment, and to staff after it', () => {
    const last = changeableUntil(appointment, bound)
    expect(last).toEqual(later(1200 * minutes))
    expect(codeOf(() => cancelAppointment(appointment, 'patient-request', bound, last))).toBe('none')
    const tooLate = new Date(last.getTime() + 1)
    expect(codeOf(() => cancelAppointment(appointment, 'patient-request', bound, tooLate))).toBe('too_late_to_change')
    expect(codeOf(() => cancelAppointment(appointment, 'practitioner-unavailable', staff, tooLate))).toBe('none')
  })

  test('is allowed for a quarter of an hour after booking, whatever the notice, and not after the start', () => {
    const soon = { ...appointment, start: later(60 * minutes), bookedAt: now }
    expect(changeableUntil(soon, bound)).toEqual(later(15 * minutes))
    expect(codeOf(() => cancelAppointment(soon, 'booked-in-error', bound, later(15 * minutes)))).toBe('none')
    expect(codeOf(() => cancelAppointment(soon, 'booked-in-error', bound, later(15 * minutes + 1)))).toBe(
      'too_late_to_change',
    )
    expect(changeableUntil({ ...soon, start: later(5 * minutes) }, bound)).toEqual(later(5 * minutes))
    expect(changeableUntil({ ...soon, bookedAt: null }, bound)).toEqual(later(-180 * minutes))
  })

  test('increments the sequence, so that calendars accept the newer file', () => {
    const other = placeHold({ ...request, id: 'other', start: later(2880 * minutes) }, type, schedulingPolicy, now)
    const moved = rescheduleAppointment(appointment, other, bound, now)
    expect(moved).toMatchObject({ sequence: 1, version: 2, busyId: 'other', start: other.start })
    expect(cancelAppointment(moved, 'other', bound, now)).toMatchObject({
      sequence: 2,
      version: 3,
      status: 'cancelled',
    })
  })

  test('to a time that is held for another visit type is refused', () => {
    const other = { ...hold, visitTypeId: 'another' }
    expect(codeOf(() => rescheduleAppointment(appointment, other, bound, now))).toBe('slot_unavailable')
  })

  test.each(['checked-in', 'in-progress', 'completed', 'cancelled', 'no-show'] as const)(
    'of one that is %s is refused',
    (status) => {
      const changed: Appointment = { ...appointment, status }
      expect(codeOf(() => cancelAppointment(changed, 'other', staff, now))).toBe('not_changeable')
      expect(codeOf(() => rescheduleAppointment(changed, hold, staff, now))).toBe('not_changeable')
    },
  )
})

describe('the progress of the visit', () => {
  test('moves the status forward only, whatever the order of events', () => {
    expect(statusesBefore('completed')).toEqual(expect.arrayContaining(['booked', 'checked-in', 'in-progress']))
    expect(statusesBefore('checked-in')).not.toContain('completed')
    expect(statusesBefore('completed')).not.toContain('completed')
  })

  test('never reactivates a cancelled appointment, and corrects a patient who was marked as missing', () => {
    expect(statusesBefore('completed')).not.toContain('cancelled')
    expect(statusesBefore('checked-in')).toContain('no-show')
  })
})

test('an appointment is missed when its grace period ends, and only if no one checked in', () => {
  const end = appointment.end.getTime()
  expect(missAppointment(appointment, 15, new Date(end + 15 * minutes - 1))).toBeNull()
  expect(missAppointment(appointment, 15, new Date(end + 15 * minutes))).toMatchObject({ status: 'no-show' })
  expect(missAppointment({ ...appointment, status: 'checked-in' }, 15, new Date(end + 15 * minutes))).toBeNull()
})
