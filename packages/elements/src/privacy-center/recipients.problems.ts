import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this part calls. */
type Calls = 'rights.chooseRecipients'

/** English texts of server problems. Loaded after the first render. */
export const recipientsProblems = {
  problem_nothing_to_notify: ['This can no longer be chosen', 'Nothing was changed.', 'Go back and open it again.'],
  problem_version_conflict: [
    'This was changed somewhere else',
    'What you typed is kept.',
    'Look at it, then save again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
