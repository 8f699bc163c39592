import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls itself. A test compares them with the source. */
type Calls = 'notes.ofPatient' | 'rights.ask' | 'rights.copy' | 'rights.disagree' | 'rights.list'

/** English texts of server problems. Loaded after the first render. */
export const privacyCenterProblems = {
  problem_too_many_open_requests: [
    'You have asked for many things already',
    'What you typed is kept.',
    'Wait until we have answered some of them.',
  ],
  problem_note_not_signed: [
    'The note of this visit is not signed yet',
    'What you typed is kept.',
    'Ask again once you can read the note, or choose another part.',
  ],
  problem_version_conflict: [
    'This was changed somewhere else',
    'What you typed is kept.',
    'Look at it, then send again.',
  ],
  problem_disagreement_refused: [
    'You have said that you disagree already',
    'Nothing was changed.',
    'Go back and open it again.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
