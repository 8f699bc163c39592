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
  problem_record_held: [
    'The record has a legal hold',
    'Nothing was changed, and what you typed is kept.',
    'Release the hold first, or deny the request.',
  ],
  problem_record_must_be_kept: [
    'The record has to be kept',
    'Nothing was changed, and what you typed is kept.',
    'Deny the request: the patient reads until when.',
  ],
  problem_request_answered: ['A colleague has answered it', 'Nothing was changed.', 'Open the list again.'],
  problem_extension_refused: [
    'The time was extended before, or it is over',
    'Nothing was changed.',
    'Answer the request now.',
  ],
  problem_version_conflict: ['This request has changed', 'What you typed is kept.', 'Look at it, then send again.'],
} as const satisfies Messages & ProblemWords<Calls>
