import type { Messages } from '../../core/message-types.ts'
import type { ProblemWords } from '../../core/problem-words.ts'
import type { timeChoiceEn } from '../../time-choice/time-choice.en.ts'
import type { timeChoiceProblems } from '../../time-choice/time-choice.problems.ts'

/** The client methods that this part calls, next to those of the other panels. A test compares them with the source. */
type Calls =
  | 'appointments.book'
  | 'holds.leave'
  | 'holds.place'
  | 'holds.placeSeveral'
  | 'holds.release'
  | 'holds.renew'
  | 'patients.search'
  | 'resources.list'
  | 'series.book'
  | 'series.preview'
  | 'slots.search'
  | 'specialties.list'
  | 'visitTypes.list'

/** English texts of server problems, for staff. Loaded after the first render. Those of the choice of a time are for patients. */
export const newVisitProblems = {
  problem_notice_too_short: [
    'That time is sooner than the rules allow',
    'Nothing was booked, and what you chose is kept.',
    'Choose a later time.',
  ],
  problem_beyond_horizon: [
    'That time is further ahead than the rules allow',
    'Nothing was booked, and what you chose is kept.',
    'Choose an earlier time.',
  ],
  problem_outside_hours: [
    'The clinician has no hours then, or no visit can begin at that minute',
    'Nothing was booked, and what you chose is kept.',
    'Choose another time.',
  ],
  problem_day_full: [
    'This clinician has no free visits left that day',
    'Nothing was booked, and what you chose is kept.',
    'Choose another day, or someone else.',
  ],
  problem_week_full: [
    'This clinician has no free visits left that week',
    'Nothing was booked, and what you chose is kept.',
    'Choose another week, or someone else.',
  ],
  problem_patient_busy: [
    'The patient has another visit at that time',
    'Nothing was booked, and what you chose is kept.',
    'Choose another time, or move the other visit first.',
  ],
  problem_held_by_you: [
    'You are already holding this time for another patient',
    'Nothing was lost.',
    'Book it or let it go first, or choose another time.',
  ],
  problem_not_licensed: [
    'This clinician has no license where the patient will be',
    'Nothing was booked, and what you chose is kept.',
    'Choose someone else.',
  ],
  problem_age_out_of_range: [
    'This kind of visit is for another age group',
    'Nothing was booked.',
    'Go back, and choose another kind of visit.',
  ],
  problem_language_not_spoken: [
    'This clinician does not speak the language you chose',
    'Nothing was booked, and what you chose is kept.',
    'Choose someone else, or an interpreter.',
  ],
  problem_too_many_holds: [
    'You hold too many times at once',
    'Nothing was lost.',
    'Book or let go of one, or wait five minutes.',
  ],
  problem_too_many_appointments: [
    'The patient has as many visits ahead as the rules allow',
    'Nothing was booked.',
    'Cancel one that is not needed.',
  ],
  problem_occurrences_unavailable: [
    'Some of these visits no longer work',
    'Nothing was booked.',
    'The list is up to date. Check it, then book again.',
  ],
  problem_unknown_zone: ['The time zone is not known', 'Nothing was booked.', 'Tell your administrator.'],
  problem_windows_overlap: [
    'The hours of this clinician do not fit together',
    'Nothing was booked.',
    'Correct the hours first.',
  ],
} as const satisfies Messages & Omit<ProblemWords<Calls>, keyof typeof timeChoiceEn | keyof typeof timeChoiceProblems>
