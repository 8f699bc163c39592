import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this panel calls. */
type Calls = 'rights.decide' | 'rights.extend' | 'rights.waiting'

/** English texts of server problems. Loaded after the first render. */
export const amendmentsProblems = {
  problem_ground_missing: ['The ground is missing', 'Nothing was changed.', 'Choose a ground that fits the request.'],
  problem_correction_missing: [
    'The note does not have the correction yet',
    'Nothing was changed, and what you typed is kept.',
    'Ask the clinician to add it to the note, then accept.',
  ],
  problem_request_answered: ['A colleague has answered it', 'Nothing was changed.', 'Open the list again.'],
  problem_extension_refused: [
    'The time was extended before, or it is over',
    'Nothing was changed.',
    'Answer the request now.',
  ],
  problem_version_conflict: ['This request has changed', 'What you typed is kept.', 'Look at it, then send again.'],
} as const satisfies Messages & ProblemWords<Calls>
