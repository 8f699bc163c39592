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
  | 'refills.list'
  | 'refills.request'

/** English texts of server problems. Loaded after the first render. */
export const recordProblems = {
  problem_note_not_signed: [
    'This note is not signed yet',
    'Nothing was lost.',
    'It is shown here after the clinician has signed it.',
  ],
  problem_refill_open: [
    'You have asked for this already',
    'Your request is with the clinic.',
    'The answer will be here.',
  ],
  problem_not_refillable: [
    'This medicine cannot be refilled',
    'Nothing was sent.',
    'Write to your care team if you need it.',
  ],
} as const satisfies Messages & ProblemWords<Calls>
