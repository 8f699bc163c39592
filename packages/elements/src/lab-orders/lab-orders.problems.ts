import type { Messages } from '../core/message-types.ts'
import type { ProblemWords } from '../core/problem-words.ts'

/** The client methods that this element calls. A test compares them with the source. */
type Calls =
  | 'labs.acknowledge'
  | 'labs.applyResponse'
  | 'labs.cancelOrder'
  | 'labs.match'
  | 'labs.order'
  | 'labs.ordersOfPatient'
  | 'labs.resultsOfPatient'
  | 'labs.returnResult'
  | 'labs.review'
  | 'labs.tests'
  | 'labs.unmatched'
  | 'labs.unmatchedMessages'
  | 'labs.waiting'
  | 'notes.diagnosisCodes'
  | 'patients.get'
  | 'patients.search'

/** English texts of server problems. Loaded after the first render. */
export const labOrdersProblems = {
  problem_unknown_test: [
    'The laboratory does not know a test',
    'Your order is kept here.',
    'Remove it and search again.',
  ],
  problem_answer_missing: [
    'A question of the laboratory has no answer',
    'Your order is kept here.',
    'Answer the questions below each test.',
  ],
  problem_answer_invalid: [
    'An answer does not fit its question',
    'Your order is kept here.',
    'Look at the questions below each test.',
  ],
  problem_unknown_code: [
    'A diagnosis is not in the code lists',
    'Your order is kept here.',
    'Remove it and choose it again.',
  ],
  problem_not_licensed: [
    'You hold no license where the patient is',
    'Nothing was sent.',
    'Ask a colleague who is licensed there.',
  ],
  problem_npi_missing: ['Your provider number is missing', 'Nothing was sent.', 'Ask your administrator to add it.'],
  problem_vendor_not_permitted: [
    'The clinic has no agreement with the laboratory',
    'Nothing was sent.',
    'Ask your administrator.',
  ],
  problem_not_cancellable: [
    'The laboratory cannot be asked to cancel this',
    'Nothing was changed.',
    'Telephone the laboratory.',
  ],
  problem_version_conflict: [
    'The laboratory sent a correction just now',
    'Nothing was marked as reviewed.',
    'Look at the values again, then mark it.',
  ],
  problem_not_critical: ['This is no longer critical', 'Nothing was changed.', 'Look at the values again.'],
  problem_response_not_applicable: [
    'This message cannot be applied',
    'Nothing was changed.',
    'Telephone the laboratory, then mark it.',
  ],
  problem_already_matched: ['Somebody has decided this', 'Nothing was changed.', 'The list has been updated.'],
} as const satisfies Messages & ProblemWords<Calls>
