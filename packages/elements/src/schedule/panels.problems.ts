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
  | 'supplyChanges.preview'
  | 'timeOff.add'
  | 'timeOff.remove'

/** English texts of server problems. Loaded after the first render. */
export const panelsProblems = {
  problem_not_requested: [
    'This request was answered in the meantime',
    'Your answer was not sent.',
    'Go back: the schedule shows how it is now.',
  ],
  problem_version_conflict: [
    'Someone else changed the hours in the meantime',
    'Nothing was saved.',
    'They were read again. Check them, and repeat your change.',
  ],
  problem_unknown_zone: [
    'The time zone is not known',
    'Nothing was saved.',
    'Tell the person who runs the clinic’s system.',
  ],
  problem_appointments_affected: [
    'More visits are affected than you have seen',
    'Nothing was saved.',
    'The list is up to date. Check it, then save again.',
  ],
  problem_too_much_time_off: [
    'There is too much time off already',
    'Nothing was saved.',
    'Remove some, or join it to one longer range.',
  ],
  problem_too_many_to_cancel: [
    'These are too many visits to cancel at once',
    'Nothing was cancelled.',
    'Choose fewer days, or let the patients choose another time.',
  ],
} as const satisfies Messages &
  Omit<ProblemWords<Calls>, keyof typeof panelsEn | keyof typeof timeChoiceEn | keyof typeof timeChoiceProblems>
