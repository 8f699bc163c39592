import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'
import type { timeChoiceEn } from '../time-choice/time-choice.en.ts'
import type { timeChoiceProblems } from '../time-choice/time-choice.problems.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls = 'appointments.book' | 'appointments.calendar' | 'holds.list' | 'specialties.list' | 'visitTypes.list'

/** English texts of server problems. Loaded after the first render. */
export const bookingProblems = {
  problem_already_booked: [
    'This time is booked already',
    'Your visit is in your list of appointments.',
    'Nothing more is needed.',
  ],
} as const satisfies Messages & Omit<ProblemWords<Calls>, keyof typeof timeChoiceEn | keyof typeof timeChoiceProblems>
