import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'allergies.ofPatient'
  | 'conditions.ofPatient'
  | 'labs.resultsOfPatient'
  | 'notes.get'
  | 'notes.ofPatient'
  | 'notes.pdf'
  | 'prescriptions.ofPatient'

/** English texts of server problems. Loaded after the first render. */
export const recordProblems = {
  problem_note_not_signed: [
    'This note is not signed yet',
    'Nothing was lost.',
    'It is shown here after the clinician has signed it.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
