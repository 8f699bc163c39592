import type { ProblemCode, RefusedProperty } from '../../../../platform/problems/problem.ts'

const time = (message: string): RefusedProperty => ({
  names: ['start', 'holdId', 'appointmentId', 'requestId', 'entryId'],
  message,
})
const type = (message: string): RefusedProperty => ({
  names: ['visitTypeId', 'holdId', 'appointmentId', 'requestId', 'entryId'],
  message,
})
const held = (message: string): RefusedProperty => ({ names: ['holdId', 'entryId'], message })
const appointment = (message: string): RefusedProperty => ({ names: ['appointmentId', 'seriesId'], message })

/** The property of a request that each refusal is about, and what it must be. */
export const refusedProperties = {
  call_to_book: type('Must be a type of visit that patients book themselves.'),
  slot_taken: time('Must be a time that is free.'),
  resources_taken: {
    names: ['resourceId', 'interpreterLanguage', 'start'],
    message: 'Must be free at that time, or another time is needed.',
  },
  held_by_you: time('Must be a time that you do not hold for another person.'),
  patient_busy: time('Must be a time at which the patient has no other visit.'),
  notice_too_short: time('Must be later.'),
  beyond_horizon: time('Must be earlier.'),
  outside_hours: time('Must be a time at which a visit can begin.'),
  day_full: time('Must be on a day on which the practitioner has fewer visits.'),
  week_full: time('Must be in a week in which the practitioner has fewer visits.'),
  slot_unavailable: type('Must be a visit that can be booked.'),
  language_not_spoken: {
    names: ['language', 'practitionerId', 'holdId', 'appointmentId', 'requestId', 'entryId'],
    message: 'Must be a language that the practitioner speaks.',
  },
  not_licensed: {
    names: ['state', 'practitionerId', 'patientId', 'holdId', 'appointmentId', 'requestId', 'entryId'],
    message: 'Must be in a state where the practitioner has a license until the end of the visit.',
  },
  age_out_of_range: type('Must be a type of visit for the age of the patient.'),
  minor_consent_not_allowed: {
    names: ['minorConsentsAlone'],
    message: 'Must be left out, unless the law of the state lets a minor of this age consent to this care alone.',
  },
  too_many_holds: {
    names: ['start'],
    message: 'Must wait until one of the times that you hold is booked or released.',
  },
  hold_expired: held('Must be a hold that has not expired.'),
  already_booked: held('Must be a hold that is not booked.'),
  renewals_used_up: held('Must be a hold with renewals left.'),
  too_late_to_change: appointment('Must be an appointment that can still be changed.'),
  not_changeable: appointment('Must be an appointment that is booked and has not begun.'),
  interpreter_not_missing: appointment('Must be an appointment without the interpreter whom the patient needs.'),
  captioner_not_missing: appointment('Must be an appointment of a patient who needed captions when it was booked.'),
  not_requested: appointment('Must be an appointment that is requested.'),
  version_conflict: { names: ['version'], message: 'Must be the version that is stored now.' },
  code_taken: { names: ['code'], message: 'Must be a code that no other visit type has.' },
  too_much_time_off: {
    names: ['from', 'timeOff'],
    message: 'Must be one of fewer entries: remove some, or enter one longer range.',
  },
  too_many_to_cancel: { names: ['to'], message: 'Must be sooner, so that fewer appointments are cancelled at once.' },
  offer_ended: { names: ['entryId'], message: 'Must be an entry with an offer that has not ended.' },
  request_ended: { names: ['requestId'], message: 'Must be a request that waits.' },
  practitioner_busy: { names: ['requestId'], message: 'Must be taken when you have no other visit.' },
} as const satisfies Partial<Record<ProblemCode, RefusedProperty>>
