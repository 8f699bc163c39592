import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. */
type Calls = 'rights.letter' | 'rights.recordNotification' | 'rights.waiting'

/** English texts of server problems. Loaded after the first render. */
export const correctionsProblems = {
  problem_nothing_to_notify: [
    'This recipient no longer waits',
    'Nothing was changed.',
    'The patient changed the choice, or a colleague was first. Look at the list.',
  ],
  problem_day_refused: [
    'The day does not fit',
    'What you typed is kept.',
    'Choose a day from the answer to the request until today.',
  ],
  problem_reason_missing: ['The reason is missing', 'What you typed is kept.', 'Write why it was not possible.'],
  problem_version_conflict: ['This request has changed', 'What you typed is kept.', 'Look at it, then save again.'],
} as const satisfies Messages & ProblemWords<Calls>
