import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls = 'waitlist.accept' | 'waitlist.decline' | 'waitlist.join' | 'waitlist.leave' | 'waitlist.list'

/** English texts of server problems. Loaded after the first render. */
export const waitlistProblems = {
  problem_already_waiting: [
    'You are already on the waiting list for this visit',
    'You keep your place.',
    'We will tell you when a time is free.',
  ],
  problem_too_many_waitlist_entries: [
    'You are on too many waiting lists',
    'You keep the places that you have.',
    'Leave one that you no longer need.',
  ],
  problem_offer_ended: [
    'This time is no longer held for you',
    'If you are still waiting, you keep your place.',
    'We will offer you the next time that suits you.',
  ],
  problem_call_to_book: [
    'The clinic arranges this visit with you by telephone',
    'You were not put on a waiting list.',
    'Call the clinic to choose a time.',
  ],
  problem_hold_expired: [
    'This time is no longer held for you',
    'If you are still waiting, you keep your place.',
    'We will offer you the next time that suits you.',
  ],
  problem_already_booked: ['This time is already booked', 'Nothing was changed.', 'See your visits.'],
  problem_outside_hours: [
    'The clinic can no longer offer this time',
    'You keep your place.',
    'We will offer you the next time that suits you.',
  ],
  problem_too_many_appointments: [
    'You already have many visits booked',
    'Nothing was lost.',
    'Cancel one that you do not need, or call the clinic.',
  ],
  problem_slot_unavailable: ['This visit can no longer be booked', 'Nothing was lost.', 'Choose another visit.'],
  problem_language_not_spoken: [
    'No one speaks the language you chose',
    'Nothing was lost.',
    'Choose someone else, or any language.',
  ],
  problem_not_licensed: [
    'No clinician is licensed in the state where you will be',
    'Nothing was lost.',
    'Choose someone else, or call the clinic.',
  ],
  problem_age_out_of_range: ['This visit is for another age group', 'Nothing was lost.', 'Choose another visit.'],
  problem_patient_busy: [
    'There is another visit at that time',
    'Nothing was changed.',
    'Change the other visit first, or decline this time.',
  ],
  problem_not_changeable: [
    'This visit can no longer be changed',
    'It has begun, is over or was cancelled.',
    'Call the clinic if you need help.',
  ],
  problem_too_late_to_change: ['It is too late to change this visit here', 'It stays as it is.', 'Call the clinic.'],
} as const satisfies Messages & ProblemWords<Calls>
