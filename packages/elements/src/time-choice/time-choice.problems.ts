import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { timeChoiceEn } from './time-choice.en.ts'

/** The client methods that this part calls. A test compares them with the source. */
type Calls =
  | 'appointments.cancel'
  | 'appointments.reschedule'
  | 'holds.leave'
  | 'holds.list'
  | 'holds.place'
  | 'holds.placeSeveral'
  | 'holds.release'
  | 'holds.renew'
  | 'slots.search'
  | 'visitTypes.list'

/** English texts of server problems. Loaded after the first render. */
export const timeChoiceProblems = {
  problem_call_to_book: [
    'The clinic arranges this visit with you by telephone',
    'Nothing was booked or changed.',
    'Call the clinic to choose a time.',
  ],
  problem_slot_taken: [
    'Someone else just took that time',
    'Everything else you chose is kept.',
    'Choose another time.',
  ],
  problem_slot_unavailable: [
    'That time is no longer free',
    'Everything else you chose is kept.',
    'Choose another time.',
  ],
  problem_already_booked: ['This time is already booked', 'You can see it in your visits.', 'Nothing more is needed.'],
  problem_resources_taken: [
    'Something this visit needs is not free at that time',
    'Everything else you chose is kept.',
    'Choose another time.',
  ],
  problem_held_by_you: [
    'You are already holding this time for someone else',
    'Nothing was lost.',
    'Book it or release it first, or choose another time.',
  ],
  problem_patient_busy: [
    'There is another visit at that time',
    'Everything else you chose is kept.',
    'Choose another time, or change the other visit first.',
  ],
  problem_notice_too_short: [
    'That time is too soon to book',
    'Everything else you chose is kept.',
    'Choose a later time, or call the clinic.',
  ],
  problem_beyond_horizon: [
    'That time cannot be booked yet',
    'Everything else you chose is kept.',
    'Choose an earlier time.',
  ],
  problem_outside_hours: [
    'No visit can begin at that time',
    'Everything else you chose is kept.',
    'Choose another time.',
  ],
  problem_day_full: [
    'This clinician has no free visits left that day',
    'Everything else you chose is kept.',
    'Choose another day, or someone else.',
  ],
  problem_week_full: [
    'This clinician has no free visits left that week',
    'Everything else you chose is kept.',
    'Choose another week, or someone else.',
  ],
  problem_language_not_spoken: [
    'This clinician does not speak the language you chose',
    'Everything else you chose is kept.',
    'Choose someone else, or any language.',
  ],
  problem_not_changeable: [
    'This visit can no longer be changed',
    'It has begun, is over or was cancelled.',
    'Call the clinic if you need help.',
  ],
  problem_too_late_to_change: ['It is too late to change this visit here', 'It stays as it is.', 'Call the clinic.'],
  problem_renewals_used_up: [
    'We cannot hold this time any longer',
    'It is still held for you until the time runs out.',
    'Book it now, or choose it again later.',
  ],
  problem_not_licensed: [
    'This clinician has no license where you will be',
    'Everything else you chose is kept.',
    'Choose someone else, or another state.',
  ],
  problem_age_out_of_range: [
    'This kind of visit is for another age group',
    'Nothing was booked.',
    'Go back and choose another kind of visit, or call the clinic.',
  ],
  problem_too_many_holds: [
    'Too many times are held for you',
    'Nothing was lost.',
    'Wait five minutes until they are free again, then choose one.',
  ],
  problem_too_many_appointments: [
    'No more visits can be booked online',
    'Nothing was booked. The visits that you have stay as they are.',
    'Cancel one that you do not need, or call the clinic.',
  ],
  problem_window_too_long: ['That is too long a period to search', 'Nothing was lost.', 'Choose fewer days.'],
} as const satisfies Messages & Omit<ProblemWords<Calls>, keyof typeof timeChoiceEn>
