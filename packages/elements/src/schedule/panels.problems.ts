import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { timeChoiceEn } from '../time-choice/time-choice.en.ts'
import type { timeChoiceProblems } from '../time-choice/time-choice.problems.ts'
import type { panelsEn } from './panels.en.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'appointments.approve'
  | 'appointments.decline'
  | 'appointments.list'
  | 'availability.get'
  | 'availability.put'
  | 'closures.get'
  | 'practitioners.list'
  | 'resources.list'
  | 'supplyChanges.preview'
  | 'timeOff.add'
  | 'timeOff.remove'

/** English texts of server problems. Loaded after the first render. */
export const panelsProblems = {
  problem_not_requested: [
    'This request has already been answered',
    'Your answer was not sent.',
    'Go back to the schedule to see its current state.',
  ],
  problem_version_conflict: [
    'Someone else changed the hours in the meantime',
    'Nothing was saved.',
    'The hours shown are now up to date. Check them, then make your change again.',
  ],
  problem_unknown_zone: ['The time zone is not known', 'Nothing was saved.', 'Tell your administrator.'],
  problem_appointments_affected: [
    'More visits are affected than you have seen',
    'Nothing was saved.',
    'The list is up to date. Check it, then save again.',
  ],
  problem_too_much_time_off: [
    'There is too much time off already',
    'Nothing was saved.',
    'Remove some entries, or combine them into one longer range.',
  ],
  problem_too_many_to_cancel: [
    'These are too many visits to cancel at once',
    'Nothing was cancelled.',
    'Choose fewer days, or let the patients choose another time.',
  ],
} as const satisfies Messages &
  Omit<ProblemWords<Calls>, keyof typeof panelsEn | keyof typeof timeChoiceEn | keyof typeof timeChoiceProblems>
