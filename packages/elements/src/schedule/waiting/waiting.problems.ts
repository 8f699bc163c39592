import type { Messages } from '../../core/message-types.ts'
import type { ProblemWords } from '../../core/problem-words.ts'

/** The client methods that these panels call. A test compares them with the source. */
type Calls =
  | 'appointments.list'
  | 'onDemand.list'
  | 'onDemand.take'
  | 'patients.search'
  | 'practitioners.list'
  | 'visitTypes.list'
  | 'waitlist.accept'
  | 'waitlist.decline'
  | 'waitlist.join'
  | 'waitlist.leave'
  | 'waitlist.list'

/** English texts of server problems. Loaded after the first render. */
export const waitingProblems = {
  problem_already_waiting: [
    'The patient waits for this visit already',
    'They keep their place in line.',
    'Take them off the list first to change what they wait for.',
  ],
  problem_too_many_waitlist_entries: [
    'The patient is on too many waitlists',
    'They keep the places that they have.',
    'Take one off that is not needed any more.',
  ],
  problem_too_many_appointments: [
    'The patient has many visits booked already',
    'Nothing was changed.',
    'Cancel one that is not needed first.',
  ],
  problem_call_to_book: ['This visit cannot be waited for', 'Nothing was changed.', 'Book it with the patient.'],
  problem_slot_unavailable: ['This visit can no longer be booked', 'Nothing was changed.', 'Choose another visit.'],
  problem_language_not_spoken: [
    'The clinician does not speak that language',
    'Nothing was changed.',
    'Choose another clinician.',
  ],
  problem_not_licensed: [
    'The clinician has no license where the patient will be',
    'Nothing was changed.',
    'Choose another clinician.',
  ],
  problem_age_out_of_range: ['This visit is for another age group', 'Nothing was changed.', 'Choose another visit.'],
  problem_not_changeable: ['The visit can no longer be moved', 'It stays as it is.', 'Look at it in the schedule.'],
  problem_too_late_to_change: ['It is too late to move the visit', 'It stays as it is.', 'Look at it in the schedule.'],
  problem_offer_ended: [
    'The time is no longer held for this patient',
    'If they still wait, they keep their place in line.',
    'They are offered the next time that suits them. Or book another time with them.',
  ],
  problem_hold_expired: [
    'The time is no longer held for this patient',
    'If they still wait, they keep their place in line.',
    'They are offered the next time that suits them. Or book another time with them.',
  ],
  problem_already_booked: ['This time is booked already', 'Nothing was changed.', 'Look at it in the schedule.'],
  problem_outside_hours: [
    'The clinician has no hours then any more',
    'The patient keeps their place in line.',
    'Decline the time for them, or book another one with them.',
  ],
  problem_request_ended: [
    'This patient does not wait any more',
    'A colleague has taken them, or they have left.',
    'Take the next one.',
  ],
  problem_practitioner_busy: [
    'You have another visit now',
    'The patient keeps their place in line.',
    'End it first, or leave the patient to a colleague.',
  ],
  problem_patient_busy: [
    'The patient has another visit then',
    'They keep their place in line.',
    'Change the other visit first, or go on with the next patient.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
